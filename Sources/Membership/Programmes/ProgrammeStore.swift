package import Database
internal import Site

package enum ProgrammeStore {
    package static func add(_ programme: Programme, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO programme (id, name, commissioner, first_year, last_year) VALUES ($1, $2, $3, $4, $5)",
            programme.id, programme.name, programme.commissioner, programme.years.lowerBound, programme.years.upperBound)
        try replaceWords(of: programme, writing)
    }

    /// False when somebody else changed it since `edition` was read: then nothing was changed.
    package static func change(_ programme: Programme, _ writing: Writing) throws -> Bool {
        let changed = try writing.run(
            """
            UPDATE programme SET name = $2, commissioner = $3, first_year = $4, last_year = $5, edition = edition + 1
            WHERE id = $1 AND edition = $6
            """,
            programme.id, programme.name, programme.commissioner, programme.years.lowerBound,
            programme.years.upperBound, programme.edition)
        guard changed == 1 else { return false }
        try replaceWords(of: programme, writing)
        return true
    }

    private static func replaceWords(of programme: Programme, _ writing: Writing) throws {
        try writing.run("DELETE FROM programme_word WHERE programme = $1", programme.id)
        for (kind, words) in [("theme", programme.themes), ("part", programme.parts)] {
            for (position, word) in words.enumerated() {
                try writing.run(
                    "INSERT INTO programme_word (programme, kind, position, word) VALUES ($1, $2, $3, $4)",
                    programme.id, kind, position, word)
            }
        }
    }

    package static func programme(_ id: Programme.ID, _ reading: Reading) throws -> Programme? {
        try reading.first(
            "SELECT id, name, commissioner, first_year, last_year, edition FROM programme WHERE id = $1", id
        ) { try programme($0, reading) }
    }

    /// The programme of the address. Throws ``Missing`` when there is none.
    package static func required(_ id: Programme.ID, _ reading: Reading) throws -> Programme {
        guard let programme = try programme(id, reading) else { throw Missing() }
        return programme
    }

    package static func all(_ reading: Reading) throws -> [Programme] {
        try reading.all(
            "SELECT id, name, commissioner, first_year, last_year, edition FROM programme ORDER BY name"
        ) { try programme($0, reading) }
    }

    private static func programme(_ row: Row, _ reading: Reading) throws -> Programme {
        let id: Programme.ID = try row.get("id")
        let first: Int = try row.get("first_year")
        return Programme(
            id: id, name: try row.get("name"), commissioner: try row.get("commissioner"),
            years: first...max(first, try row.get("last_year")), themes: try words("theme", of: id, reading),
            parts: try words("part", of: id, reading), edition: try row.get("edition"))
    }

    private static func words(_ kind: String, of programme: Programme.ID, _ reading: Reading) throws -> [String] {
        try reading.all(
            "SELECT word FROM programme_word WHERE programme = $1 AND kind = $2 ORDER BY position", programme, kind
        ) { try $0.get("word") }
    }
}
