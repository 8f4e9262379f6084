import App
import Database
import Membership
import Site
import TestHouse

/// A programme with two regions and somebody in each role that these tests need.
struct SmallWorld: Sendable {
    let house: TestHouse
    let programme: Programme
    let region: Region
    let other: Region

    static let password = "zonnige dijk met vier molens"

    init(isDemo: Bool = false, wings: [Wing] = Wings.all, memory: Memory? = nil) async throws {
        let house = try TestHouse(isDemo: isDemo, wings: wings, memory: memory)
        let now = house.time.now
        let programme = Programme(
            id: .new(at: now), name: "Techniek in de streek", commissioner: "Ministerie", years: 2023...2027,
            themes: ["Instroom"], parts: ["Noord", "West"])
        let since = Day("2023-02-01") ?? house.time.today
        let region = Region(id: .new(at: now), programme: programme.id, name: "Rijnstreek", part: "West", since: since)
        let other = Region(id: .new(at: now), programme: programme.id, name: "De Meren", part: "Noord", since: since)
        try await house.database.write { writing in
            try ProgrammeStore.add(programme, writing)
            try RegionStore.add(region, writing)
            try RegionStore.add(other, writing)
        }
        self.house = house
        self.programme = programme
        self.region = region
        self.other = other
    }

    /// A person, who may hold a role; with a hash of ``password`` where one is given.
    @discardableResult
    func person(
        _ name: String, _ role: Role? = nil, in region: Region? = nil, hash: String? = nil, until: Day? = nil
    ) async throws -> Person {
        let time = house.time
        let programme = programme.id
        let email = name.lowercased().split(separator: " ").joined(separator: ".") + "@voorbeeld.nl"
        let person = Person(id: .new(at: time.now), name: name, email: email, language: .dutch)
        try await house.database.write { writing in
            try PersonStore.add(person, writing)
            if let hash { try PersonStore.setPassword(hash, of: person.id, writing) }
            guard let role else { return }
            let isOfRegion = region != nil
            try HoldingStore.add(
                role, person.id, region: region?.id, programme: isOfRegion ? nil : programme, level: .tactical,
                from: Day("2024-01-01") ?? time.today, until: until, at: time.now, writing)
        }
        return person
    }

    /// A hash of ``password``, made once for those who share it.
    func hash() async throws -> String { try await house.assembly.house.passwords.hash(Self.password) }

    func partner(_ name: String, _ sector: Sector, until: Day? = nil) async throws {
        let now = house.time.now
        let region = region.id
        try await house.database.write { writing in
            let partner = Partner(id: .new(at: now), name: name, sector: sector, kind: "", size: .small, place: "Alphen")
            try PartnerStore.add(partner, writing)
            try PartnerStore.join(
                partner.id, region, from: Day("2024-01-01") ?? Day(number: 0), until: until, at: now, writing)
        }
    }

    func count(_ sql: SQL) async throws -> Int { try await house.database.read { try $0.count(sql) } }
}
