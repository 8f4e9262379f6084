package import Database
internal import Site

package enum PartnerStore {
    package static func add(_ partner: Partner, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO partner (id, name, sector, kind, size, place) VALUES ($1, $2, $3, $4, $5, $6)",
            partner.id, partner.name, partner.sector, partner.kind, partner.size, partner.place)
    }

    package static func join(
        _ partner: Partner.ID, _ region: Region.ID, from: Day, until: Day?, at now: Moment, _ writing: Writing
    ) throws {
        try writing.run(
            "INSERT INTO partnership (id, region, partner, from_day, until_day) VALUES ($1, $2, $3, $4, $5)",
            Partnership.ID.new(at: now), region, partner, from, until)
    }

    /// False when somebody else changed it since its edition was read.
    package static func change(_ partner: Partner, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            UPDATE partner SET name = $2, sector = $3, kind = $4, size = $5, place = $6, edition = edition + 1
            WHERE id = $1 AND edition = $7
            """,
            partner.id, partner.name, partner.sector, partner.kind, partner.size, partner.place, partner.edition) == 1
    }

    package static func setUntil(
        _ day: Day?, of partnership: Partnership.ID, in region: Region.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE partnership SET until_day = $3 WHERE id = $1 AND region = $2", partnership, region, day)
    }

    /// All partnerships of a region, those that ended included, by name.
    package static func all(in region: Region.ID, _ reading: Reading) throws -> [Partnership] {
        try reading.all(
            """
            SELECT s.id AS partnership, s.region, s.from_day, s.until_day,
                p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition
            FROM partnership s JOIN partner p ON p.id = s.partner
            WHERE s.region = $1 ORDER BY p.name, s.from_day
            """, region, as: partnership)
    }

    package static func partnership(
        _ id: Partnership.ID, in region: Region.ID, _ reading: Reading
    ) throws -> Partnership? {
        try reading.first(
            """
            SELECT s.id AS partnership, s.region, s.from_day, s.until_day,
                p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition
            FROM partnership s JOIN partner p ON p.id = s.partner
            WHERE s.id = $1 AND s.region = $2
            """, id, region, as: partnership)
    }

    static func partner(_ row: Row) throws -> Partner {
        Partner(
            id: try row.get("id"), name: try row.get("name"), sector: try row.get("sector"),
            kind: try row.get("kind"), size: try row.get("size"), place: try row.get("place"),
            edition: try row.get("edition"))
    }

    private static func partnership(_ row: Row) throws -> Partnership {
        Partnership(
            id: try row.get("partnership"), region: try row.get("region"), partner: try partner(row),
            from: try row.get("from_day"), until: try row.optional("until_day"))
    }
}
