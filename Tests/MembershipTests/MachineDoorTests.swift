import Database
import Markup
import Membership
import Site
import TestHouse
import Testing

@Suite("Let in from the machine itself")
struct MachineDoorTests {
    private let answers: KeyValuePairs = ["name": "Anna", "password": Self.fresh, "password-again": Self.fresh]
    private static let fresh = "een nieuwe zin met regen"

    /// What a link that replaces a password must be: each thing that it is not.
    private func faults(_ betray: Mutant?) async throws -> Set<String> {
        var faults: Set<String> = []
        let world = try await SmallWorld()
        let anna = try await world.person("Anna", .office, hash: world.hash())
        let session = try await world.house.browser(as: anna.id)
        let link = try await made(world, anna)
        let looking = world.house.browser()
        for _ in 1...2 where try await [looking.get(link).status, looking.head(link).status] != [200, 200] { faults.insert("looked up") }
        let token = try await looking.get(link).formToken
        let kept = try await Self.rows(world)
        if try await looking.post(link, answers, token: token).status != 303 { faults.insert("does not work") }
        if betray == .keptAfterUse { try await Self.put(kept, world) }
        if betray == .sessionsGoOn { try await Self.putSession(session, anna, world) }
        if try await world.house.browser().post(link, answers, token: token).status != 404 { faults.insert("twice") }
        if try await session.get("/account").status == 200 { faults.insert("sessions") }
        let late = try await made(world, anna)
        if betray == .lastsLonger { try await world.house.database.write { try $0.run("UPDATE welcome SET ends = ends + 86400000") } }
        world.house.time.pass(seconds: 86_400)
        if try await world.house.browser().get(late).status != 404 { faults.insert("late") }
        return faults
    }

    enum Mutant: String, CaseIterable, Sendable { case keptAfterUse = "twice", sessionsGoOn = "sessions", lastsLonger = "late" }

    @Test("a link for a new password works once, within 24 hours, is not used up by looking, and ends every session (S4)")
    func holds() async throws { #expect(try await faults(nil) == []) }

    @Test("a link that keeps less than that is found", arguments: Mutant.allCases)
    func mutants(mutant: Mutant) async throws { #expect(try await faults(mutant) == [mutant.rawValue]) }

    @Test("only a digest is stored, and the log of acts says that it was made, from the machine, without the secret")
    func noted() async throws {
        let world = try await SmallWorld()
        let anna = try await world.person("Anna", .office, hash: world.hash())
        let secret = try #require(try await made(world, anna).split(separator: "/").last)
        let everything = try EveryTable(file: world.house.folder + "/regio.sqlite").tables
        #expect(!everything.contains { $0.rows.contains { $0.contains { $0.contains(secret) } } })
        let acts = try #require(everything.first { $0.name == "act" })
        #expect(acts.column("what") == ["password-link-made"] && acts.column("about") == [anna.id.text])
        #expect(acts.column("address") == ["machine"] && acts.column("who") == [""])
        #expect(try await world.house.database.read { try ActLog.firstBroken($0) } == nil)
    }

    @Test("a new office comes in by it and sees the programme; twice is one role; what is not there is refused")
    func office() async throws {
        let world = try await SmallWorld()
        let (now, today, programme) = (world.house.time.now, world.house.time.today, world.programme)
        let appoint: @Sendable (String, String, String) async throws -> Secret = { email, name, programme in
            try await world.house.database.write {
                try MachineDoor.appoint(office: email, name: name, of: programme, on: today, at: now, $0)
            }
        }
        _ = try await appoint("anna@voorbeeld.nl", "Anna", programme.name)
        let link = Welcome.link(try await appoint("anna@voorbeeld.nl", "", programme.id.text)).text
        #expect(try await world.count("SELECT COUNT(*) AS n FROM holding") == 1)
        let browser = world.house.browser()
        #expect(try await browser.post(link, answers).status == 303)
        #expect(try await browser.get("/programmes/\(programme.id.text)").shows(programme.name))
        await #expect(throws: MachineDoor.Refused.noSuchProgramme(known: [programme.name])) {
            _ = try await appoint("anna@voorbeeld.nl", "", "Iets anders")
        }
        for (email, name) in [("bo@voorbeeld.nl", ""), ("geen adres", "Bo"), ("bo@voorbeeld.nl", "Bo\r\nBcc: x")] {
            await #expect(throws: MachineDoor.Refused.unfit) { _ = try await appoint(email, name, programme.name) }
        }
        await #expect(throws: MachineDoor.Refused.noSuchPerson) {
            _ = try await world.house.database.write { try MachineDoor.renew("bo@voorbeeld.nl", at: now, $0) }
        }
    }

    private func made(_ world: SmallWorld, _ person: Person) async throws -> String {
        let now = world.house.time.now
        return Welcome.link(try await world.house.database.write { try MachineDoor.renew(person.email, at: now, $0) }).text
    }

    private static func rows(_ world: SmallWorld) async throws -> [(String, Person.ID?, Int)] {
        try await world.house.database.read { reading in
            try reading.all("SELECT digest, person, ends FROM welcome") {
                (try $0.get("digest"), try $0.optional("person"), try $0.get("ends"))
            }
        }
    }

    private static func put(_ rows: [(String, Person.ID?, Int)], _ world: SmallWorld) async throws {
        try await world.house.database.write { writing in
            for row in rows {
                try writing.run("INSERT INTO welcome (digest, kind, person, ends) VALUES ($1, 'renew', $2, $3)", row.0, row.1, row.2)
            }
        }
    }

    private static func putSession(_ browser: Browser, _ person: Person, _ world: SmallWorld) async throws {
        let (digest, now) = (browser.holder, world.house.time.now)
        try await world.house.database.write { writing in
            try writing.run(
                "INSERT INTO session (digest, person, begun, seen, ends, device) VALUES ($1, $2, $3, $3, $4, '')",
                digest, person.id, now, now.adding(days: 1))
        }
    }
}
