package import Database
package import Site

/// Who holds which role where, and when. A role that ends, ends at once: it is asked anew at every visit (A6).
package enum HoldingStore {
    /// Gives a role to a person, in a region or in a programme.
    ///
    /// - Parameter name: how the region calls the person, where that is not the person's own name: a region sees no
    ///   more of somebody than it typed itself.
    @discardableResult
    package static func add(
        _ role: Role, _ person: Person.ID, region: Region.ID? = nil, programme: Programme.ID? = nil,
        partner: Partner.ID? = nil, level: Level, from: Day, until: Day? = nil, succeeds: Appointee.ID? = nil,
        knownAs name: String? = nil, as key: Appointee.ID? = nil, at now: Moment, _ writing: Writing
    ) throws -> Appointee.ID {
        let id = key ?? .new(at: now)
        try writing.run(
            """
            INSERT INTO holding
                (id, person, role, level, region, programme, partner, from_day, until_day, succeeds, known_as)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            id, person, role, level, region, programme, partner, from, until, succeeds, name)
        return id
    }

    /// The last day of a role; nil: it goes on.
    package static func setUntil(_ day: Day?, of holding: Appointee.ID, in region: Region.ID, _ writing: Writing) throws {
        try writing.run("UPDATE holding SET until_day = $3 WHERE id = $1 AND region = $2", holding, region, day)
    }

    /// For which organisation and from which height a role is held.
    static func place(
        _ holding: Appointee.ID, level: Level, partner: Partner.ID?, in region: Region.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE holding SET level = $3, partner = $4 WHERE id = $1 AND region = $2", holding, region, level, partner)
    }

    /// From which height and in which time a role is held.
    static func change(
        _ holding: Appointee.ID, level: Level, from: Day, until: Day?, in region: Region.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE holding SET level = $3, from_day = $4, until_day = $5 WHERE id = $1 AND region = $2",
            holding, region, level, from, until)
    }

    /// Sets the last day where it still is `was`. False when somebody else changed it since.
    static func end(
        _ holding: Appointee.ID, on day: Day, was: Day?, in region: Region.ID, _ writing: Writing
    ) throws -> Bool {
        try writing.run(
            """
            UPDATE holding SET until_day = $3
            WHERE id = $1 AND region = $2 AND until_day IS NOT DISTINCT FROM $4
            """, holding, region, day, was) == 1
    }

    /// Takes out a role that lasted no day. False when somebody else changed it since.
    static func remove(_ holding: Appointee.ID, was: Day?, in region: Region.ID, _ writing: Writing) throws -> Bool {
        try writing.run("UPDATE holding SET succeeds = NULL WHERE succeeds = $1 AND region = $2", holding, region)
        return try writing.run(
            "DELETE FROM holding WHERE id = $1 AND region = $2 AND until_day IS NOT DISTINCT FROM $3",
            holding, region, was) == 1
    }

    /// How many roles the person holds or will hold outside the region: in another one, or in a programme.
    static func others(of person: Person.ID, than region: Region.ID, on day: Day, _ reading: Reading) throws -> Int {
        try reading.count(
            """
            SELECT COUNT(*) AS n FROM holding
            WHERE person = $1 AND (region IS NULL OR region <> $2) AND (until_day IS NULL OR until_day >= $3)
            """, person, region, day)
    }

    /// How many people hold or will hold a role in the region for the organisation.
    static func people(for partner: Partner.ID, in region: Region.ID, on day: Day, _ reading: Reading) throws -> Int {
        try reading.count(
            """
            SELECT COUNT(DISTINCT person) AS n FROM holding
            WHERE partner = $1 AND region = $2 AND (until_day IS NULL OR until_day >= $3)
            """, partner, region, day)
    }

    /// The roles that `person` holds on `day`.
    package static func held(by person: Person.ID, on day: Day, _ reading: Reading) throws -> [Holding] {
        try reading.all(
            """
            SELECT role, region, programme, partner FROM holding
            WHERE person = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            """, person, day
        ) { row in
            Holding(
                role: try row.get("role"), region: try row.optional("region"), programme: try row.optional("programme"),
                partner: try row.optional("partner"))
        }
    }

    /// Everyone who holds, held or will hold a role in the region, by name.
    package static func all(in region: Region.ID, _ reading: Reading) throws -> [Appointee] {
        try reading.all(
            """
            SELECT h.id AS holding, h.role, h.level, h.from_day, h.until_day,
                m.id AS person, COALESCE(h.known_as, m.name) AS person_name, m.email, m.language,
                p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition
            FROM holding h JOIN person m ON m.id = h.person LEFT JOIN partner p ON p.id = h.partner
            WHERE h.region = $1 ORDER BY person_name, h.from_day
            """, region, as: appointee)
    }

    package static func appointee(_ id: Appointee.ID, in region: Region.ID, _ reading: Reading) throws -> Appointee? {
        try reading.first(
            """
            SELECT h.id AS holding, h.role, h.level, h.from_day, h.until_day,
                m.id AS person, COALESCE(h.known_as, m.name) AS person_name, m.email, m.language,
                p.id, p.name, p.sector, p.kind, p.size, p.place, p.edition
            FROM holding h JOIN person m ON m.id = h.person LEFT JOIN partner p ON p.id = h.partner
            WHERE h.id = $1 AND h.region = $2
            """, id, region, as: appointee)
    }

    private static func appointee(_ row: Row) throws -> Appointee {
        let person = Person(
            id: try row.get("person"), name: try row.get("person_name"), email: try row.get("email"),
            language: try row.get("language"))
        let partner = try row.optional("id", as: Partner.ID.self) == nil ? nil : PartnerStore.partner(row)
        return Appointee(
            id: try row.get("holding"), person: person, role: try row.get("role"), level: try row.get("level"),
            partner: partner, from: try row.get("from_day"), until: try row.optional("until_day"))
    }
}
