internal import Database
internal import Site

enum ImportStore {
    static let migration = Migration(
        "import-001",
        """
        CREATE TABLE import (
            id TEXT PRIMARY KEY NOT NULL,
            region TEXT NOT NULL REFERENCES region (id),
            subject TEXT NOT NULL CHECK (subject IN ('partners', 'people')),
            at INTEGER NOT NULL,
            by_person TEXT NOT NULL REFERENCES person (id),
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            undone_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX import_region ON import (region);
        CREATE TABLE import_thing (
            import TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            thing TEXT NOT NULL,
            before TEXT,
            PRIMARY KEY (import, number)
        ) WITHOUT ROWID;
        """)

    static func add(_ one: Import, _ things: [ImportedThing], _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO import (id, region, subject, at, by_person, added, changed, unchanged)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, one.id, one.region, one.subject, one.at, one.by, one.added, one.changed, one.unchanged)
        for (number, thing) in things.enumerated() {
            try writing.run(
                "INSERT INTO import_thing (import, number, kind, thing, before) VALUES ($1, $2, $3, $4, $5)",
                one.id, number, thing.kind, thing.thing, thing.before)
        }
    }

    static func one(_ id: Import.ID, in region: Region.ID, _ reading: Reading) throws -> Import? {
        try reading.first(
            """
            SELECT id, region, subject, at, by_person, added, changed, unchanged, undone_at
            FROM import WHERE id = $1 AND region = $2
            """, id, region, as: stored)
    }

    /// The last ten imports of a subject, the newest first.
    static func latest(_ subject: Import.Subject, in region: Region.ID, _ reading: Reading) throws -> [Import] {
        try reading.all(
            """
            SELECT id, region, subject, at, by_person, added, changed, unchanged, undone_at
            FROM import WHERE region = $1 AND subject = $2 ORDER BY at DESC, id DESC LIMIT 10
            """, region, subject, as: stored)
    }

    private static func stored(_ row: Row) throws -> Import {
        Import(
            id: try row.get("id"), region: try row.get("region"), subject: try row.get("subject"),
            at: try row.get("at"), by: try row.get("by_person"), added: try row.get("added"),
            changed: try row.get("changed"), unchanged: try row.get("unchanged"), undoneAt: try row.optional("undone_at"))
    }

    static func things(of one: Import.ID, _ reading: Reading) throws -> [ImportedThing] {
        try reading.all("SELECT kind, thing, before FROM import_thing WHERE import = $1 ORDER BY number", one) { row in
            ImportedThing(try row.get("kind"), try row.get("thing"), before: try row.optional("before"))
        }
    }

    /// The roles that an import gave and that have not ended.
    static func appointees(of one: Import.ID, in region: Region.ID, on day: Day, _ reading: Reading) throws -> [Appointee] {
        let kind = ImportedThing.Kind.holding
        let given: [String] = try reading.all(
            "SELECT thing FROM import_thing WHERE import = $1 AND kind = $2", one, kind) { try $0.get("thing") }
        let those = Set(given)
        return try HoldingStore.all(in: region, reading).filter { those.contains($0.id.text) && $0.isCurrent(on: day) }
    }

    /// False when it was undone before: a step is not repeated.
    static func markUndone(_ one: Import.ID, in region: Region.ID, at now: Moment, _ writing: Writing) throws -> Bool {
        try writing.run(
            "UPDATE import SET undone_at = $3 WHERE id = $1 AND region = $2 AND undone_at IS NULL", one, region, now) == 1
    }

    /// Takes back one thing. Throws ``Trouble/refused(_:)`` where something else stands on it by now.
    static func takeBack(_ thing: ImportedThing, in region: Region.ID, _ writing: Writing) throws {
        switch thing.kind {
        case .partner: try writing.run("DELETE FROM partner WHERE id = $1", thing.thing)
        case .partnership:
            try writing.run("DELETE FROM partnership WHERE id = $1 AND region = $2", thing.thing, region)
        case .person:
            try writing.run("DELETE FROM welcome WHERE person = $1", thing.thing)
            try writing.run("DELETE FROM person WHERE id = $1 AND password IS NULL", thing.thing)
        case .holding: try writing.run("DELETE FROM holding WHERE id = $1 AND region = $2", thing.thing, region)
        case .partnershipEnd:
            try writing.run(
                "UPDATE partnership SET until_day = $3 WHERE id = $1 AND region = $2", thing.thing, region, thing.before)
        case .holdingEnd:
            try writing.run(
                "UPDATE holding SET until_day = $3 WHERE id = $1 AND region = $2", thing.thing, region, thing.before)
        case .partnerSector, .partnerKind, .partnerSize, .partnershipStart, .holdingLevel, .holdingStart:
            try putBack(thing, in: region, writing)
        }
    }

    /// Writes again what stood there before.
    private static func putBack(_ thing: ImportedThing, in region: Region.ID, _ writing: Writing) throws {
        guard let before = thing.before else { return }
        switch thing.kind {
        case .partnerSector:
            try writing.run("UPDATE partner SET sector = $2, edition = edition + 1 WHERE id = $1", thing.thing, before)
        case .partnerKind:
            try writing.run("UPDATE partner SET kind = $2, edition = edition + 1 WHERE id = $1", thing.thing, before)
        case .partnerSize:
            try writing.run("UPDATE partner SET size = $2, edition = edition + 1 WHERE id = $1", thing.thing, before)
        case .partnershipStart:
            try writing.run("UPDATE partnership SET from_day = $3 WHERE id = $1 AND region = $2", thing.thing, region, before)
        case .holdingLevel:
            try writing.run("UPDATE holding SET level = $3 WHERE id = $1 AND region = $2", thing.thing, region, before)
        case .holdingStart:
            try writing.run("UPDATE holding SET from_day = $3 WHERE id = $1 AND region = $2", thing.thing, region, before)
        case .partner, .partnership, .person, .holding, .partnershipEnd, .holdingEnd: break
        }
    }
}
