package import Database

/// The tables of this wing. A step that has been in use is never changed.
package enum ScanSchema {
    package static let migrations = [
        Migration(
            "scan-001",
            """
            CREATE TABLE round (
                id TEXT PRIMARY KEY NOT NULL,
                region TEXT NOT NULL REFERENCES region (id),
                title TEXT NOT NULL CHECK (title <> ''),
                instrument TEXT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('learn', 'account')),
                threshold INTEGER CHECK (threshold >= 5),
                closes TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('composed', 'open', 'closed', 'returned', 'concluded')),
                state_since INTEGER NOT NULL,
                code TEXT UNIQUE,
                pace TEXT NOT NULL CHECK (pace IN ('by-theme', 'one-page')),
                edition INTEGER NOT NULL DEFAULT 1,
                version INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE INDEX round_region ON round (region);

            CREATE TABLE round_version (
                round TEXT NOT NULL REFERENCES round (id),
                number INTEGER NOT NULL,
                content TEXT NOT NULL,
                made_at INTEGER NOT NULL,
                PRIMARY KEY (round, number)
            ) WITHOUT ROWID;

            CREATE TABLE invitation (
                id TEXT PRIMARY KEY NOT NULL,
                round TEXT NOT NULL REFERENCES round (id),
                digest TEXT NOT NULL UNIQUE,
                person TEXT REFERENCES person (id),
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                sector TEXT CHECK (sector IN ('education', 'business', 'government')),
                level TEXT CHECK (level IN ('governing', 'tactical', 'operational')),
                partner TEXT REFERENCES partner (id),
                answer_sector TEXT,
                answer_level TEXT,
                answer_partner TEXT,
                has_answered INTEGER NOT NULL DEFAULT 0
            ) WITHOUT ROWID;
            CREATE INDEX invitation_round ON invitation (round);
            CREATE UNIQUE INDEX invitation_person ON invitation (round, person) WHERE person IS NOT NULL;

            CREATE TABLE response (
                round TEXT NOT NULL REFERENCES round (id),
                key TEXT NOT NULL,
                version INTEGER NOT NULL,
                sector TEXT,
                level TEXT,
                partner TEXT,
                is_complete INTEGER NOT NULL,
                is_together INTEGER NOT NULL,
                answers TEXT NOT NULL,
                PRIMARY KEY (round, key)
            ) WITHOUT ROWID;
            CREATE UNIQUE INDEX response_key ON response (key);

            CREATE TABLE conversation (
                round TEXT PRIMARY KEY NOT NULL REFERENCES round (id),
                held_on TEXT,
                place TEXT NOT NULL DEFAULT '',
                notes TEXT NOT NULL DEFAULT '',
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            """),
        // Who answered is worked out with the key, and no longer written beside the name (P2).
        Migration("scan-002", "ALTER TABLE invitation DROP COLUMN has_answered"),
        Migration("scan-003", "ALTER TABLE round ADD COLUMN chance TEXT"),
        // Each answer wrote one page more for it; whoever came by an open link is found by a look in each round.
        Migration("scan-004", "DROP INDEX response_key"),
        // The figures of who answered, as they were said at closing: they stand without the key.
        Migration("scan-005", "ALTER TABLE round ADD COLUMN coverage TEXT"),
    ]
}
