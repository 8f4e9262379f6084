import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse

/// Where things are in the demo world.
struct DemoPlaces: Sendable {
    let region: String
    let programme: String
    let action: String
    let theme = "pupil-flow"
    private let rounds: [String: String]
    private let people: [String: String]

    var home: String { "/regions/\(region)" }

    init(_ house: TestHouse) throws {
        let file = try EveryTable(file: house.folder + "/regio.sqlite")
        func rows(_ table: String) -> [[String: String]] {
            guard let table = file.table(table) else { return [] }
            return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
        }
        let here = rows("region").first { $0["name"] == "Rijnstreek" } ?? [:]
        region = here["id"] ?? ""
        programme = here["programme"] ?? ""
        let region = region
        action = rows("action").first { $0["region"] == region && $0["phase"] == "plan" }?["id"] ?? ""
        rounds = Dictionary(rows("round").filter { $0["region"] == region }.map { ($0["state"] ?? "", $0["id"] ?? "") }) { first, _ in first }
        let held = rows("holding").filter { $0["until_day"] == "" && ($0["region"] == region || $0["programme"] == here["programme"]) }
        people = Dictionary(held.map { ($0["role"] ?? "", $0["person"] ?? "") }) { first, _ in first }
    }

    /// The address of a round of the region in that state.
    func round(_ state: String) -> String { "\(home)/rounds/\(rounds[state] ?? "")" }

    /// An address with `HOME`, `OPEN`, `CLOSED`, `THEME`, `ACTION` and `PROGRAMME` filled in.
    func address(_ pattern: String) -> String {
        let names = [
            ("HOME", home), ("OPEN", round("open")), ("CLOSED", round("closed")), ("THEME", theme), ("ACTION", action),
            ("PROGRAMME", programme),
        ]
        return names.reduce(pattern) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    func person(_ role: Role) throws -> Person.ID {
        guard let id = people[role.rawValue].flatMap(Person.ID.init(_:)) else { throw Missing() }
        return id
    }
}
