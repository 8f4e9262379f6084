package import Database

/// The tables of this floor. A step that has been in use is never changed.
package enum ActionsSchema {
    package static let migrations = [
        Migration(
            "actions-001",
            """
            CREATE TABLE finding (
                id TEXT PRIMARY KEY NOT NULL,
                region TEXT NOT NULL REFERENCES region (id),
                source TEXT NOT NULL,
                text TEXT NOT NULL CHECK (text <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('attention', 'proud')),
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE INDEX finding_region ON finding (region, source);
            CREATE TABLE finding_question (
                finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
                question TEXT NOT NULL,
                PRIMARY KEY (finding, question)
            ) WITHOUT ROWID;

            CREATE TABLE action (
                id TEXT PRIMARY KEY NOT NULL,
                region TEXT NOT NULL REFERENCES region (id),
                finding TEXT REFERENCES finding (id),
                what TEXT NOT NULL CHECK (what <> ''),
                serves TEXT NOT NULL,
                owner TEXT REFERENCES person (id),
                until_day TEXT,
                phase TEXT NOT NULL CHECK (phase IN ('plan', 'do', 'check', 'act', 'done', 'stopped')),
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE INDEX action_region ON action (region);
            CREATE INDEX action_owner ON action (owner);
            CREATE INDEX action_finding ON action (finding);
            CREATE TABLE action_step (
                action TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
                number INTEGER NOT NULL,
                phase TEXT NOT NULL,
                day TEXT NOT NULL,
                text TEXT NOT NULL,
                evidence TEXT NOT NULL,
                by_person TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (action, number)
            ) WITHOUT ROWID;
            """),
        CalendarLinkStore.migration,
    ]
}
