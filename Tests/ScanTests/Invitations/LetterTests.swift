import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Letters")
struct LetterTests {
    private func opened(_ world: RoundWorld, _ privacy: Round.Privacy = .confidential(threshold: 5)) async throws -> Round {
        let browser = try await world.browser()
        let round = try await world.composed("self-scan", by: browser)
        try await world.set(round, privacy)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        return round
    }

    /// The link in a letter's text.
    private func link(_ body: String) throws -> String {
        String(try #require(body.firstMatch(of: /\/a\/[0-9a-z]{26}/)).0)
    }

    private func waiting(_ world: RoundWorld) async throws -> Int {
        try await world.house.database.read { try Outbox.waiting(500, $0).count }
    }

    @Test("each of the invited gets a letter of their own, with their own link, who sees what, and until when")
    func written() async throws {
        let world = try await RoundWorld()
        let round = try await opened(world)
        let letters = try world.letters()
        #expect(letters.count == 15)
        let bodies = try letters.map(world.body)
        #expect(Set(try bodies.map(link)).count == 15)
        for body in bodies {
            #expect(body.contains("Wie ziet dit? Dit is vertrouwelijk.") && body.contains("Geef hem niet door."))
            #expect(body.contains("minuten") && body.contains("U hoeft niet in te loggen."))
        }
        let anna = try #require(zip(letters, bodies).first { $0.1.contains("Beste education 3,") })
        let start = try await world.house.browser().get(link(anna.1))
        let title = try await world.round(round.id).title
        #expect(start.shows("Dag education 3,") && start.shows(title))
    }

    @Test("a letter is for one: no other name, address or link stands in it")
    func alone() async throws {
        let world = try await RoundWorld()
        _ = try await opened(world)
        for letter in try world.letters() {
            #expect(letter.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "@voorbeeld.nl>").count == 2)
            #expect(try world.body(letter).components(separatedBy: "/a/").count == 2)
            #expect(try !world.body(letter).contains("@voorbeeld.nl"))
        }
    }

    @Test("it is written with what its receiver may see when it goes: a round that closed or an invitation taken back sends none")
    func rightsOfTheReceiver() async throws {
        let world = try await RoundWorld()
        let round = try await opened(world)
        let (now, id) = (world.house.time.now, round.id)
        let one = try #require(try await world.invitations(round).first)
        try await world.house.database.write { writing in
            try Outbox.add("invitation", to: "weg@voorbeeld.nl", name: "Weg", subject: "", about: "gone", at: now, writing)
            try Outbox.add("invitation", to: one.email, name: one.name, subject: "", about: one.id.text, at: now, writing)
            try Outbox.add("unknown-kind", to: one.email, name: one.name, subject: "", about: one.id.text, at: now, writing)
            _ = try RoundStore.move(id, to: .closed, at: now, writing)
        }
        #expect(try await LetterDelivery.deliver(world.house.assemblyHouse) == 0)
        #expect(try world.letters().count == 15)
        #expect(try await waiting(world) == 0)
    }

    @Test("the letter speaks the language of whoever receives it")
    func language() async throws {
        let world = try await RoundWorld()
        let region = world.region.id
        try await world.house.database.write { writing in
            let all = try HoldingStore.all(in: region, writing.reading)
            try PersonStore.setLanguage(.english, of: #require(all.first { $0.person.name == "business 2" }).person.id, writing)
        }
        _ = try await opened(world)
        let english = try #require(try world.letters().map(world.body).first { $0.contains("business 2") })
        let words = world.house.assemblyHouse.texts.vocabulary(.english)
        #expect(english.contains(words.text("Als de uitkomst er is, leest u die op dezelfde link.")))
        #expect(english.contains(words.text("U kunt stoppen en later verder gaan met dezelfde link. U hoeft niet in te loggen.")))
    }

    @Test("C7: a letter box that does not work loses no letter: they wait, and go when it works again")
    func boxIsBroken() async throws {
        let world = try await RoundWorld()
        let folder = world.house.folder + "/letters"
        _ = FileManager.default.createFile(atPath: folder, contents: Data("no folder".utf8))
        _ = try await opened(world)
        #expect(try await waiting(world) == 15)
        await #expect(throws: (any Error).self) { try await LetterDelivery.deliver(world.house.assemblyHouse) }
        #expect(try await waiting(world) == 15, "mutant: a letter that did not go is seen to wait")
        try FileManager.default.removeItem(atPath: folder)
        #expect(try await LetterDelivery.deliver(world.house.assemblyHouse) == 15)
        #expect(try await LetterDelivery.deliver(world.house.assemblyHouse) == 0, "each goes once")
        #expect(try world.letters().count == 15)
    }

    @Test("letters and their folder are for the owner alone, and none is half")
    func private_() async throws {
        let world = try await RoundWorld()
        _ = try await opened(world)
        let folder = world.house.folder + "/letters"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.allSatisfy { $0.hasSuffix(".eml") })
        for (path, mode) in [(folder, 0o700)] + names.map({ ("\(folder)/\($0)", 0o600) }) {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
        }
    }

    @Test("the outbox holds no text, no link and no secret")
    func outbox() async throws {
        let world = try await RoundWorld()
        let round = try await opened(world)
        let rows = try #require(try EveryTable(file: world.house.folder + "/regio.sqlite").table("letter")).rows.flatMap(\.self)
        for one in try await world.invitations(round) {
            let secret = one.secret(world.house.key)
            for word in [secret.text, secret.digest(for: Invitation.purpose), "/a/"] {
                #expect(!rows.contains { $0.contains(word) })
            }
        }
    }

    static let hostile = [
        "Anna\r\nBcc: ieder@een.nl", "Anna\nBcc: x@y.nl", "Anna\rX: y", "Anna\u{0}", "Anna\u{2028}Bcc: x@y.nl", "Anna\u{85}X: y",
        "Anna\u{B}X: y", "Anna\r\u{301}\nBcc: x@y.nl",
    ]

    @Test("S9: a name that would begin another line is refused as a guest, and put aside by whatever way it came", arguments: hostile)
    func headerInjection(_ name: String) async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed("self-scan", by: browser)
        try await world.set(round, .open)
        let guests = RoundLinks.guests(round).text
        _ = try await browser.post(guests, ["guests": "\(name); n@voorbeeld.nl;", "confirmed": "1"], from: guests)
        // The back door: a name that is in the database already.
        let (now, key, region) = (world.house.time.now, world.house.key, round.id)
        try await world.house.database.write { writing in
            try InvitationStore.add(
                Invitation(id: .new(at: now), round: region, person: nil, name: name, email: "achter@voorbeeld.nl", origin: .unknown),
                key: key, writing)
        }
        #expect(try await world.open(round, by: browser).status == 303)
        for letter in try world.letters() {
            let head = letter.components(separatedBy: "\r\n\r\n")[0]
            #expect(Self.lines(head).allSatisfy(Self.isOurs), "\(head)")
            #expect(!head.contains("ieder@een.nl") && !head.contains("x@y.nl"))
        }
        let aside = try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM letter WHERE trouble IS NOT NULL") }
        // What begins no line as bytes goes as an encoded word; all else waits for somebody to look at it.
        // The database gives a text back up to its first NUL.
        let kept = name.split(separator: "\0", omittingEmptySubsequences: false)[0]
        #expect((aside > 0) == !HeaderLine.isSafe(String(kept)))
    }

    @Test("mutant: a head with a line too many is seen")
    func headMutant() {
        #expect(!Self.lines("To: a\r\nBcc: x@y.nl").allSatisfy(Self.isOurs))
        #expect(!Self.lines("To: a\rBcc: x@y.nl").allSatisfy(Self.isOurs))
    }

    private static func lines(_ head: String) -> [String] {
        head.unicodeScalars.split { "\r\n".unicodeScalars.contains($0) }.map { String(String.UnicodeScalarView($0)) }
    }

    private static func isOurs(_ line: String) -> Bool {
        let names = ["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted"]
        return line.hasPrefix(" ") || names.contains { line.hasPrefix("\($0): ") }
    }
}
