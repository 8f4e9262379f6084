internal import Database
internal import Markup
internal import Site

/// What a region's home counts: partners by sector, and people with a role, on one day.
struct RegionFigures: Sendable, Equatable {
    let schools: Int
    let companies: Int
    let governments: Int
    let people: Int

    var partners: Int { schools + companies + governments }

    /// A sentence of what there is: what there is none of yet is said too.
    func sentence(since: Day, today: Day) -> Phrase {
        let year = Self.year(since: since, today: today)
        if partners == 0 { return "Nog zonder partners. \(year)" }
        return "\(schoolsPhrase), \(companiesPhrase) en \(governmentsPhrase). \(year)"
    }

    private var schoolsPhrase: Phrase {
        switch schools {
        case 0: "Nog geen scholen"
        case 1: "1 school"
        default: "\(schools) scholen"
        }
    }

    private var companiesPhrase: Phrase {
        switch companies {
        case 0: "nog geen bedrijven"
        case 1: "1 bedrijf"
        default: "\(companies) bedrijven"
        }
    }

    private var governmentsPhrase: Phrase {
        switch governments {
        case 0: "nog geen overheden"
        case 1: "1 overheid"
        default: "\(governments) overheden"
        }
    }

    /// Years are counted from the day it began; a region that starts later has no year yet.
    static func year(since: Day, today: Day) -> Phrase {
        if since > today { return "Begint op \(since.long)." }
        let full = today.year - since.year - ((today.month, today.day) < (since.month, since.day) ? 1 : 0)
        switch full + 1 {
        case 1: return "Eerste jaar samen."
        case 2: return "Tweede jaar samen."
        case 3: return "Derde jaar samen."
        case 4: return "Vierde jaar samen."
        case 5: return "Vijfde jaar samen."
        case 6: return "Zesde jaar samen."
        case 7: return "Zevende jaar samen."
        case 8: return "Achtste jaar samen."
        case 9: return "Negende jaar samen."
        case 10: return "Tiende jaar samen."
        default: return "Al \(full) jaar samen."
        }
    }
}

enum RegionFiguresStore {
    static func figures(of region: Region.ID, on day: Day, _ reading: Reading) throws -> RegionFigures {
        let counts = try reading.all(
            """
            SELECT p.sector, COUNT(DISTINCT p.id) AS n FROM partnership s JOIN partner p ON p.id = s.partner
            WHERE s.region = $1 AND s.from_day <= $2 AND (s.until_day IS NULL OR s.until_day >= $2) GROUP BY p.sector
            """, region, day
        ) { row in (sector: try row.get("sector", as: Sector.self), count: try row.get("n", as: Int.self)) }
        let people = try reading.count(
            """
            SELECT COUNT(DISTINCT person) AS n FROM holding
            WHERE region = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            """, region, day)
        func count(_ sector: Sector) -> Int { counts.first { $0.sector == sector }?.count ?? 0 }
        return RegionFigures(
            schools: count(.education), companies: count(.business), governments: count(.government), people: people)
    }
}
