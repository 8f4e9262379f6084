import App
import Database
import Membership
import Site
import TestHouse
import Testing

/// Two regions of one programme, with a person for each role in the first and a leader in the second.
struct SmallRegion {
    let house: TestHouse
    let here = Region.ID.new(at: Moment(milliseconds: 1))
    let elsewhere = Region.ID.new(at: Moment(milliseconds: 2))
    let programme = Programme.ID.new(at: Moment(milliseconds: 3))
    let people: [Role: Person.ID]
    /// The project leader of the other region.
    let neighbour: Person.ID
    /// Who was project leader here until last year.
    let former: Person.ID
    /// Who has an account but no role.
    let stranger: Person.ID

    init(handovers: [Handover] = []) async throws {
        house = try TestHouse(wings: Wings.all + [Wing(name: "Test", routes: [], migrations: [], handovers: handovers)])
        var people: [Role: Person.ID] = [:]
        for role in Role.allCases { people[role] = .new(at: Moment(milliseconds: 10)) }
        self.people = people
        neighbour = .new(at: Moment(milliseconds: 11))
        former = .new(at: Moment(milliseconds: 12))
        stranger = .new(at: Moment(milliseconds: 13))
        try await fill(people)
    }

    var leader: Person.ID { people[.projectLeader] ?? stranger }
    var executive: Person.ID { people[.leadExecutive] ?? stranger }

    private func fill(_ people: [Role: Person.ID]) async throws {
        let now = house.time.now
        let (here, elsewhere, programme) = (here, elsewhere, programme)
        let (neighbour, former, stranger) = (neighbour, former, stranger)
        try await house.database.write { writing in
            try ProgrammeStore.add(
                Programme(id: programme, name: "Techniek", commissioner: "Ministerie", years: 2024...2028, themes: [], parts: []),
                writing)
            for (region, name) in [(here, "Rijnstreek"), (elsewhere, "De Meren")] {
                try RegionStore.add(Region(id: region, programme: programme, name: name, part: "", since: Self.start), writing)
            }
            for (role, person) in people {
                try add(person, role.rawValue, writing)
                let isOfRegion = Role.ofRegion.contains(role)
                try HoldingStore.add(
                    role, person, region: isOfRegion ? here : nil, programme: isOfRegion ? nil : programme,
                    level: .tactical, from: Self.start, at: now, writing)
            }
            try add(neighbour, "neighbour", writing)
            try HoldingStore.add(.projectLeader, neighbour, region: elsewhere, level: .tactical, from: Self.start, at: now, writing)
            try add(former, "former", writing)
            try HoldingStore.add(
                .projectLeader, former, region: here, level: .tactical, from: Self.start, until: Day("2025-12-31"), at: now,
                writing)
            try add(stranger, "stranger", writing)
        }
    }

    private func add(_ person: Person.ID, _ name: String, _ writing: Writing) throws {
        try PersonStore.add(Person(id: person, name: "P \(name)", email: "\(name)@test.nl", language: .dutch), writing)
    }

    static let start = Day("2024-01-01") ?? Day(number: 0)

    /// A browser in which the region's project leader is signed in.
    func leading() async throws -> Browser { try await house.browser(as: leader) }

    var partners: String { "/regions/\(here.text)/partners" }
    var peoplePath: String { "/regions/\(here.text)/people" }
    func imports(_ subject: String) -> String { "/regions/\(here.text)/imports/\(subject)" }

    @discardableResult
    func addPartner(
        _ name: String, _ sector: Sector = .education, place: String = "Leiden", in region: Region.ID? = nil
    ) async throws -> Partnership {
        let region = region ?? here
        let now = house.time.now
        return try await house.database.write { writing in
            let partner = Partner(id: .new(at: now), name: name, sector: sector, kind: "", size: .unknown, place: place)
            try PartnerStore.add(partner, writing)
            let id = try PartnerStore.join(partner.id, region, from: Self.start, until: nil, at: now, writing)
            return Partnership(id: id, region: region, partner: partner, from: Self.start, until: nil)
        }
    }

    func partnerships(in region: Region.ID? = nil) async throws -> [Partnership] {
        let region = region ?? here
        return try await house.database.read { try PartnerStore.all(in: region, $0) }
    }

    func appointees(in region: Region.ID? = nil) async throws -> [Appointee] {
        let region = region ?? here
        return try await house.database.read { try HoldingStore.all(in: region, $0) }
    }

    func appointee(_ role: Role) async throws -> Appointee {
        let person = people[role]
        let found = try await appointees().first { $0.person.id == person && $0.role == role }
        return try #require(found)
    }
}
