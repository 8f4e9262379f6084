import Database
import Foundation
import Scan
import Site
import TestHouse
import Testing

@Suite("Odd and hostile answers")
struct HostileAnswersTests {
    @Test("fields of other questions, levels out of range and options that do not exist change nothing")
    func ignored() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let link = world.link()
        _ = try await browser.post("\(link)/themes/1", ["a-lessons": "1", "a-help": "Tijd"])
        let before = try await world.sheet()
        for level in ["4", "-1", "99999999999999999999", "x", "1.0", "\u{661}"] {
            let seen = try await browser.post(
                "\(link)/themes/1",
                ["a-lessons": level, "a-help": "Tijd", "a-hours": "3", "a-nothing": "1", "isComplete": "1", "round": "x"])
            #expect(seen.status == 303)
            #expect(try await world.sheet() == before, "\(level)")
        }
        _ = try await browser.post("\(link)/themes/3", ["a-vision": "maybe", "a-lead": "niemand"])
        _ = try await browser.post("\(link)/themes/2", ["a-who": "niemand", "a-first.niets": "1", "a-first.uren": "9"])
        #expect(try await world.sheet() == before)
    }

    @Test("a text that is far too long is told about, stays in the form, and the rest is saved")
    func tooLong() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let text = String(repeating: "é", count: 50_000)
        let seen = try await browser.post("\(world.link())/themes/1", ["a-lessons": "2", "a-help": text])
        #expect(seen.status == 422)
        #expect(seen.shows("Deze tekst is te lang. Er passen 4000 tekens.") && seen.shows(text))
        #expect(seen.shows(##"href="#a-help""##))
        #expect(seen.shows(#"name="a-lessons" value="2" checked"#))
        #expect(try await world.sheet()?.answers == ["lessons": .level(2)])
    }

    @Test("a number that is none, or too large, is told about and stays as it was typed")
    func numbers() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let path = "\(world.link())/themes/2"
        for (typed, words) in [("veel", "Schrijf een getal in cijfers"), ("41", "van 0 tot en met 40"), ("-1", "van 0 tot en met 40")] {
            let seen = try await browser.post(path, ["a-hours": typed])
            #expect(seen.status == 422 && seen.shows(words) && seen.shows("value=\"\(typed)\""))
        }
        #expect(try await world.sheet() == nil)
        for (typed, number) in [("2,5", 2.5), ("2.5", 2.5), (" 40 ", 40), ("0", 0)] {
            #expect(try await browser.post(path, ["a-hours": typed]).status == 303)
            #expect(try await world.sheet()?.answers["hours"] == .number(number))
        }
        _ = try await browser.post(path, ["a-hours": "2,5"])
        #expect(try await browser.get(path).shows("value=\"2,5\""))
    }

    @Test("two options on one place are explained kindly, with their names")
    func ties() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let seen = try await browser.post(
            "\(world.link())/themes/2", ["a-first.uren": "2", "a-first.geld": "2", "a-first.lokalen": "1", "a-hours": "3"])
        #expect(seen.status == 422)
        #expect(seen.shows("Nummer 2 staat bij meer dan één: Uren, Geld. Geef elk een eigen nummer."))
        #expect(try await world.sheet()?.answers == ["hours": .number(3)])
    }

    @Test("the buttons move an option a step, keep everything else, and show the same theme again")
    func moving() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let path = "\(world.link())/themes/2"
        let moved = try await browser.post(path, ["move": "up.first.lokalen", "a-hours": "3"])
        #expect(moved.location == "\(path)?saved=12%3A00#a-first")
        #expect(try await world.sheet()?.answers == ["first": .order(["uren", "lokalen", "geld"]), "hours": .number(3)])
        _ = try await browser.post(
            path, ["move": "down.first.uren", "a-first.uren": "1", "a-first.lokalen": "1", "a-first.geld": "3"])
        #expect(try await world.sheet()?.answers["first"] == .order(["lokalen", "uren", "geld"]))
        for odd in ["up.first.lokalen", "sideways.first.uren", "up.other.uren", ""] {
            #expect(try await browser.post(path, ["move": odd, "a-first.lokalen": "1", "a-first.uren": "2", "a-first.geld": "3"]).status == 303)
            #expect(try await world.sheet()?.answers["first"] == .order(["lokalen", "uren", "geld"]))
        }
    }

    @Test("don't know wins over what was picked, and never over what was typed")
    func dontKnow() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        _ = try await browser.post(
            "\(world.link())/themes/2",
            ["a-first.uren": "1", "d-first": "1", "a-hours": "3", "d-hours": "1", "a-who": "ouders", "d-who": "1"])
        #expect(try await world.sheet()?.answers == ["first": .dontKnow, "hours": .dontKnow, "who": .dontKnow])
        _ = try await browser.post("\(world.link())/themes/3", ["a-swot.s": "Trots", "d-swot": "1"])
        #expect(
            try await world.sheet()?.answers["swot"]
                == .swot(strengths: "Trots", weaknesses: "", opportunities: "", threats: ""))
        _ = try await browser.post("\(world.link())/themes/1", ["a-help": " ", "d-help": "1"])
        #expect(try await world.sheet()?.answers["help"] == .dontKnow)
        #expect(try await browser.get("\(world.link())/themes/1").shows(#"name="d-help" value="1" checked"#))
    }

    /// The elements and attributes of a page, without any text between or in them.
    private func skeleton(_ seen: Seen) -> String {
        seen.text.replacing(/="[^"]*"/, with: "").replacing(/>[^<]*</, with: "><")
    }

    @Test(
        "the skeleton of every page is the same for harmless and for hostile text (S1)",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=1>", "\"\u{301} onfocus=1 x=\"", "'\u{338}>", "<\u{338}b>",
            "]]>", "&#34;&lt;", "</textarea><b>", "\u{202E}x", "{{x}}", "<!--", "\u{7F}<b>",
        ])
    func skeletons(hostile: String) async throws {
        var pages: [[String]] = []
        for text in ["gewoon", hostile] {
            let world = try await AnswerWorld(
                code: "acdefh", content: AnswerWorld.worded(text), title: text, names: [text])
            let browser = world.house.browser()
            let link = world.link()
            var seen: [Seen] = []
            seen.append(try await browser.get("/c/acdefh"))
            seen.append(try await browser.get(link))
            _ = try await browser.post("\(link)/themes/1", ["a-lessons": "1", "a-help": text])
            _ = try await browser.post("\(link)/themes/3", ["a-swot.s": text, "a-swot.t": text, "a-lead": "school"])
            for path in ["", "/themes/1", "/themes/2", "/themes/3", "/all", "/thanks"] { seen.append(try await browser.get(link + path)) }
            seen.append(try await browser.post("\(link)/themes/2", ["a-hours": "geen \(text)", "a-first.uren": "1", "a-first.geld": "1"]))
            let token = seen[3].formToken
            try await world.move(to: .closed)
            seen.append(try await browser.get(link))
            seen.append(try await browser.post("\(link)/themes/1", ["a-help": text], token: token))
            pages.append(seen.map(skeleton))
        }
        for (harmless, other) in zip(pages[0], pages[1]) { #expect(harmless == other) }
    }
}

extension AnswerWorld {
    /// The same round with `text` wherever a region can write its own words.
    static func worded(_ text: String) -> Instrument {
        var content = instrument
        content.about = Wording(nl: text)
        for index in content.themes.indices {
            content.themes[index].title = Wording(nl: text)
            content.themes[index].about = Wording(nl: text)
            for place in content.themes[index].questions.indices {
                content.themes[index].questions[place].text = Wording(nl: text)
                content.themes[index].questions[place].help = Wording(nl: text)
            }
        }
        content.themes[0].questions[0].kind = .scale([.init(label: Wording(nl: text), about: Wording(nl: text)), .init(label: Wording(nl: text))])
        content.themes[2].questions[2].kind = .choice([.init(key: "school", label: Wording(nl: text))])
        return content
    }
}
