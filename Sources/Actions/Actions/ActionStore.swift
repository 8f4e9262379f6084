package import Database
package import Membership
internal import Site

package enum ActionStore {
    package static func add(_ action: Action, _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO action (id, region, finding, what, serves, owner, until_day, phase)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            action.id, action.region, action.finding, action.what, action.serves, action.owner, action.until,
            action.phase)
    }

    /// Keeps the words, the owner and the date; the phase changes by steps alone.
    /// False when somebody else changed it since its edition was read.
    package static func change(_ action: Action, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            UPDATE action SET what = $3, serves = $4, owner = $5, until_day = $6, edition = edition + 1
            WHERE id = $1 AND region = $2 AND edition = $7
            """,
            action.id, action.region, action.what, action.serves, action.owner, action.until, action.edition) == 1
    }

    /// Takes out an action of which nothing happened yet. False when a step was written, or when somebody else changed it.
    static func remove(_ id: Action.ID, in region: Region.ID, edition: Int, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            DELETE FROM action WHERE id = $1 AND region = $2 AND edition = $3
                AND NOT EXISTS (SELECT 1 FROM action_step s WHERE s.action = $1)
            """, id, region, edition) == 1
    }

    package static func action(_ id: Action.ID, in region: Region.ID, _ reading: Reading) throws -> ListedAction? {
        try reading.first(
            """
            SELECT a.id, a.region, a.finding, a.what, a.serves, a.owner, a.until_day, a.phase, a.edition,
                p.name AS owner_name, f.text AS finding_text, r.name AS region_name,
                (SELECT MAX(s.day) FROM action_step s WHERE s.action = a.id) AS last_day
            FROM action a JOIN region r ON r.id = a.region
            LEFT JOIN person p ON p.id = a.owner LEFT JOIN finding f ON f.id = a.finding
            WHERE a.id = $1 AND a.region = $2
            """, id, region, as: listed)
    }

    /// Every action of the region: what runs first, by date, what has no date last.
    package static func all(in region: Region.ID, _ reading: Reading) throws -> [ListedAction] {
        try reading.all(
            """
            SELECT a.id, a.region, a.finding, a.what, a.serves, a.owner, a.until_day, a.phase, a.edition,
                p.name AS owner_name, f.text AS finding_text, r.name AS region_name,
                (SELECT MAX(s.day) FROM action_step s WHERE s.action = a.id) AS last_day
            FROM action a JOIN region r ON r.id = a.region
            LEFT JOIN person p ON p.id = a.owner LEFT JOIN finding f ON f.id = a.finding
            WHERE a.region = $1
            ORDER BY CASE WHEN a.phase IN ('done', 'stopped') THEN 1 ELSE 0 END, COALESCE(a.until_day, '9999'), a.id
            """, region, as: listed)
    }

    /// The findings of the region from which an action followed.
    package static func followedFindings(in region: Region.ID, _ reading: Reading) throws -> Set<Finding.ID> {
        let found: [Finding.ID] = try reading.all(
            "SELECT DISTINCT finding FROM action WHERE region = $1 AND finding IS NOT NULL", region) { try $0.get("finding") }
        return Set(found)
    }

    /// Everything that a person owns, in every region, in the same order.
    package static func all(ownedBy person: Person.ID, _ reading: Reading) throws -> [ListedAction] {
        try reading.all(
            """
            SELECT a.id, a.region, a.finding, a.what, a.serves, a.owner, a.until_day, a.phase, a.edition,
                p.name AS owner_name, f.text AS finding_text, r.name AS region_name,
                (SELECT MAX(s.day) FROM action_step s WHERE s.action = a.id) AS last_day
            FROM action a JOIN region r ON r.id = a.region
            LEFT JOIN person p ON p.id = a.owner LEFT JOIN finding f ON f.id = a.finding
            WHERE a.owner = $1
            ORDER BY CASE WHEN a.phase IN ('done', 'stopped') THEN 1 ELSE 0 END, COALESCE(a.until_day, '9999'), a.id
            """, person, as: listed)
    }

    /// How many running actions `person` owns in `region`: what a successor would inherit.
    package static func openCount(of person: Person.ID, in region: Region.ID, _ reading: Reading) throws -> Int {
        try reading.count(
            """
            SELECT COUNT(*) AS n FROM action
            WHERE owner = $1 AND region = $2 AND phase NOT IN ('done', 'stopped')
            """, person, region)
    }

    /// Gives the running actions of one person in the region to another; what ended keeps its owner.
    /// Answers how many.
    @discardableResult
    package static func handOver(
        from leaver: Person.ID, to successor: Person.ID, in region: Region.ID, _ writing: Writing
    ) throws -> Int {
        try writing.run(
            """
            UPDATE action SET owner = $2, edition = edition + 1
            WHERE owner = $1 AND region = $3 AND phase NOT IN ('done', 'stopped')
            """, leaver, successor, region)
    }

    private static func listed(_ row: Row) throws -> ListedAction {
        let action = Action(
            id: try row.get("id"), region: try row.get("region"), finding: try row.optional("finding"),
            what: try row.get("what"), serves: try row.get("serves"), owner: try row.optional("owner"),
            until: try row.optional("until_day"), phase: try row.get("phase"), edition: try row.get("edition"))
        return ListedAction(
            action: action, owner: try row.optional("owner_name"), finding: try row.optional("finding_text"),
            regionName: try row.get("region_name"), lastDay: try row.optional("last_day"))
    }
}
