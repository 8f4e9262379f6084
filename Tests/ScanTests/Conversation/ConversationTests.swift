import Actions
import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("The talk about a round")
struct ConversationTests {
    @Test("before a round is closed the page says when the talk begins, and nothing can be kept", arguments: [nil, Round.Step.open])
    func waiting(_ state: Round.Step?) async throws {
        let world = try await TalkWorld(state)
        let browser = try await world.browser("leader")
        let seen = try await browser.get(world.talk)
        #expect(seen.status == 200 && seen.shows("Het gesprek begint als de ronde gesloten is"))
        let kept = try await browser.post(world.talk, ["edition": "0", "notes": "Te vroeg"], token: seen.tokenOfPerson)
        #expect(kept.status == 404)
        for path in ["/conversation/print", "/findings/new"] { #expect(try await browser.get(world.path + path).status == 404) }
        #expect(try await browser.post(world.path + "/findings", ["text": "x"], token: seen.tokenOfPerson).status == 404)
        #expect(try await world.conversation().edition == 0)
    }

    @Test("a talk can be held in every state after closing", arguments: [Round.Step.closed, .returned, .concluded])
    func states(_ state: Round.Step) async throws {
        let world = try await TalkWorld(state)
        #expect(try await world.browser("leader").get(world.talk).shows("Het gesprek over Zelfscan 2026"))
    }

    @Test("date, place and notes are kept, and stand there for who sees but does not write")
    func keeping() async throws {
        let world = try await TalkWorld()
        let browser = try await world.browser("facilitator")
        let sent = try await browser.post(
            world.talk, ["edition": "0", "held-on": "5-12-2026", "place": "Alphen", "notes": "Regel 1\r\nRegel 2"], from: world.talk)
        #expect(sent.status == 303)
        #expect(try await world.conversation().heldOn == Day("2026-12-05"))
        #expect(try await world.conversation().notes == "Regel 1\nRegel 2")
        let seen = try await world.browser("steering").get(world.talk)
        #expect(seen.shows("Het gesprek is op 5 december 2026 in Alphen.") && seen.shows("Regel 2"))
        #expect(!seen.shows("<textarea") && !seen.shows("Voeg een bevinding toe") && !seen.shows("Haal weg"))
    }

    @Test("the guiding questions stand beside the notes, and a confidential round asks for no names")
    func beside() async throws {
        let world = try await TalkWorld()
        let seen = try await world.browser("leader").get(world.talk)
        #expect(seen.shows("Hoe kwamen leerlingen vroeger bij een bedrijf?") && seen.shows("Wat moet over een jaar vanzelf gaan?"))
        #expect(seen.shows("De antwoorden zijn vertrouwelijk"))
        let open = try await TalkWorld(privacy: .open)
        #expect(try await !open.browser("leader").get(open.talk).shows("vertrouwelijk"))
    }

    @Test("the second of two editors sees both texts, the first time too")
    func stale() async throws {
        let world = try await TalkWorld()
        let browser = try await world.browser("leader")
        _ = try await browser.post(world.talk, ["edition": "0", "notes": "Van de een"], from: world.talk)
        for edition in ["0", "", "7"] {
            let seen = try await browser.post(world.talk, ["edition": edition, "notes": "Van de ander"], from: world.talk)
            #expect(seen.status == 409)
            #expect(seen.shows(">Van de een</dd>") && seen.shows(">Van de ander</textarea>"))
            #expect(seen.shows("name=\"edition\" value=\"1\""))
        }
        #expect(try await world.conversation().notes == "Van de een")
        #expect(try await browser.post(world.talk, ["edition": "1", "notes": "Samen"], from: world.talk).status == 303)
    }

    @Test("what is wrong shows beside its field and the notes stay")
    func problems() async throws {
        let world = try await TalkWorld()
        let seen = try await world.browser("leader").post(
            world.talk, ["edition": "0", "held-on": "overmorgen", "notes": "Niet kwijt"], from: world.talk)
        #expect(seen.status == 422 && seen.shows("Deze datum is niet te lezen") && seen.shows(">Niet kwijt</textarea>"))
        let long = String(repeating: "é", count: 20_001)
        let tooLong = try await world.browser("leader").post(world.talk, ["edition": "0", "notes": long], from: world.talk)
        #expect(tooLong.status == 422 && tooLong.shows(long))
    }

    @Test("a session that ended loses nothing of what was typed")
    func ended() async throws {
        let world = try await TalkWorld()
        let seen = try await world.house.browser().post(world.talk, ["edition": "0", "notes": "Een uur werk"], token: nil)
        #expect(seen.status == 401 && seen.shows("Een uur werk"))
    }

    @Test("insiders see, workers write, others find nothing", arguments: ["leader", "facilitator", "steering", "partner", "neighbour"])
    func access(_ name: String) async throws {
        let world = try await TalkWorld()
        let finding = try await world.add("Te weinig plekken")
        let browser = try await world.browser(name)
        let sees = ["leader", "facilitator", "steering"].contains(name)
        let writes = ["leader", "facilitator"].contains(name)
        let one = "/findings/\(finding.id.text)"
        for path in ["/conversation", "/conversation/print"] {
            #expect(try await browser.get(world.path + path).status == (sees ? 200 : 404))
        }
        for path in ["/findings/new", one, one + "/removals"] {
            #expect(try await browser.get(world.path + path).status == (writes ? 200 : 404))
        }
        let token = try await browser.get("/my-actions").tokenOfPerson
        let posts: [(String, KeyValuePairs<String, String>)] = [
            ("/conversation", ["edition": "0", "notes": "x"]), ("/findings", ["text": "x", "question": "lab-shared"]),
            (one, ["edition": "1", "text": "x", "question": "lab-shared"]), (one + "/removals", ["edition": "2"]),
        ]
        for (path, fields) in posts {
            #expect(try await browser.post(world.path + path, fields, token: token).status == (writes ? 303 : 404), "\(path)")
        }
        #expect(try await world.findings().map(\.text) == (writes ? ["x"] : ["Te weinig plekken"]))
    }

    @Test("another region's address holds neither the round nor its findings")
    func elsewhere() async throws {
        let world = try await TalkWorld()
        let finding = try await world.add("Te weinig plekken")
        let browser = try await world.browser("neighbour")
        let token = try await browser.get("/my-actions").tokenOfPerson
        let other = "/regions/\(world.neighbour.text)/rounds/\(world.round.text)"
        for path in ["/conversation", "/conversation/print", "/findings/new", "/findings/\(finding.id.text)"] {
            #expect(try await browser.get(other + path).status == 404)
        }
        for path in ["/conversation", "/findings", "/findings/\(finding.id.text)", "/findings/\(finding.id.text)/removals"] {
            let seen = try await browser.post(other + path, ["edition": "1", "text": "x", "question": "lab-shared"], token: token)
            #expect(seen.status == 404)
        }
        #expect(try await world.findings() == [finding])
    }
}
