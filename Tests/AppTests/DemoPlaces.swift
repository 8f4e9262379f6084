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
    /// The finding with its round before it.
    let finding: String
    let partner: String
    let theme = "pupil-flow"
    /// Personal links: some of a round that is open, and one of a round in every other state.
    let links: [String]
    /// Keys of things of another region.
    let elsewhere: Elsewhere
    let question = "pupil-flow-discover"
    private let rounds: [String: String]
    private let people: [String: String]

    struct Elsewhere: Sendable {
        let region: String
        let round: String
        let action: String
        let partnership: String
        let partner: String
        let holding: String
        let person: String
    }

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
        partner = rows("partnership").first { $0["region"] == region && $0["until_day"] == "" }?["id"] ?? ""
        rounds = Dictionary(rows("round").filter { $0["region"] == region }.map { ($0["state"] ?? "", $0["id"] ?? "") }) { first, _ in first }
        let states = Dictionary(rows("round").map { ($0["id"] ?? "", $0["state"] ?? "") }) { first, _ in first }
        var counts: [String: Int] = [:]
        links = rows("invitation").compactMap { row in
            let (round, id) = (row["round"] ?? "", row["id"] ?? "")
            let state = states[round] ?? ""
            counts[state == "open" ? round : state, default: 0] += 1
            guard counts[state == "open" ? round : state, default: 0] <= (state == "open" ? 6 : 1) else { return nil }
            return "/a/" + Secret.derived(from: house.key, Invitation.purpose, id).text
        }
        let found = rows("finding").first { $0["region"] == region } ?? [:]
        finding = "\(found["source"] ?? "")/findings/\(found["id"] ?? "")"
        let held = rows("holding").filter { $0["until_day"] == "" && ($0["region"] == region || $0["programme"] == here["programme"]) }
        let other = rows("region").first { $0["name"] == "De Meren" }?["id"] ?? ""
        func first(_ table: String, _ column: String = "id") -> String { rows(table).first { $0["region"] == other }?[column] ?? "" }
        elsewhere = Elsewhere(
            region: other, round: first("round"), action: first("action"), partnership: first("partnership"),
            partner: first("partnership", "partner"), holding: first("holding"), person: first("holding", "person"))
        people = Dictionary(held.map { ($0["role"] ?? "", $0["person"] ?? "") }) { first, _ in first }
    }

    /// The address of a round of the region in that state.
    func round(_ state: String) -> String { "\(home)/rounds/\(rounds[state] ?? "")" }

    /// An address with its words in capitals filled in; `NEW` is the round that is being composed.
    func address(_ pattern: String) -> String {
        let names = [
            ("HOME", home), ("OPEN", round("open")), ("CLOSED", round("closed")), ("NEW", round("composed")), ("THEME", theme),
            ("QUESTION", question), ("ACTION", action), ("FINDING", finding), ("PARTNER", partner),
            ("PROGRAMME", programme), ("REGION", region),
        ]
        return names.reduce(pattern) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    func person(_ role: Role) throws -> Person.ID {
        guard let id = people[role.rawValue].flatMap(Person.ID.init(_:)) else { throw Missing() }
        return id
    }
}
