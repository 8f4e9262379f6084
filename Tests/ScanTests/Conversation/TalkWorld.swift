import Actions
import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse

/// A region with a closed round, somebody who works on it, somebody who sees it, and a neighbour.
struct TalkWorld {
    let house: TestHouse
    let region: Region.ID
    let neighbour: Region.ID
    let round: Round.ID
    let people: [String: Person.ID]

    init(_ state: Round.Step? = .closed, privacy: Round.Privacy = .confidential(threshold: 5)) async throws {
        let house = try TestHouse()
        self.house = house
        let now = house.time.now
        let programme = Programme(
            id: .new(at: now), name: "Techniek samen", commissioner: "Het ministerie", years: 2024...2027, themes: [], parts: [])
        let since = Day(number: 20_000)
        let regions = ["Rijnstreek", "De Meren"].map {
            Region(id: .new(at: now), programme: programme.id, name: $0, part: "", since: since)
        }
        let round = Round(
            id: .new(at: now), region: regions[0].id, title: "Zelfscan 2026", instrument: "self-scan", purpose: .learn,
            privacy: privacy, closes: Day(number: 20_775))
        let cast: [(String, Role, Region)] = [
            ("leader", .projectLeader, regions[0]), ("facilitator", .facilitator, regions[0]),
            ("steering", .steeringGroupMember, regions[0]), ("partner", .partnerContact, regions[0]),
            ("neighbour", .projectLeader, regions[1]),
        ]
        people = try await house.database.write { writing in
            try ProgrammeStore.add(programme, writing)
            for region in regions { try RegionStore.add(region, writing) }
            var people: [String: Person.ID] = [:]
            for (name, role, region) in cast {
                let person = Person(id: .new(at: now), name: name, email: "\(name)@voorbeeld.nl", language: .dutch)
                people[name] = person.id
                try PersonStore.add(person, writing)
                try HoldingStore.add(role, person.id, region: region.id, level: .tactical, from: since, at: now, writing)
            }
            try RoundStore.add(round, Self.content, at: now, writing)
            for step in Round.Step.allCases.prefix(while: { _ in state != nil }) {
                _ = try RoundStore.move(round.id, to: step, at: now, writing)
                if step == state { break }
            }
            return people
        }
        (region, neighbour, self.round) = (regions[0].id, regions[1].id, round.id)
    }

    static let content = Instrument(
        key: "self-scan", version: 1, title: Wording(nl: "Zelfscan"), about: .empty, minutes: 10,
        themes: [
            Theme(
                key: "stages", title: Wording(nl: "Stages en gastlessen"),
                guiding: Theme.Guiding(
                    then: Wording(nl: "Hoe kwamen leerlingen vroeger bij een bedrijf?"),
                    now: Wording(nl: "Wie regelt het nu?"), next: Wording(nl: "Wat moet over een jaar vanzelf gaan?")),
                questions: [
                    Question(key: "stage-places", text: Wording(nl: "Er zijn genoeg stageplekken in de regio."), kind: .yesPartlyNo),
                    Question(key: "guest-lessons", text: Wording(nl: "Bedrijven geven elk jaar gastlessen."), kind: .yesPartlyNo),
                ]),
            Theme(
                key: "lab", title: Wording(nl: "Techlab"),
                questions: [Question(key: "lab-shared", text: Wording(nl: "Wij delen het techlab."), kind: .yesPartlyNo)]),
        ])

    func browser(_ name: String) async throws -> Browser {
        guard let person = people[name] else { throw Missing() }
        return try await house.browser(as: person)
    }

    var path: String { "/regions/\(region.text)/rounds/\(round.text)" }
    var talk: String { path + "/conversation" }

    func findings() async throws -> [Finding] {
        let (region, round) = (region, round)
        return try await house.database.read { try FindingStore.all(from: round.text, in: region, $0) }
    }

    func conversation() async throws -> Conversation {
        let round = round
        return try await house.database.read { try ConversationStore.conversation(about: round, $0) }
    }

    @discardableResult
    func add(_ text: String, kind: Finding.Kind = .attention, questions: [String] = ["stage-places"]) async throws -> Finding {
        let finding = Finding(
            id: .new(at: house.time.now), region: region, source: round.text, text: text, kind: kind, questions: questions)
        house.time.pass(seconds: 1)
        try await house.database.write { try FindingStore.add(finding, $0) }
        return finding
    }
}

extension Seen {
    /// The token of the form with which somebody signs out: made for whoever is signed in, on every page of theirs.
    var tokenOfPerson: String? {
        let mark = "name=\"form-token\" value=\""
        guard let form = text.range(of: "action=\"/sign-out\""),
            let start = text.range(of: mark, range: form.upperBound..<text.endIndex)
        else { return nil }
        return text[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }

    /// The page without its texts and values: elements and the names of their attributes.
    var bones: [String] {
        text.components(separatedBy: "<").dropFirst().map { piece in
            var name = ""
            var isQuoted = false
            for scalar in piece.unicodeScalars {
                if scalar == "\"" { isQuoted.toggle() } else if isQuoted { continue } else if scalar == ">" { break }
                else { name.unicodeScalars.append(scalar) }
            }
            return name
        }
    }
}
