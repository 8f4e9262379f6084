import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Starting through the open link")
struct OpenLinkTests {
    private static let code = "acdefh"

    @Test("a code typed in capitals, with a blank, leads to the round")
    func join() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        #expect(try await browser.get("/join").shows("Meedoen met een code"))
        #expect(try await browser.get("/join?code=acdefh").location == "/c/acdefh")
        #expect(try await browser.get("/join?code=ACD%20EFH").location == "/c/acdefh")
        #expect(try await browser.get("/join?code=acd-efh&language=en").location == "/c/acdefh?language=en")
    }

    @Test("the start says who sees what before any question, and stores nothing")
    func start() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let seen = try await world.house.browser().get("/c/\(Self.code)")
        #expect(seen.shows("Rijnstreek vraagt hoe u de samenwerking ziet.") && seen.shows("Wie ziet dit?"))
        #expect(seen.shows("Vanuit welke kant kijkt u?") && seen.shows("Nee, samen als organisatie"))
        #expect(!seen.text.contains(/name="(sector|level)"[^>]*checked/), "nothing is chosen beforehand")
        #expect(!seen.shows("Bij welke organisatie hoort u?"), "a confidential round does not ask it")
        let rows = try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM response") }
        #expect(rows == 0)
    }

    @Test("whoever starts gets a link of their own and answers on it")
    func journey() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get("/c/\(Self.code)")
        let secret = try #require(page.hiddenSecret)
        let begun = try await browser.post(
            "/c/\(Self.code)",
            ["secret": secret, "sector": "business", "level": "governing", "together": "organisation", "partner": "x"],
            token: page.formToken)
        #expect(begun.status == 303 && begun.location == "/a/\(secret)/themes/1")
        let own = try await browser.get("/a/\(secret)/themes/1")
        #expect(own.shows("Bewaar uw eigen link") && own.shows("/a/\(secret)<") && own.shows("Hoe vaak geven bedrijven les?"))
        _ = try await browser.post("/a/\(secret)/themes/1", ["a-lessons": "3"])
        let response = try await world.responses()[0]
        #expect(response.origin == Response.Origin(sector: .business, level: .governing, partner: nil))
        #expect(response.isTogether && response.sheet.answers == ["lessons": .level(3)])
        #expect(browser.cookies.isEmpty)
    }

    @Test("starting twice with one form is starting once, and nothing already said is undone")
    func doubleSubmit() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get("/c/\(Self.code)")
        let secret = try #require(page.hiddenSecret)
        for _ in 0..<2 {
            let seen = try await browser.post(
                "/c/\(Self.code)", ["secret": secret, "sector": "education", "level": "unsaid"], token: page.formToken)
            #expect(seen.location == "/a/\(secret)/themes/1")
            _ = try await browser.post("/a/\(secret)/themes/1", ["a-lessons": "1"])
        }
        #expect(try await world.responses().map(\.sheet.answers) == [["lessons": .level(1)]])
    }

    @Test("an open round asks for the organisation, and keeps only one of the region's own")
    func openRound() async throws {
        let world = try await AnswerWorld(privacy: .open, code: Self.code)
        let browser = world.house.browser()
        for (sent, expected) in [(world.partners[1].id.text, world.partners[1].id as PartnerID?), ("elders", nil)] {
            let page = try await browser.get("/c/\(Self.code)")
            #expect(page.shows("Bij welke organisatie hoort u?") && page.shows("Installatie Bos"))
            let secret = try #require(page.hiddenSecret)
            _ = try await browser.post(
                "/c/\(Self.code)", ["secret": secret, "partner": sent, "sector": "government", "level": "unsaid"], token: page.formToken)
            _ = try await browser.post("/a/\(secret)/themes/1", ["a-lessons": "1"])
            let (id, key) = (world.round.id, ResponseStore.key(try #require(Secret(secret))))
            let origin = try await world.house.database.read {
                try ResponseStore.response(key, in: id, for: AnswerWorld.instrument, $0)?.origin
            }
            #expect(origin?.partner == expected)
            #expect(origin?.sector == (expected == nil ? .government : .business))
        }
    }

    @Test("sector and level are chosen, also when somebody would rather not say; else the form says so and keeps the rest")
    func chosen() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get("/c/\(Self.code)")
        let secret = try #require(page.hiddenSecret)
        for bad in [[("sector", "education")], [("level", "tactical")], [("sector", "x"), ("level", "tactical")], []] {
            let seen = try await browser.send(
                bad + [("secret", secret), ("form-token", page.formToken ?? "")], to: "/c/\(Self.code)")
            #expect(seen.status == 422 && seen.shows("Dit klopt nog niet") && seen.hiddenSecret == secret)
            #expect(seen.shows(bad.contains { $0.0 == "level" } ? "Kies vanuit welke kant u kijkt." : "Kies vanaf welke plek u kijkt."))
        }
        #expect(try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM response") } == 0)
        let begun = try await browser.post(
            "/c/\(Self.code)", ["secret": secret, "sector": "unsaid", "level": "unsaid"], token: page.formToken)
        #expect(begun.status == 303)
    }

    @Test("stopping says that it is saved and shows the own link, and so do the thanks")
    func stopping() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get("/c/\(Self.code)")
        let secret = try #require(page.hiddenSecret)
        _ = try await browser.post(
            "/c/\(Self.code)", ["secret": secret, "sector": "education", "level": "unsaid"], token: page.formToken)
        let stopped = try await browser.post("/a/\(secret)/themes/1", ["a-lessons": "1", "stop": "1"])
        let pause = try await browser.get(try #require(stopped.location))
        #expect(pause.shows("U kunt nu stoppen") && pause.shows("/a/\(secret)<") && pause.shows("Verder met thema 2"))
        #expect(try await browser.get("/a/\(secret)/thanks").shows("/a/\(secret)<"))
        let invited = try await browser.post("\(world.link())/themes/1", ["a-lessons": "1", "stop": "1"])
        let letter = try await browser.get(try #require(invited.location))
        #expect(letter.shows("Open dan de link in uw uitnodiging") && !letter.shows("Bewaar uw eigen link"))
    }

    @Test("another language in the middle of the questions saves what was typed, and goes on in that language")
    func language() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let sent = try await browser.post("\(world.link())/themes/1", ["a-help": "Tijd", "language": "en"])
        #expect(sent.location?.hasPrefix("\(world.link())/themes/1?language=en&saved=") == true)
        let seen = try await browser.get(try #require(sent.location))
        #expect(seen.shows("How often do companies teach?") && seen.shows("Tijd"))
        #expect(try await world.sheet()?.answers["help"] == .text("Tijd"))
        #expect(try await browser.get("\(world.link())/thanks").links.contains("\(world.link())/thanks?language=en"))
    }

    @Test("a form with a secret that we did not make starts nothing")
    func badSecret() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        for secret in ["", "x", "ABCDEFGHJKMNPQRSTVWXYZ0123"] {
            #expect(try await browser.post("/c/\(Self.code)", ["secret": secret]).status == 404)
        }
        let rows = try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM response") }
        #expect(rows == 0)
    }

    @Test("after closing nobody starts")
    func closed() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get("/c/\(Self.code)")
        try await world.move(to: .closed)
        #expect(try await browser.get("/c/\(Self.code)").shows("Deze ronde is gesloten"))
        let sent = try await browser.post(
            "/c/\(Self.code)", ["secret": page.hiddenSecret ?? ""], token: page.formToken)
        #expect(sent.shows("Deze ronde is gesloten"))
        let rows = try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM response") }
        #expect(rows == 0)
    }
}

extension Seen {
    var hiddenSecret: String? {
        text.components(separatedBy: "name=\"secret\" value=\"").dropFirst().first?.split(separator: "\"").first.map(String.init)
    }
}
