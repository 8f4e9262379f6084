import Actions
import Database
import Membership
import Site
import TestHouse

/// Two regions with somebody in every role that matters here, on 23 November 2026.
struct ActionWorld {
    let house: TestHouse
    let region: Region.ID
    let neighbour: Region.ID
    let people: [String: Person.ID]

    static let circles: [(name: String, role: Role)] = [
        ("leader", .projectLeader), ("executive", .leadExecutive), ("subleader", .subprojectLeader),
        ("steering", .steeringGroupMember), ("facilitator", .facilitator), ("owner", .partnerContact),
        ("partner", .partnerContact),
    ]

    init() async throws {
        let house = try TestHouse()
        let now = house.time.now
        let made = try await house.database.write { writing in
            let programme = Programme(
                id: .new(at: now), name: "Techniek samen", commissioner: "Het ministerie", years: 2024...2027, themes: [],
                parts: [])
            try ProgrammeStore.add(programme, writing)
            let regions = ["Rijnstreek", "De Meren"].map {
                Region(id: .new(at: now), programme: programme.id, name: $0, part: "", since: Self.start)
            }
            for region in regions { try RegionStore.add(region, writing) }
            return (regions[0].id, regions[1].id, programme.id)
        }
        self.house = house
        (region, neighbour) = (made.0, made.1)
        var people: [String: Person.ID] = [:]
        for (name, role) in Self.circles {
            people[name] = try await Self.appoint(name, role, house) { $0.region = made.0 }
        }
        people["neighbour"] = try await Self.appoint("neighbour", .projectLeader, house) { $0.region = made.1 }
        people["office"] = try await Self.appoint("office", .office, house) { $0.programme = made.2 }
        people["former"] = try await Self.appoint("former", .projectLeader, house) {
            ($0.region, $0.until) = (made.0, Day("2026-10-31"))
        }
        self.people = people
    }

    static var start: Day { Day(number: 20_000) }

    struct Place: Sendable {
        var region: Region.ID?
        var programme: Programme.ID?
        var until: Day?
    }

    static func appoint(
        _ name: String, _ role: Role, _ house: TestHouse, _ put: (inout Place) -> Void
    ) async throws -> Person.ID {
        var place = Place()
        put(&place)
        let now = house.time.now
        let (where_, person) = (place, Person(id: .new(at: now), name: name, email: "\(name)@voorbeeld.nl", language: .dutch))
        try await house.database.write { writing in
            try PersonStore.add(person, writing)
            try HoldingStore.add(
                role, person.id, region: where_.region, programme: where_.programme, level: .tactical, from: start,
                until: where_.until, at: now, writing)
        }
        return person.id
    }

    func person(_ name: String) throws -> Person.ID {
        guard let id = people[name] else { throw Missing() }
        return id
    }

    func browser(_ name: String) async throws -> Browser { try await house.browser(as: person(name)) }

    /// Adds an action by the back door.
    @discardableResult
    func add(
        _ what: String, serves: String = "Meer leerlingen kiezen techniek", owner: String? = "owner",
        until: String? = "2026-12-15", phase: Action.Phase = .plan, finding: Finding.ID? = nil
    ) async throws -> Action {
        let action = Action(
            id: .new(at: house.time.now), region: region, finding: finding, what: what, serves: serves,
            owner: try owner.map(person), until: until.flatMap { Day($0) }, phase: phase)
        try await house.database.write { try ActionStore.add(action, $0) }
        return action
    }

    func stored(_ action: Action) async throws -> Action? {
        try await house.database.read { try ActionStore.action(action.id, in: action.region, $0)?.action }
    }

    func steps(of action: Action) async throws -> [Action.Step] {
        try await house.database.read { try ActionStore.steps(of: action.id, in: action.region, $0).map(\.step) }
    }

    func all() async throws -> [Action] {
        let region = region
        return try await house.database.read { try ActionStore.all(in: region, $0).map(\.action) }
    }

    var list: String { "/regions/\(region.text)/actions" }
    func path(_ action: Action) -> String { "\(list)/\(action.id.text)" }
}
