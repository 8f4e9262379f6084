import Database
import Scan
import Site
import TestHouse
import Testing

@Suite("A link while no answers are taken")
struct StandTests {
    @Test("before the round opens the link says so, and nothing can be sent")
    func notYet() async throws {
        let world = try await AnswerWorld(code: "acdefh", isOpen: false)
        let browser = world.house.browser()
        #expect(try await browser.get(world.link()).shows("Deze ronde is nog niet open"))
        #expect(try await browser.get("/c/acdefh").shows("Deze ronde is nog niet open"))
        #expect(try await browser.get("\(world.link())/themes/1").location == world.link())
        let token = try await token(of: world)
        let sent = try await browser.post("\(world.link())/themes/1", ["a-lessons": "1"], token: token)
        #expect(sent.status == 409)
        #expect(try await world.responses().isEmpty)
    }

    @Test("when the round closes while somebody types, all that was typed is shown and nothing is saved")
    func closedWhileTyping() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let page = try await browser.get("\(world.link())/themes/1")
        try await world.move(to: .closed)
        let long = String(repeating: "lang ", count: 2000)
        let sent = try await browser.post(
            "\(world.link())/themes/1", ["a-lessons": "2", "a-help": "Meer tijd <b>\(long)"], token: page.formToken)
        #expect(sent.status == 409)
        #expect(sent.shows("Deze ronde is net gesloten"))
        #expect(sent.shows("Geregeld") && sent.shows("Meer tijd &lt;b&gt;\(long.dropLast())"))
        let number = try await browser.post(
            "\(world.link())/themes/2", ["a-hours": "veel te veel"], token: page.formToken)
        #expect(number.shows("veel te veel"), "what could not be read is shown back as well")
        #expect(try await world.responses().isEmpty)
    }

    @Test("after the last day the link is closed, and shows what one answered")
    func lastDay() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        _ = try await browser.post("\(world.link())/themes/1", ["a-lessons": "2", "a-help": "Tijd"])
        world.house.time.pass(days: 20)
        let seen = try await browser.get(world.link())
        #expect(seen.shows("Deze ronde is gesloten") && seen.shows("Geregeld") && seen.shows("Tijd"))
        let other = try await browser.get(world.link(1))
        #expect(other.shows("Deze ronde is gesloten") && !other.shows("Tijd"))
        #expect(try await browser.get("\(world.link())/thanks").location == world.link())
    }

    @Test("when the result is back, the link shows it with one's own answers")
    func returned() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        _ = try await browser.post("\(world.link())/themes/1", ["a-lessons": "2"])
        for step in [Round.Step.closed, .returned] { try await world.move(to: step) }
        let seen = try await browser.get(world.link())
        #expect(seen.shows("De uitkomst van Zelfscan 2026") && seen.shows("Uw eigen antwoorden"))
        try await world.move(to: .concluded)
        #expect(try await browser.get(world.link()).shows("De uitkomst van Zelfscan 2026"))
    }

    @Test("unknown, malformed and other links all show one kind page of the same length")
    func noLink() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let unknown = Secret.new().text
        let paths = [
            "/a/\(unknown)", "/a/\(unknown)/themes/1", "/a/\(unknown)/all", "/a/\(unknown)/thanks", "/a/x",
            "/a/\(unknown.uppercased())", "\(world.link())/themes/99",
            "\(world.link())/themes/x", "\(world.link())/themes/-1",
        ]
        let first = try await browser.get(paths[0])
        #expect(first.status == 404 && first.shows("Deze link werkt niet"))
        for path in paths {
            let seen = try await browser.get(path)
            #expect(seen.status == 404 && seen.body == first.body, "\(path)")
        }
    }

    @Test("a code that opens nothing is kept and shown in one kind page, whatever is the matter with it")
    func noCode() async throws {
        let world = try await AnswerWorld(code: "acdefh")
        let browser = world.house.browser()
        let first = try await browser.get("/c/nothing")
        #expect(first.status == 404 && first.shows("Deze code kennen we niet") && first.shows("value=\"nothing\""))
        #expect(try await browser.get("/join?code=nothing").body == first.body)
        for code in ["yyyyyy", "q", "acdefg"] {
            let seen = try await browser.get("/join?code=\(code)")
            #expect(seen.status == 404 && seen.text == first.text.replacing("nothing", with: code), "\(code)")
        }
        #expect(try await browser.get("/c/%00").status == 404)
        let hostile = try await browser.get("/join?code=%22%3E%3Cb%3Ehi")
        #expect(hostile.skeleton == first.skeleton)
    }

    @Test("sending to a link that opens nothing looks the same, and keeps nothing")
    func noLinkSent() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let unknown = Secret.new().text
        let token = FormTokens(key: AnswerWorld.key(of: world.house)).token(for: unknown)
        for path in ["/a/\(unknown)", "/a/\(unknown)/themes/1", "/a/\(unknown)/all"] {
            let seen = try await browser.post(path, ["a-lessons": "1", "together": "alone"], token: token)
            #expect(seen.status == 404 && seen.shows("Deze link werkt niet"), "\(path)")
        }
        #expect(try await world.responses().isEmpty)
    }

    @Test("a form without the link's own token is not taken")
    func token() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let other = try await browser.get("\(world.link(1))/themes/1").formToken
        for token in [nil, "", other] {
            let seen = try await browser.post("\(world.link())/themes/1", ["a-lessons": "1"], token: token)
            #expect(seen.status == 401)
        }
        #expect(try await world.responses().isEmpty)
    }

    private func token(of world: AnswerWorld) async throws -> String {
        FormTokens(key: AnswerWorld.key(of: world.house)).token(for: world.secret().text)
    }
}
