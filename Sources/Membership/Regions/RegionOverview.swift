internal import Database
internal import Site

/// All that the office sees of a region that shared nothing: its name, where it lies, who leads it, since when.
struct RegionOverview: Sendable, Equatable {
    let region: Region
    /// The names of its project leaders now.
    let leaders: [String]

    struct Part: Sendable, Equatable {
        let name: String
        let regions: [RegionOverview]
    }

    /// The parts in the programme's order; then parts that it no longer names; within each by name.
    static func byPart(_ regions: [RegionOverview], order: [String]) -> [Part] {
        let used = Set(regions.map(\.region.part))
        let others = used.subtracting(order).sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
        return (order.filter(used.contains) + others).map { part in
            Part(name: part, regions: regions.filter { $0.region.part == part })
        }
    }
}

enum RegionOverviewStore {
    static func all(in programme: Programme.ID, on day: Day, _ reading: Reading) throws -> [RegionOverview] {
        let leaders = try leaders(in: programme, on: day, reading)
        return try RegionStore.all(in: programme, reading).map { region in
            RegionOverview(region: region, leaders: leaders[region.id] ?? [])
        }
    }

    private static func leaders(
        in programme: Programme.ID, on day: Day, _ reading: Reading
    ) throws -> [Region.ID: [String]] {
        let rows = try reading.all(
            """
            SELECT h.region, m.name FROM region r
            JOIN holding h ON h.region = r.id AND h.role = $3 AND h.from_day <= $2
                AND (h.until_day IS NULL OR h.until_day >= $2)
            JOIN person m ON m.id = h.person
            WHERE r.programme = $1 ORDER BY m.name
            """, programme, day, Role.projectLeader
        ) { row in (region: try row.get("region", as: Region.ID.self), name: try row.get("name", as: String.self)) }
        return Dictionary(grouping: rows, by: \.region).mapValues { $0.map(\.name) }
    }
}
