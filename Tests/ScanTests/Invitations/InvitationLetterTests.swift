import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("The letter with a personal link (A7)")
struct InvitationLetterTests {
    @Test("each receiver gets their own name and link, and nobody else's")
    func own() async throws {
        let (world, _, round) = try await opened(.confidential(threshold: 5))
        let bodies = try world.letters().map { try world.body($0) }
        let key = AnswerWorld.key(of: world.house)
        let invitations = try await world.invitations(round)
        #expect(bodies.count == 15 && invitations.count == 15)
        for one in invitations {
            let own = bodies.filter { $0.contains("/a/\(one.secret(key).text)") }
            #expect(own.count == 1 && own[0].contains("Beste \(one.name),"))
            #expect(invitations.filter { own[0].contains($0.secret(key).text) }.count == 1)
        }
        #expect(bodies.allSatisfy { $0.contains("pas als 5 mensen") && $0.contains("14 december 2026") })
    }

    /// Whether each letter has the link of its receiver, and no other's.
    private static func areOwn(_ bodies: [String], _ invitations: [Invitation], _ key: [UInt8]) -> Bool {
        bodies.allSatisfy { body in
            let found = invitations.filter { body.contains($0.secret(key).text) }
            return found.count == 1 && body.contains("Beste \(found[0].name),")
        }
    }

    @Test("mutant: letters of which two were swapped are found (A7)")
    func mutant() async throws {
        let (world, _, round) = try await opened(.confidential(threshold: 5))
        let (key, invitations) = (AnswerWorld.key(of: world.house), try await world.invitations(round))
        let bodies = try world.letters().map { try world.body($0) }
        #expect(Self.areOwn(bodies, invitations, key))
        let (one, other) = (invitations[0].secret(key).text, invitations[1].secret(key).text)
        let swapped = bodies.map { body in
            body.contains(one) ? body.replacingOccurrences(of: one, with: other) : body.replacingOccurrences(of: other, with: one)
        }
        #expect(!Self.areOwn(swapped, invitations, key))
    }

    @Test("in the language of whoever receives it")
    func language() async throws {
        let (world, _, _) = try await opened(.open) { world in
            let business = try await world.id(of: "business 0")
            try await world.house.database.write { try PersonStore.setLanguage(.english, of: business, $0) }
        }
        for body in try world.letters().map({ try world.body($0) }) {
            let isEnglish = body.contains("business 0,")
            #expect(body.contains("This is your own link") == isEnglish && body.contains("Dit is uw eigen link") != isEnglish)
        }
    }

    enum Meanwhile: CaseIterable, Sendable { case closed, lastDayPassed, withdrawn, nothing }

    @Test("about a round that closed meanwhile no letter goes; nor to whom was withdrawn", arguments: Meanwhile.allCases)
    func meanwhile(_ what: Meanwhile) async throws {
        let (world, _, round) = try await opened(.open) { world in
            let folder = world.house.folder + "/letters"
            try FileManager.default.removeItem(atPath: folder)
            try Data().write(to: URL(fileURLWithPath: folder))
        }
        let (now, key) = (world.house.time.now, world.house.key)
        let one = try await world.invitations(round)[0]
        switch what {
        case .closed: _ = try await world.house.database.write { try RoundStore.move(round.id, to: .closed, at: now, $0) }
        case .lastDayPassed: world.house.time.pass(days: 22)
        case .withdrawn: _ = try await world.house.database.write { try InvitationStore.remove(one.id, of: round.id, key: key, $0) }
        case .nothing: break
        }
        try FileManager.default.removeItem(atPath: world.house.folder + "/letters")
        let expected = [Meanwhile.closed: 0, .lastDayPassed: 0, .withdrawn: 14, .nothing: 15][what]
        #expect(try await LetterDelivery.deliver(world.house.house) == expected)
        let waiting = try await world.house.database.read { try Outbox.waiting(50, $0) }
        #expect(waiting.isEmpty, "what need not go does not wait for ever")
    }

    @Test("neither the secret of a link nor the text of a letter is in the database (S4)")
    func noSecret() async throws {
        let (world, _, round) = try await opened(.confidential(threshold: 5))
        let secrets = try await world.invitations(round).map { $0.secret(AnswerWorld.key(of: world.house)).text }
        let values = try EveryTable(file: world.house.folder + "/regio.sqlite").tables.flatMap(\.rows).flatMap { $0 }
        #expect(values.contains { $0.contains("business0@voorbeeld.nl") }, "the file was read")
        for value in values {
            #expect(!value.contains("Dit is uw eigen link") && !secrets.contains { value.lowercased().contains($0.lowercased()) })
        }
    }

    @Test("S9: a title of two lines comes from no form, and from elsewhere it makes no letter")
    func hostileTitle() async throws {
        let title = "Zelfscan\r\nBcc: x@y.nl"
        let (world, _, _) = try await opened(.open) { world in
            let browser = try await world.browser()
            let round = try await world.first()
            let page = RoundLinks.planning(round).text
            let sent = try await browser.post(
                page, ["edition": String(round.edition), "title": title, "closes": "2026-12-14", "pace": "by-theme"], from: page)
            #expect(sent.status == 422 && sent.shows("Zet de naam op één regel."))
            try await world.house.database.write { try $0.run("UPDATE round SET title = $1", title) }
        }
        #expect(try world.letters().isEmpty)
        let rows = try #require(try EveryTable(file: world.house.folder + "/regio.sqlite").table("letter"))
        #expect(rows.column("trouble").filter { !$0.isEmpty }.count == 15)
    }

    /// A round that was opened after `before` changed something.
    private func opened(
        _ privacy: Round.Privacy, more: [Wing] = [], before: (RoundWorld) async throws -> Void = { _ in }
    ) async throws -> (RoundWorld, Browser, Round) {
        let world = try await RoundWorld(more: more)
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.set(round, privacy)
        try await world.inviteAll(round, by: browser, count: 15)
        try await before(world)
        #expect(try await world.open(round, by: browser).status == 303)
        return (world, browser, try await world.round(round.id))
    }
}

extension RoundWorld {
    fileprivate func first() async throws -> Round {
        let region = region.id
        return try #require(try await house.database.read { try RoundStore.all(in: region, $0) }.first)
    }

    fileprivate func id(of name: String) async throws -> Person.ID {
        let region = region.id
        return try #require(
            try await house.database.read { try HoldingStore.all(in: region, $0) }.first { $0.person.name == name }).person.id
    }
}
