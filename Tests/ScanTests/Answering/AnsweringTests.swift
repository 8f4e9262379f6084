import Database
import Scan
import Site
import TestHouse
import Testing

@Suite("Answering by a personal link")
struct AnsweringTests {
    @Test("the first screen greets, says who sees what before any question, and how long it takes")
    func start() async throws {
        let world = try await AnswerWorld()
        let seen = try await world.house.browser().get(world.link())
        #expect(seen.status == 200)
        #expect(seen.shows("Dag Sanne de Wit 0,"))
        #expect(seen.shows("Wie ziet dit?"))
        #expect(seen.shows("Het kost u ongeveer 10 minuten."))
        #expect(seen.shows("12 december 2026"))
        #expect(!seen.shows("Hoe vaak geven bedrijven les?"))
    }

    @Test("a phone goes from the start through every theme to the thanks, and each step is saved")
    func journey() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let link = world.link()
        let begun = try await browser.post(link, ["together": "alone"])
        #expect(begun.status == 303 && begun.location == "\(link)/themes/1")
        let first = try await browser.get("\(link)/themes/1")
        #expect(first.shows("Thema 1 van 3") && first.shows("Verder naar thema 2"))
        #expect(first.shows("Het plan is er.") && first.shows("Dat weet ik niet"))

        let second = try await browser.post("\(link)/themes/1", ["a-lessons": "2", "a-help": " Eén contact \u{301}"])
        #expect(second.location == "\(link)/themes/2?saved=12%3A00")
        #expect(try await world.sheet()?.answers["lessons"] == .level(2))
        let shown = try await browser.get("\(link)/themes/2?saved=12:00")
        #expect(shown.shows("Thema 2 van 3 · bewaard om 12:00"))

        let third = try await browser.post(
            "\(link)/themes/2",
            [
                "a-first.geld": "1", "a-first.uren": "2", "a-hours": "2,5", "a-who": "bedrijven", "a-who": "ouders",
            ])
        #expect(third.location == "\(link)/themes/3?saved=12%3A00")
        let last = try await browser.get("\(link)/themes/3")
        #expect(last.shows("Klaar") && last.shows("Sterk: wat gaat goed?"))
        let done = try await browser.post(
            "\(link)/themes/3", ["a-swot.s": "Trots", "a-swot.t": "Geld", "a-vision": "partly", "a-lead": "?"])
        #expect(done.location == "\(link)/thanks")
        let thanks = try await browser.get("\(link)/thanks")
        #expect(thanks.shows("Dank u wel") && thanks.shows("De ronde sluit op 12 december 2026"))

        let responses = try await world.responses()
        #expect(responses.count == 1)
        #expect(responses[0].isComplete)
        #expect(responses[0].sheet.answers["first"] == .order(["geld", "uren"]))
        #expect(responses[0].sheet.answers["hours"] == .number(2.5))
        #expect(responses[0].sheet.answers["who"] == .choices(["ouders", "bedrijven"]))
        #expect(responses[0].sheet.answers["lead"] == .dontKnow)
        #expect(
            responses[0].sheet.answers["swot"]
                == .swot(strengths: "Trots", weaknesses: "", opportunities: "", threats: "Geld"))
        #expect(browser.cookies.isEmpty)
    }

    @Test("on the same link somebody goes on where they were, with their answers filled in")
    func resume() async throws {
        let world = try await AnswerWorld()
        let link = world.link()
        _ = try await world.house.browser().post("\(link)/themes/1", ["a-lessons": "1", "a-help": "Tijd"])
        let start = try await world.house.browser().get(link)
        #expect(start.shows("Verder met thema 2") && start.shows("U beantwoordde 2 van de 8 vragen."))
        let theme = try await world.house.browser().get("\(link)/themes/1")
        #expect(theme.shows(#"name="a-lessons" value="1" checked"#))
        #expect(!theme.shows(#"name="a-lessons" value="2" checked"#))
        #expect(theme.shows(">Tijd</textarea>"))
        let other = try await world.house.browser().get("\(world.link(1))/themes/1")
        #expect(!other.shows("checked") && !other.shows("Tijd"))
    }

    @Test("sent twice, it is one answer")
    func doubleSubmit() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let page = try await browser.get("\(world.link())/themes/1")
        let path = "\(world.link())/themes/1"
        async let one = browser.post(path, ["a-lessons": "1"], token: page.formToken)
        async let two = world.house.browser().post(path, ["a-lessons": "1"], token: page.formToken)
        #expect(try await [one.status, two.status] == [303, 303])
        #expect(try await world.responses().count == 1)
    }

    @Test("answers can be changed and taken back until the round closes")
    func changing() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let path = "\(world.link())/themes/1"
        _ = try await browser.post(path, ["a-lessons": "1", "a-help": "Tijd"])
        _ = try await browser.post(path, ["a-lessons": "3", "a-help": "  "])
        #expect(try await world.sheet()?.answers == ["lessons": .level(3)])
        world.house.time.pass(days: 19)
        _ = try await browser.post(path, ["a-lessons": "?"])
        #expect(try await world.sheet()?.answers == ["lessons": .dontKnow])
    }

    @Test("a theme that is not for us counts as said, and answers given later count instead")
    func notForUs() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let path = "\(world.link())/themes/1"
        #expect(try await browser.get(path).shows("Dit thema is niet voor ons"))
        let next = try await browser.post(path, ["a-lessons": "1", "n-companies": "now"])
        #expect(next.location == "\(world.link())/themes/2?saved=12%3A00")
        #expect(try await world.sheet() == AnswerSheet(notForUs: ["companies"]))
        #expect(try await browser.get(path).shows(#"name="n-companies" value="1" checked"#))
        _ = try await browser.post(path, ["n-companies": "1"])
        #expect(try await world.sheet() == AnswerSheet(notForUs: ["companies"]))
        _ = try await browser.post(path, ["n-companies": "1", "a-lessons": "0"])
        #expect(try await world.sheet() == AnswerSheet(answers: ["lessons": .level(0)]))
    }

    @Test("the round on one page is shown whole and saved at once")
    func onePage() async throws {
        let world = try await AnswerWorld(pace: .onePage)
        let browser = world.house.browser()
        let link = world.link()
        #expect(try await browser.post(link, ["together": "alone"]).location == "\(link)/all")
        let page = try await browser.get("\(link)/all")
        for words in ["Bedrijven in de les", "Wat moet eerst?", "Is er een visie?"] { #expect(page.shows(words)) }
        let sent = try await browser.post(
            "\(link)/all", ["a-lessons": "0", "a-vision": "no", "a-hours": "7", "n-companies": "1"])
        #expect(sent.location == "\(link)/thanks")
        let response = try await world.responses()[0]
        #expect(response.isComplete)
        #expect(response.sheet.answers == ["lessons": .level(0), "vision": .choice("no"), "hours": .number(7)])
        #expect(try await browser.get(link).shows("Bekijk of wijzig uw antwoorden"))
    }

    @Test("an organisation can fill it in together, and that stays with its answer")
    func together() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        _ = try await browser.post(world.link(), ["together": "organisation"])
        _ = try await browser.post("\(world.link())/themes/1", ["a-lessons": "1"])
        #expect(try await world.responses().map(\.isTogether) == [true])
    }

    @Test("going back saves too, and leads to the theme before")
    func back() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let seen = try await browser.post("\(world.link())/themes/2", ["a-hours": "3", "back": "1"])
        #expect(seen.location == "\(world.link())/themes/1?saved=12%3A00")
        #expect(try await world.sheet()?.answers["hours"] == .number(3))
        let first = try await browser.post("\(world.link())/themes/1", ["back": "1"])
        #expect(first.location == world.link())
    }

    @Test("stopping saves what stands there, and the last theme is not done by it")
    func stop() async throws {
        let world = try await AnswerWorld()
        let seen = try await world.house.browser().post("\(world.link())/themes/3", ["a-vision": "yes", "stop": "1"])
        #expect(seen.location == world.link() + "?saved=12%3A00")
        let response = try await world.responses()[0]
        #expect(response.sheet.answers == ["vision": .choice("yes")] && !response.isComplete)
    }

    @Test("who sends nothing at all has not answered")
    func nothingSent() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        _ = try await browser.post(world.link(), ["together": "alone"])
        for theme in 1...3 { _ = try await browser.post("\(world.link())/themes/\(theme)") }
        #expect(try await world.responses().isEmpty)
        let round = world.round.id
        let key = world.house.key
        let answered = try await world.house.database.read { reading in
            try Answered.among(InvitationStore.all(of: round, reading), in: round, key: key, reading)
        }
        #expect(answered.isEmpty)
    }

    @Test("whose first answer was saved has answered")
    func noted() async throws {
        let world = try await AnswerWorld()
        _ = try await world.house.browser().post("\(world.link(1))/themes/1", ["a-lessons": "1"])
        let round = world.round.id
        let key = world.house.key
        let answered = try await world.house.database.read { reading in
            try Answered.among(InvitationStore.all(of: round, reading), in: round, key: key, reading)
        }
        #expect(answered == [world.invitations[1].id])
    }

    @Test("in English every address keeps the language, and no cookie is set")
    func english() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        #expect(try await browser.get(world.link()).shows("\(world.link())?language=en"))
        let start = try await browser.get("\(world.link())?language=en")
        #expect(start.shows("<html lang=\"en\">") && start.shows("How far are we together?"))
        let begun = try await browser.post("\(world.link())?language=en", ["together": "alone"])
        #expect(begun.location == "\(world.link())/themes/1?language=en")
        let theme = try await browser.get("\(world.link())/themes/1?language=en")
        #expect(theme.shows("How often do companies teach?") && theme.shows("Regularly"))
        #expect(theme.shows("Wat zou het meeste helpen?"), "a question without English is asked in Dutch")
        let saved = try await browser.post("\(world.link())/themes/1?language=en", ["a-lessons": "1"])
        #expect(saved.location == "\(world.link())/themes/2?language=en&saved=12%3A00")
        #expect(browser.cookies.isEmpty)
    }

    @Test("answers to a question that a later version dropped are kept beside the new ones")
    func laterVersion() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        let path = "\(world.link())/themes/1"
        _ = try await browser.post(path, ["version": "1", "a-lessons": "1", "a-help": "Tijd"])
        var smaller = AnswerWorld.instrument
        smaller.themes[0].questions.removeAll { $0.key == "help" }
        smaller.themes.swapAt(0, 1)
        try await world.change(to: smaller)
        _ = try await browser.post("\(world.link())/themes/2", ["version": "2", "a-lessons": "2"])
        #expect(try await world.sheet()?.answers == ["lessons": .level(2), "help": .text("Tijd")])
        // A form of the first version, sent after the change, still means what it said.
        _ = try await browser.post(path, ["version": "1", "a-lessons": "3", "a-help": "Geld"])
        #expect(try await world.sheet()?.answers == ["lessons": .level(3), "help": .text("Geld")])
    }

    @Test("P8: a page asks nothing of another host, and it weighs little")
    func light() async throws {
        let world = try await AnswerWorld()
        let browser = world.house.browser()
        for path in ["", "/themes/1", "/themes/2", "/themes/3", "/all", "/thanks"] {
            let seen = try await browser.get(world.link() + path)
            #expect(seen.status == 200)
            #expect(!seen.text.contains("://") , "\(path)")
            #expect(seen.body.count < 15_000)
            #expect(seen.header("set-cookie") == nil && seen.header("cache-control") == "no-store")
        }
    }
}
