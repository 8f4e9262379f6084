package import Database
internal import Site

package enum RegionStore {
    package static func add(_ region: Region, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO region (id, programme, name, part, since) VALUES ($1, $2, $3, $4, $5)",
            region.id, region.programme, region.name, region.part, region.since)
    }

    /// False when somebody else changed it since its edition was read.
    package static func change(_ region: Region, _ writing: Writing) throws -> Bool {
        try writing.run(
            "UPDATE region SET name = $2, part = $3, since = $4, edition = edition + 1 WHERE id = $1 AND edition = $5",
            region.id, region.name, region.part, region.since, region.edition) == 1
    }

    package static func region(_ id: Region.ID, _ reading: Reading) throws -> Region? {
        try reading.first("SELECT id, programme, name, part, since, edition FROM region WHERE id = $1", id, as: region)
    }

    /// The region of the address. Throws ``Missing`` when there is none.
    package static func required(_ id: Region.ID, _ reading: Reading) throws -> Region {
        guard let region = try region(id, reading) else { throw Missing() }
        return region
    }

    package static func all(in programme: Programme.ID, _ reading: Reading) throws -> [Region] {
        try reading.all(
            "SELECT id, programme, name, part, since, edition FROM region WHERE programme = $1 ORDER BY name",
            programme, as: region)
    }

    private static func region(_ row: Row) throws -> Region {
        Region(
            id: try row.get("id"), programme: try row.get("programme"), name: try row.get("name"),
            part: try row.get("part"), since: try row.get("since"), edition: try row.get("edition"))
    }
}
