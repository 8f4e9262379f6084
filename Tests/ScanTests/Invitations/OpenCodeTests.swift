import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("The code of an open link")
struct OpenCodeTests {
    private static let code = "acdefh"

    @Test("typed with blanks, small letters or hyphens, or copied from the screen with its hard blank, it opens", arguments: [
        "acdefh", "ACDEFH", "acd efh", " Acd  Efh ", "ACD-EFH", "ACD\u{A0}EFH", "ACD\u{202F}EFH", "a c d e f h", "ACD\tEFH",
    ])
    func typed(text: String) async throws {
        let world = try await AnswerWorld(code: Self.code)
        let escaped = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(try await world.house.browser().get("/join?code=\(escaped)").location == "/c/acdefh")
    }

    @Test("a made code holds six letters that look like no other, and is shown as it can be typed")
    func made() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.openLink(round).text
        #expect(try await browser.post(page, from: page).status == 303)
        let code = try #require(try await world.round(round.id).code)
        #expect(code.utf8.count == 6 && !code.contains { "0o1il2z5s8buv".contains($0) })
        let shown = OpenCode.shown(code)
        #expect(shown.unicodeScalars.count == 7 && OpenCode.typed(shown) == code)
        #expect(try await browser.get(page).shows(shown))
        #expect(try await browser.post(page, from: page).status == 303)
        #expect(try await world.round(round.id).code == code, "asked again, it stays: it may stand on paper")
    }

    @Test("of a round that is not open yet or is closed, the code leads to a page that says so; an unknown one to 404")
    func states() async throws {
        let composed = try await AnswerWorld(code: Self.code, isOpen: false)
        #expect(try await composed.house.browser().get("/c/\(Self.code)").shows("Deze ronde is nog niet open"))
        let closed = try await AnswerWorld(code: Self.code)
        try await closed.move(to: .closed)
        #expect(try await closed.house.browser().get("/c/\(Self.code)").shows("Deze ronde is gesloten"))
        #expect(try await closed.house.browser().get("/c/acdefk").status == 404)
    }

    @Test("taken away, the code opens nothing any more")
    func removed() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let leader = try await world.leader()
        let removal = RoundLinks.openLinkRemovals(world.round).text
        #expect(try await leader.post(removal, from: RoundLinks.openLink(world.round).text).status == 303)
        #expect(try await world.house.browser().get("/c/\(Self.code)").status == 404)
    }
}

@Suite("Guessing codes of open links (L5)")
struct CodeGuessTests {
    private static let code = "acdefh"

    /// Codes that open nothing, each another one.
    private func guess(_ count: Int, by browser: Browser) async throws {
        let letters = Array("acdefhjkmnpqrtwxy34679")
        for number in 0..<count {
            let path = number % 2 == 0 ? "/c/" : "/join?code="
            let seen = try await browser.get("\(path)yyyy\(letters[number / 22 % 22])\(letters[number % 22])")
            #expect(seen.status == 404, "\(number)")
        }
    }

    @Test("after 200 that open nothing, from that address no code opens for a quarter of an hour; personal links do")
    func stopped() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        let page = try await browser.get(world.link())
        try await guess(200, by: browser)
        for path in ["/c/\(Self.code)", "/join?code=\(Self.code)", "/c/yyyyyy"] {
            let seen = try await browser.get(path)
            #expect(seen.status == 429 && seen.shows("Er zijn te veel codes geprobeerd"), "\(path)")
        }
        let sent = try await browser.post("/c/\(Self.code)", ["secret": Secret.new().text], token: page.formToken)
        #expect(sent.status != 303)
        #expect(try await browser.get(world.link()).status == 200)
        world.house.time.pass(seconds: 901)
        #expect(try await browser.get("/c/\(Self.code)").status == 200)
    }

    @Test("a code that opened from there before goes on opening: nobody keeps a hall from its code")
    func hall() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        #expect(try await browser.get("/join?code=ACD%20EFH").status == 303)
        try await guess(200, by: browser)
        #expect(try await browser.get("/c/yyyyyy").status == 429)
        #expect(try await browser.get("/c/\(Self.code)").status == 200)
    }

    @Test("right codes do not count, however many come")
    func right() async throws {
        let world = try await AnswerWorld(code: Self.code)
        let browser = world.house.browser()
        for _ in 0..<250 { #expect(try await browser.get("/c/\(Self.code)").status == 200) }
    }
}
