package import Database
internal import Site

package enum PartnerStore {
    package static func add(_ partner: Partner, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO partner (id, name, sector, kind, size, place, folded) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            partner.id, partner.name, partner.sector, partner.kind, partner.size, partner.place,
            Partner.folded(partner.name, in: partner.place))
    }

    @discardableResult
    package static func join(
        _ partner: Partner.ID, _ region: Region.ID, from: Day, until: Day?, as key: Partnership.ID? = nil, at now: Moment,
        _ writing: Writing
    ) throws -> Partnership.ID {
        let id = key ?? .new(at: now)
        try writing.run(
            "INSERT INTO partnership (id, region, partner, from_day, until_day) VALUES ($1, $2, $3, $4, $5)",
            id, region, partner, from, until)
        return id
    }

    /// False when somebody else changed it since its edition was read.
    package static func change(_ partner: Partner, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            UPDATE partner SET name = $2, sector = $3, kind = $4, size = $5, place = $6, folded = $8,
                edition = edition + 1
            WHERE id = $1 AND edition = $7
            """,
            partner.id, partner.name, partner.sector, partner.kind, partner.size, partner.place, partner.edition,
            Partner.folded(partner.name, in: partner.place)) == 1
    }

    package static func setUntil(
        _ day: Day?, of partnership: Partnership.ID, in region: Region.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE partnership SET until_day = $3 WHERE id = $1 AND region = $2", partnership, region, day)
    }

    package static func setFrom(
        _ day: Day, of partnership: Partnership.ID, in region: Region.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE partnership SET from_day = $3 WHERE id = $1 AND region = $2", partnership, region, day)
    }

    /// Ends what has no end yet. False when it has one: a step is not repeated.
    static func end(
        _ partnership: Partnership.ID, on day: Day, in region: Region.ID, _ writing: Writing
    ) throws -> Bool {
        try writing.run(
            "UPDATE partnership SET until_day = $3 WHERE id = $1 AND region = $2 AND until_day IS NULL",
            partnership, region, day) == 1
    }

    /// What the organisations are called that take or took part in the region.
    package static func names(in region: Region.ID, _ reading: Reading) throws -> [Partner.ID: String] {
        var names: [Partner.ID: String] = [:]
        try reading.each(
            "SELECT p.id, p.name FROM partnership s JOIN partner p ON p.id = s.partner WHERE s.region = $1", region
        ) { row in names[try row.get("id")] = try row.get("name", as: String.self) }
        return names
    }

    /// Takes out a partnership, and its organisation where no other region has it. Throws ``Trouble/refused(_:)`` where
    /// something stands on it.
    static func remove(_ partnership: Partnership, _ writing: Writing) throws {
        let partner = partnership.partner.id
        try writing.run("DELETE FROM partnership WHERE id = $1 AND region = $2", partnership.id, partnership.region)
        let others = try writing.reading.count("SELECT COUNT(*) AS n FROM partnership WHERE partner = $1", partner)
        if others == 0 { try writing.run("DELETE FROM partner WHERE id = $1", partner) }
    }

    /// The organisations of a programme with that name in that place, capitals and accents apart.
    static func alike(
        _ name: String, in place: String, of programme: Programme.ID, _ reading: Reading
    ) throws -> [Partner] {
        try reading.all(
            """
            SELECT p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition FROM partner p
            WHERE p.folded = $1 AND EXISTS (
                SELECT 1 FROM partnership s JOIN region r ON r.id = s.region
                WHERE s.partner = p.id AND r.programme = $2)
            ORDER BY p.id LIMIT 20
            """, Partner.folded(name, in: place), programme, as: partner)
    }

    /// The last place of an organisation in a region.
    static func last(of partner: Partner.ID, in region: Region.ID, _ reading: Reading) throws -> Partnership? {
        try reading.first(
            """
            SELECT s.id AS partnership, s.region, s.from_day, s.until_day,
                p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition
            FROM partnership s JOIN partner p ON p.id = s.partner
            WHERE s.partner = $1 AND s.region = $2 ORDER BY s.from_day DESC, s.id DESC LIMIT 1
            """, partner, region, as: partnership)
    }

    /// In how many other regions the organisation takes part on `day`.
    static func otherRegions(of partner: Partner.ID, than region: Region.ID, on day: Day, _ reading: Reading) throws -> Int {
        try reading.count(
            """
            SELECT COUNT(DISTINCT region) AS n FROM partnership
            WHERE partner = $1 AND region <> $2 AND (until_day IS NULL OR until_day >= $3)
            """, partner, region, day)
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
