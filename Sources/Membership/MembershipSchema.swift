package import Database

/// The tables of this floor. A step that has been in use is never changed.
package enum MembershipSchema {
    package static let migrations = [
        Migration(
            "membership-001",
            """
            CREATE TABLE programme (
                id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                commissioner TEXT NOT NULL,
                first_year INTEGER NOT NULL,
                last_year INTEGER NOT NULL CHECK (last_year >= first_year),
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE TABLE programme_word (
                programme TEXT NOT NULL REFERENCES programme (id),
                kind TEXT NOT NULL CHECK (kind IN ('theme', 'part')),
                position INTEGER NOT NULL,
                word TEXT NOT NULL CHECK (word <> ''),
                PRIMARY KEY (programme, kind, position)
            ) WITHOUT ROWID;

            CREATE TABLE region (
                id TEXT PRIMARY KEY NOT NULL,
                programme TEXT NOT NULL REFERENCES programme (id),
                name TEXT NOT NULL CHECK (name <> ''),
                part TEXT NOT NULL,
                since TEXT NOT NULL,
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE INDEX region_programme ON region (programme);

            CREATE TABLE partner (
                id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                sector TEXT NOT NULL CHECK (sector IN ('education', 'business', 'government')),
                kind TEXT NOT NULL,
                size TEXT NOT NULL CHECK (size IN ('small', 'medium', 'large', 'unknown')),
                place TEXT NOT NULL,
                folded TEXT NOT NULL,
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;
            CREATE INDEX partner_folded ON partner (folded);
            CREATE TABLE partnership (
                id TEXT PRIMARY KEY NOT NULL,
                region TEXT NOT NULL REFERENCES region (id),
                partner TEXT NOT NULL REFERENCES partner (id),
                from_day TEXT NOT NULL,
                until_day TEXT CHECK (until_day >= from_day)
            ) WITHOUT ROWID;
            CREATE INDEX partnership_region ON partnership (region);
            CREATE INDEX partnership_partner ON partnership (partner);

            CREATE TABLE person (
                id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email <> ''),
                language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
                password TEXT,
                edition INTEGER NOT NULL DEFAULT 1
            ) WITHOUT ROWID;

            CREATE TABLE holding (
                id TEXT PRIMARY KEY NOT NULL,
                person TEXT NOT NULL REFERENCES person (id),
                role TEXT NOT NULL,
                level TEXT NOT NULL CHECK (level IN ('governing', 'tactical', 'operational')),
                region TEXT REFERENCES region (id),
                programme TEXT REFERENCES programme (id),
                partner TEXT REFERENCES partner (id),
                from_day TEXT NOT NULL,
                until_day TEXT CHECK (until_day >= from_day),
                succeeds TEXT REFERENCES holding (id),
                known_as TEXT CHECK (known_as <> ''),
                CHECK ((region IS NULL) <> (programme IS NULL))
            ) WITHOUT ROWID;
            CREATE INDEX holding_person ON holding (person);
            CREATE INDEX holding_region ON holding (region);
            CREATE INDEX holding_programme ON holding (programme);

            CREATE TABLE welcome (
                digest TEXT PRIMARY KEY NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('first', 'join', 'renew')),
                person TEXT REFERENCES person (id),
                ends INTEGER NOT NULL,
                CHECK ((person IS NULL) = (kind = 'first'))
            ) WITHOUT ROWID;
            CREATE INDEX welcome_person ON welcome (person);

            CREATE TABLE act (
                number INTEGER PRIMARY KEY NOT NULL,
                at INTEGER NOT NULL,
                who TEXT,
                what TEXT NOT NULL,
                about TEXT NOT NULL,
                address TEXT NOT NULL,
                chain TEXT NOT NULL
            );
            """),
        ImportStore.migration,
    ]
}
