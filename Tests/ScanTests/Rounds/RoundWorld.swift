import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

/// A region with a project leader, partners of the three O's, and people who hold roles for them.
struct RoundWorld: Sendable {
    let house: TestHouse
    let region: Region
    let other: Region
    let leader: Person
    let partners: [Sector: Partner]

    /// - Parameter contacts: how many contact persons each sector has.
    /// - Parameter more: what these tests add to the house.
    init(contacts: [Sector: Int] = [.education: 6, .business: 6, .government: 2], more: [Wing] = []) async throws {
        let house = try TestHouse(more: more)
        let (now, today) = (house.time.now, house.time.today)
        let programme = Programme(
            id: .new(at: now), name: "Techniek", commissioner: "", years: 2023...2027, themes: [], parts: [])
        let since = today.adding(days: -900)
        let region = Region(id: .new(at: now), programme: programme.id, name: "Rijnstreek", part: "", since: since)
        let other = Region(id: .new(at: now), programme: programme.id, name: "De Meren", part: "", since: since)
        let leader = Person(id: .new(at: now), name: "Marijke de Wit", email: "marijke@voorbeeld.nl", language: .dutch)
        let names: [Sector: String] = [.education: "Rijnschool", .business: "Blom Techniek", .government: "Gemeente Alphen"]
        let partners = Dictionary(
            uniqueKeysWithValues: Sector.allCases.map { sector in
                (sector, Partner(id: .new(at: now), name: names[sector] ?? "", sector: sector, kind: "", size: .small, place: ""))
            })
        try await house.database.write { writing in
            try ProgrammeStore.add(programme, writing)
            try RegionStore.add(region, writing)
            try RegionStore.add(other, writing)
            try PersonStore.add(leader, writing)
            for place in [region, other] {
                try HoldingStore.add(
                    .projectLeader, leader.id, region: place.id, level: .tactical, from: since, at: now, writing)
            }
            for (sector, partner) in partners {
                try PartnerStore.add(partner, writing)
                try PartnerStore.join(partner.id, region.id, from: since, until: nil, at: now, writing)
                for number in 0..<(contacts[sector] ?? 0) {
                    let person = Person(
                        id: .new(at: now), name: "\(sector.rawValue) \(number)", email: "\(sector.rawValue)\(number)@voorbeeld.nl",
                        language: .dutch)
                    try PersonStore.add(person, writing)
                    try HoldingStore.add(
                        .partnerContact, person.id, region: region.id, partner: partner.id, level: .operational, from: since,
                        at: now, writing)
                }
            }
        }
        self.house = house
        self.region = region
        self.other = other
        self.leader = leader
        self.partners = partners
    }

    func person(_ name: String, _ role: Role) async throws -> Person {
        let (now, today, region) = (house.time.now, house.time.today, region.id)
        let person = Person(
            id: .new(at: now), name: name, email: name.lowercased().filter { $0 != " " } + "@voorbeeld.nl", language: .dutch)
        try await house.database.write { writing in
            try PersonStore.add(person, writing)
            try HoldingStore.add(role, person.id, region: region, level: .tactical, from: today.adding(days: -1), at: now, writing)
        }
        return person
    }

    func browser() async throws -> Browser { try await house.browser(as: leader.id) }

    /// A round as it comes from the form, by its address.
    func composed(_ instrument: String = "empty", by browser: Browser) async throws -> Round {
        let made = try await browser.post(
            RoundLinks.all(region.id).text, ["instrument": instrument], from: RoundLinks.new(region.id).text)
        #expect(made.status == 303)
        let key = try #require(made.location?.split(separator: "/").last.map(String.init))
        return try await round(try #require(Round.ID(key)))
    }

    func round(_ id: Round.ID) async throws -> Round {
        let region = region.id
        return try #require(try await house.database.read { try RoundStore.round(id, in: region, $0) })
    }

    func content(_ round: Round) async throws -> Instrument {
        try await house.database.read { try RoundStore.content(of: round.id, version: round.version, $0) }
    }

    func invitations(_ round: Round) async throws -> [Invitation] {
        try await house.database.read { try InvitationStore.all(of: round.id, $0) }
    }

    func set(_ round: Round, _ privacy: Round.Privacy) async throws {
        var changed = try await self.round(round.id)
        changed.privacy = privacy
        let kept = changed
        #expect(try await house.database.write { try RoundStore.change(kept, $0) })
    }

    /// Invites everyone who holds a role, as the pages do.
    func inviteAll(_ round: Round, by browser: Browser, count: Int) async throws {
        let page = RoundLinks.invitations(round).text
        let sent = try await browser.post(page, ["expected": String(count)], from: page)
        #expect(sent.status == 303)
    }

    /// A world with a round of that promise in the open, to which all fifteen are invited.
    static func opened(_ privacy: Round.Privacy) async throws -> (RoundWorld, Browser, Round) {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.set(round, privacy)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        return (world, browser, try await world.round(round.id))
    }

    /// A self-scan to which all fifteen are invited, still in the making.
    func invited(by browser: Browser) async throws -> Round {
        let round = try await composed("self-scan", by: browser)
        try await inviteAll(round, by: browser, count: 15)
        return round
    }

    /// The same, open.
    func opened(by browser: Browser) async throws -> Round {
        let round = try await invited(by: browser)
        _ = try await open(round, by: browser)
        return round
    }

    func open(_ round: Round, by browser: Browser) async throws -> Seen {
        try await browser.post(RoundLinks.step(round, .open).text, from: RoundLinks.home(round).text)
    }

    func letters() throws -> [String] {
        let folder = house.folder + "/letters"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }

    /// What a letter says, decoded.
    func body(_ letter: String) throws -> String {
        let parts = letter.components(separatedBy: "\r\n\r\n")
        let plain = try #require(parts.dropFirst(2).first?.components(separatedBy: "\r\n--").first)
        let data = try #require(Data(base64Encoded: plain.replacingOccurrences(of: "\r\n", with: "")))
        return String(decoding: data, as: UTF8.self)
    }

    func acts() async throws -> [String] {
        try await house.database.read { try $0.all("SELECT what FROM act ORDER BY number") { try $0.get("what") } }
    }
}

extension RoundWorld {
    /// Something is answered by whoever holds the personal link of `invitation`.
    func answer(_ invitation: Invitation) async throws {
        let key = ResponseStore.key(invitation.secret(house.key))
        try await house.database.write { writing in
            try writing.run(
                "INSERT INTO response (round, key, version, is_complete, is_together, answers) VALUES ($1, $2, 1, 1, 0, $3)",
                invitation.round, key, #"{"something":0}"#)
        }
    }
}
