import Foundation
import Markup
import Site
import TestHouse
import Testing

@testable import Scan

@Suite("Changing a round's questions")
struct CompositionTests {
    private static let scale = Question(
        key: "a", text: Wording(nl: "Hoe gaat het?", en: "How is it?"),
        kind: .scale(["Nog niet", "Soms", "Vaak"].map { Question.ScaleLevel(label: Wording(nl: $0, en: "x")) }))

    private func draft(_ change: (inout QuestionDraft) -> Void) -> QuestionDraft {
        var draft = QuestionDraft(Self.scale)
        change(&draft)
        return draft
    }

    @Test("other words keep the key, and drop only the translation of what changed")
    func reworded() {
        let question = draft { $0.text = "Hoe staat het?" }.question(after: Self.scale)
        #expect(question.key == "a")
        #expect(question.text == Wording(nl: "Hoe staat het?"))
        #expect(question.kind == Self.scale.kind)
    }

    @Test("another kind, number or order of levels is another question with a key never used before")
    func another() {
        let kinds = [
            draft { $0.kind = .text }, draft { $0.lines = "Nog niet\nSoms\nVaak\nAltijd" }, draft { $0.lines = "Vaak\nSoms\nNog niet" },
        ]
        let keys = kinds.map { $0.question(after: Self.scale).key }
        #expect(Set(keys + ["a"]).count == 4)
        #expect(draft { $0.lines = "Nog niet\nSoms\nGeregeld" }.question(after: Self.scale).key == "a")
    }

    @Test("both languages are typed side by side; English may be left out, and goes line by line where it is there")
    func english() throws {
        let form = Form([
            "text": "Hoe vaak?", "help": "", "kind": "scale", "lines": "Nooit\nSoms: een keer\nVaak", "text-en": "How often?",
            "help-en": "", "lines-en": "Never\nSometimes: once\nOften",
        ])
        let question = QuestionDraft(form).question()
        #expect(question.text == Wording(nl: "Hoe vaak?", en: "How often?"))
        guard case .scale(let levels) = question.kind else { return #expect(Bool(false), "another kind") }
        #expect(levels.map(\.label.en) == ["Never", "Sometimes", "Often"] && levels[1].about.en == "once")
        #expect(QuestionDraft.English(question).lines == "Never\nSometimes: once\nOften")
        var short = QuestionDraft(form)
        short.english?.lines = "Never\nOften"
        #expect(short.problems.map(\.field) == ["lines-en"])
        short.english = QuestionDraft.English()
        #expect(short.problems.isEmpty && short.question().text.en.isEmpty)
    }

    @Test("minutes follow the number of questions")
    func minutesAsked() {
        func asked(_ count: Int, _ least: Int) -> Instrument {
            let questions = (0..<count).map { Question(key: "q\($0)", text: Wording(nl: "V"), kind: .text) }
            return Instrument(
                key: "x", version: 1, title: Wording(nl: "X"), about: .empty, minutes: least,
                themes: [Theme(key: "t", title: Wording(nl: "T"), questions: questions)])
        }
        #expect(asked(20, 10).minutes(like: asked(20, 10)) == 10)
        #expect(asked(6, 10).minutes(like: asked(20, 10)) == 3)
        #expect(asked(1, 10).minutes(like: asked(20, 10)) == 1)
        #expect(asked(7, 1).minutes(like: nil) == 4)
    }

    @Test("an option keeps its key when it moves or is reworded in its place; a new one gets its own")
    func options() throws {
        var draft = QuestionDraft()
        draft.text = "Welke?"
        draft.kind = .choices
        draft.lines = "Een\nTwee\nDrie"
        let first = draft.question()
        let keys = first.kind.options.map(\.key)
        #expect(Set(keys).count == 3)
        draft.lines = "Drie\nEen\nTwee"
        #expect(draft.question(after: first).kind.options.map(\.key) == [keys[2], keys[0], keys[1]])
        draft.lines = "Een\nTweede\nDrie"
        #expect(draft.question(after: first).kind.options.map(\.key) == keys)
        draft.lines = "Een\nDrie\nVier\nTwee"
        let more = draft.question(after: first)
        #expect(more.key == first.key)
        #expect(more.kind.options.map(\.key).filter { !keys.contains($0) }.count == 1)
    }

    @Test("a question of every kind can be made", arguments: QuestionDraft.KindName.allCases)
    func kinds(kind: QuestionDraft.KindName) {
        var draft = QuestionDraft()
        draft.text = "Vraag"
        draft.kind = kind
        draft.lines = "A: eerste\nB: tweede\nC"
        draft.unit = "uur"
        #expect(draft.problems.isEmpty)
        #expect(QuestionDraft(draft.question()).kind == kind)
    }

    @Test("what does not make a question is refused, all at once")
    func problems() {
        var draft = QuestionDraft()
        draft.kind = .number
        draft.least = "5"
        draft.most = "1,5"
        #expect(draft.problems.map(\.field) == ["text", "unit", "most"])
        draft.kind = .scale
        draft.lines = "A\nB"
        #expect(draft.problems.map(\.field) == ["text", "lines"])
        draft.lines = "A\nB\nA"
        #expect(draft.problems.map(\.field) == ["text", "lines"])
    }

    @Test("questions are reworded, moved, dropped, picked again and added on the pages")
    func pages() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed("self-scan", by: browser)
        let list = RoundLinks.questions(round).text
        let before = try await world.content(round)
        let (first, second) = (before.themes[0].questions[0].key, before.themes[0].questions[1].key)
        func edition() async throws -> String { String(try await world.round(round.id).edition) }

        _ = try await browser.post(
            RoundLinks.question(round, second).text + "/moves", ["edition": try await edition(), "direction": "up"], from: list)
        #expect(try await world.content(try await world.round(round.id)).themes[0].questions[0].key == second)

        _ = try await browser.post(
            RoundLinks.question(round, first).text + "/removals", ["edition": try await edition()], from: list)
        #expect(try await !world.content(try await world.round(round.id)).questions.map(\.key).contains(first))

        let keys = before.questions.prefix(5).map(\.key)
        let chosen = try await browser.post(
            RoundLinks.selection(round).text,
            [
                "edition": try await edition(), "question": keys[0], "question": keys[1], "question": keys[2], "question": keys[3],
                "question": keys[4], "question": "made-up",
            ], from: RoundLinks.selection(round).text)
        #expect(chosen.status == 303)
        #expect(Set(try await world.content(try await world.round(round.id)).questions.map(\.key)) == Set(keys))

        let theme = before.themes[0].key
        let added = try await browser.post(
            RoundLinks.questions(round, theme: theme).text,
            ["edition": try await edition(), "text": "Wat deelt u?", "kind": "order", "lines": "Lokaal\nMachine\nDocent"],
            from: RoundLinks.newQuestion(round, theme: theme).text)
        #expect(added.status == 303)
        let question = try #require(try await world.content(try await world.round(round.id)).themes[0].questions.last)
        #expect(question.text.nl == "Wat deelt u?" && question.kind.options.count == 3)
        #expect(try await browser.get(list).shows("Wat deelt u?"))
    }

    @Test("while the round is open a change is a new version, and the old one stays with its keys")
    func versions() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        let opened = try await world.round(round.id)
        let question = try #require(try await world.content(opened).questions.first)
        #expect(try await browser.get(RoundLinks.questions(round).text).shows("maakt een nieuwe versie"))
        let page = RoundLinks.question(round, question.key).text
        let reworded = try await browser.post(
            page, ["edition": String(opened.edition), "text": "Anders gezegd?", "kind": "text"], from: page)
        #expect(reworded.status == 303)
        let now = try await world.round(round.id)
        #expect(now.version == opened.version + 1)
        #expect(try await world.content(opened).questions.first == question)
        let changed = try #require(try await world.content(now).questions.first)
        #expect(changed.key == question.key && changed.text.nl == "Anders gezegd?")
    }

    @Test("a closed round's questions are not there to change")
    func closed() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 15)
        _ = try await world.open(round, by: browser)
        _ = try await browser.post(RoundLinks.step(round, .closed).text, from: RoundLinks.home(round).text)
        #expect(try await browser.get(RoundLinks.questions(round).text).status == 404)
        #expect(try await browser.post(RoundLinks.themes(round).text, ["title": "X"], from: RoundLinks.home(round).text).status == 404)
    }

    @Test("C7: whoever comes second sees both wordings, and a move made from an old list is asked again")
    func stale() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed("self-scan", by: browser)
        let key = try #require(try await world.content(round).questions.first?.key)
        let page = RoundLinks.question(round, key).text
        let old = "1"
        let mine: KeyValuePairs = ["edition": old, "text": "Woorden van Anna", "kind": "text"]
        #expect(try await browser.post(page, ["edition": old, "text": "Woorden van Bert", "kind": "scale", "lines": "A\nB\nC\nD"], from: page).status == 303)
        let seen = try await browser.post(page, mine, from: page)
        #expect(seen.status == 409)
        #expect(seen.shows("Woorden van Anna") && seen.shows("Woorden van Bert"))
        let moved = try await browser.post(
            RoundLinks.theme(round, "pupil-flow").text + "/moves", ["edition": old, "direction": "down"],
            from: RoundLinks.questions(round).text)
        #expect(moved.status == 409 && moved.shows("Doe uw wijziging opnieuw"))
    }

    @Test("A8: extra fields change nothing: no key, state or version from a form")
    func extraFields() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let key = try #require(try await world.content(round).questions.first?.key)
        let page = RoundLinks.question(round, key).text
        _ = try await browser.post(
            page, ["edition": "1", "text": "X", "kind": "text", "key": "stolen", "state": "open", "version": "99", "region": "z"], from: page)
        let now = try await world.round(round.id)
        #expect(now.state == .composed)
        #expect(try await world.content(now).questions.first?.key == key)
    }
}
