import Database
import Foundation
import Markup
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

@Suite("Reminders: only to who did not answer, at most two, and telling nothing (P1, P2, A3)")
struct ReminderTests {
    private func remind(_ number: Int, _ round: Round, _ browser: Browser) async throws -> Seen {
        let page = RoundLinks.reminders(round).text
        return try await browser.post(page, ["number": String(number)], from: page)
    }

    private func reminders(_ world: RoundWorld) throws -> [String] {
        try world.letters().map { try world.body($0) }.filter { $0.contains("Uw antwoord missen we nog") }
    }

    @Test("they go to who did not answer, twice and no more, each number once")
    func twice() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.open)
        let invitations = try await world.invitations(round)
        for one in invitations.prefix(4) { try await world.answer(one) }
        let page = try await browser.get(RoundLinks.reminders(round).text)
        #expect(page.shows("De herinnering gaat naar 11 mensen."))
        #expect(
            try await remind(2, round, browser).status == 409 && reminders(world).isEmpty, "no step is skipped (A8)")
        #expect(try await remind(1, round, browser).status == 303)
        let first = try reminders(world)
        #expect(first.count == 11)
        #expect(
            try invitations.prefix(4).allSatisfy { one in
                try !reminders(world).contains { $0.contains(one.secret(world.house.key).text) }
            })
        #expect(try await remind(1, round, browser).status == 409 && reminders(world).count == 11)
        try await world.answer(invitations[4])
        #expect(try await remind(2, round, browser).status == 303 && reminders(world).count == 21)
        #expect(try await remind(3, round, browser).status == 409 && reminders(world).count == 21)
        #expect(try await world.acts().filter { $0 == "round-reminded" }.count == 2)
        #expect(try await !browser.get(RoundLinks.reminders(round).text).text.contains("name=\"number\""))
    }

    @Test("each is about the receiver's own link, and says why it matters (A7)")
    func own() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.confidential(threshold: 5))
        let invitations = try await world.invitations(round)
        for one in invitations where one.origin.sector == .education { try await world.answer(one) }
        #expect(try await remind(1, round, browser).status == 303)
        for body in try reminders(world) {
            let own = invitations.filter { body.contains($0.secret(world.house.key).text) }
            #expect(own.count == 1 && body.contains("Beste \(own[0].name),"))
            #expect(body.contains("Zonder hen wordt het gesprek eenzijdig.") || body.contains("hoe beter het gesprek"))
        }
    }

    @Test("in a confidential round the outbox names nobody; the house's key opens whom each was for (P2)")
    func sealed() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.confidential(threshold: 5))
        let invitations = try await world.invitations(round)
        for one in invitations.prefix(3) { try await world.answer(one) }
        #expect(try await remind(1, round, browser).status == 303)
        let table = try #require(try EveryTable(file: world.house.folder + "/regio.sqlite").table("letter"))
        let kinds = table.column("kind")
        let rows = zip(kinds, table.rows).filter { $0.0 == "reminder" }.map(\.1)
        #expect(rows.count == 12)
        func tells(_ rows: [[String]]) -> Bool {
            rows.flatMap { $0 }.contains { value in
                invitations.contains {
                    value.contains($0.id.text) || value.contains($0.email) || value.contains($0.name)
                }
            }
        }
        #expect(!tells(rows))
        #expect(
            tells(zip(kinds, table.rows).filter { $0.0 == "invitation" }.map(\.1)),
            "mutant: a letter that names its receiver is found")
        let places = zip(kinds, table.column("reference")).filter { $0.0 == "reminder" }.map(\.1)
        let key = world.house.key
        #expect(
            Set(places.compactMap { ReminderReference($0, key: key)?.invitation })
                == Set(invitations.dropFirst(3).map(\.id)))
        #expect(places.allSatisfy { ReminderReference($0, key: [UInt8](repeating: 0, count: 32)) == nil })
    }

    @Test("in a confidential round the number beforehand is that of the coverage page, whoever is really meant")
    func reach() throws {
        let world = try CoverageWorld(
            .confidential(threshold: 5),
            [.init(.education, .governing, "a", 5, of: 12), .init(.business, .governing, "b", 6, of: 12)])
        let all = (0...24).map { ReminderReach(world.round, world.coverage, exactly: $0) }
        #expect(all.allSatisfy { $0 == all[0] })
        if case .exactly = all[0] { Issue.record("an exact number") }
        var open = world.round
        open.privacy = .open
        #expect(
            Set((0...24).map { "\(ReminderReach(open, world.coverage, exactly: $0))" }).count == 25,
            "mutant: a number of its own is found")
    }

    @Test("whoever answers while a reminder waits gets none")
    func meanwhile() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.open)
        let folder = world.house.folder + "/letters"
        try FileManager.default.removeItem(atPath: folder)
        try Data().write(to: URL(fileURLWithPath: folder))
        #expect(try await remind(1, round, browser).status == 303)
        for one in try await world.invitations(round).prefix(14) { try await world.answer(one) }
        try FileManager.default.removeItem(atPath: folder)
        #expect(try await LetterDelivery.deliver(world.house.house) == 1)
    }

    @Test("the result goes to everyone who was invited, on their own link, whether they answered or not")
    func result() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.confidential(threshold: 5))
        for one in try await world.invitations(round).prefix(6) { try await world.answer(one) }
        for step in [Round.Step.closed, .returned] {
            #expect(
                try await browser.post(RoundLinks.step(round, step).text, from: RoundLinks.home(round).text).status
                    == 303)
        }
        let results = try world.letters().map { try world.body($0) }.filter { $0.contains("De uitkomst is er.") }
        #expect(results.count == 15)
        let secrets = try await world.invitations(round).map { $0.secret(world.house.key).text }
        #expect(secrets.allSatisfy { secret in results.filter { $0.contains("/a/\(secret)") }.count == 1 })
    }
}

@Suite("Why a letter did not arrive, in words")
struct RefusalWordsTests {
    @Test(
        "after the enhanced status code (RFC 3463)",
        arguments: [
            ("550 5.1.1 <a@b>: no", "Dit adres bestaat niet, of niet meer."), ("552 5.2.2 full", "De postbus is vol."),
            ("554 5.7.1 spam", "De mailserver van de ontvanger houdt deze mail tegen."),
            ("550 no", "De mailserver van de ontvanger neemt deze mail niet aan."),
            ("450 4.2.0 later", "Vijf dagen lang nam de mailserver de brief niet aan."),
        ])
    func words(answer: String, words: String) { #expect(RefusalWords.why(answer).key == words) }
}
