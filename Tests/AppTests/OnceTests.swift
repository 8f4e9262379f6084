import App
import Database
import Foundation
import Site
import TestHouse
import Testing

/// A form that adds something: who opens which page, where the form goes, what is typed, and the table that grows.
struct AddingForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var role = Role.projectLeader
    /// Addresses as ``DemoPlaces`` fills them in.
    let page: String
    let action: String
    let typed: [String: String]
    let table: String

    static let all: [AddingForm] = [
        AddingForm(
            testDescription: "an action", page: "HOME/actions/new", action: "HOME/actions", typed: ["what": "Zes docenten lopen mee"],
            table: "action"),
        AddingForm(
            testDescription: "a finding", page: "CLOSED/findings/new", action: "CLOSED/findings",
            typed: ["text": "Wij bellen te laat", "kind": "proud"], table: "finding"),
        AddingForm(testDescription: "a round", page: "HOME/rounds/new", action: "HOME/rounds", typed: [:], table: "round"),
        AddingForm(
            testDescription: "a theme", page: "OPEN/themes/new", action: "OPEN/themes", typed: ["title": "Vervoer"], table: "round_version"),
        AddingForm(
            testDescription: "a question", page: "OPEN/themes/THEME/questions/new", action: "OPEN/themes/THEME/questions",
            typed: ["text": "Wat deelt u?", "kind": "text"], table: "round_version"),
        AddingForm(
            testDescription: "a partner", page: "HOME/partners/new", action: "HOME/partners",
            typed: ["name": "Nieuwe School", "sector": "education", "place": "Oeverstad"], table: "partnership"),
        AddingForm(
            testDescription: "a person", page: "HOME/people/new", action: "HOME/people",
            typed: ["name": "Nieuw Mens", "email": "nieuw@voorbeeld.nl", "role": "facilitator", "level": "tactical"], table: "holding"),
        AddingForm(
            testDescription: "a step", page: "HOME/actions/ACTION", action: "HOME/actions/ACTION/steps",
            typed: ["phase": "do", "text": "Wij zijn begonnen"], table: "action_step"),
        AddingForm(
            testDescription: "a programme", role: .office, page: "/programmes/new", action: "/programmes",
            typed: ["name": "Tweede programma"], table: "programme"),
        AddingForm(
            testDescription: "a region", role: .office, page: "/programmes/PROGRAMME/regions/new", action: "/programmes/PROGRAMME/regions",
            typed: ["name": "Nieuwe Streek", "since": "2026-01-01", "leader-name": "Lot", "leader-email": "lot@voorbeeld.nl"],
            table: "region"),
    ]
}

@Suite("A form that adds something, sent twice, adds one thing")
struct OnceTests {
    /// Opens the page, fills the form in, and sends it as often as `times` says, one after the other or at once.
    private func sent(
        _ one: AddingForm, times: Int, atOnce: Bool = false, without field: String? = nil, _ change: (Int) -> [String: String] = { _ in [:] }
    ) async throws -> (answers: [Seen], grown: Int) {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let browser = try await house.browser(as: try places.person(one.role))
        let before = try await house.database.counts()[one.table, default: 0]
        let shown = try await browser.get(places.address(one.page))
        let form = try #require(shown.form(to: places.address(one.action)), "\(shown.status) \(places.address(one.page))")
        let typed = (0..<times).map { turn in
            form.sent(one.typed.merging(change(turn)) { $1 }).filter { $0.0 != field }
        }
        var answers: [Seen] = []
        if atOnce {
            let clients = try await withThrowingTaskGroup(of: Seen.self) { group in
                for pairs in typed {
                    let other = Browser(house: house, session: browser.cookies["__Host-session"].flatMap(Secret.init(_:)))
                    group.addTask { [action = form.action, other = Sent(browser: other)] in try await other.browser.send(pairs, to: action) }
                }
                return try await group.reduce(into: [Seen]()) { $0.append($1) }
            }
            answers = clients
        } else {
            for pairs in typed { answers.append(try await browser.send(pairs, to: form.action)) }
        }
        return (answers, try await house.database.counts()[one.table, default: 0] - before)
    }

    /// A browser handed to one task alone.
    private struct Sent: @unchecked Sendable { let browser: Browser }

    @Test("a double click: one thing, and the second sees what the first made", arguments: AddingForm.all)
    func twice(_ one: AddingForm) async throws {
        let (answers, grown) = try await sent(one, times: 2)
        #expect(grown == 1)
        #expect(answers[0].status == answers[1].status && answers[0].location == answers[1].location)
        // Who made a region reads the first leader's link, also on the second page: it is the only one they see.
        if one.table == "region" {
            #expect(Self.welcome(answers[1]) != nil && Self.welcome(answers[0]) == Self.welcome(answers[1]))
        }
        #expect(answers[0].status == 303 || answers[0].shows("/welcome/"), "\(answers[0].status)")
    }

    private static func welcome(_ seen: Seen) -> String? {
        seen.status == 200 ? seen.text.firstMatch(of: /\/welcome\/[a-z0-9]{26}/).map { String($0.0) } : nil
    }

    @Test("five at the same instant: one thing", arguments: AddingForm.all)
    func atOnce(_ one: AddingForm) async throws {
        let (answers, grown) = try await sent(one, times: 5, atOnce: true)
        #expect(grown == 1)
        #expect(answers.allSatisfy { $0.status == 303 || $0.shows("/welcome/") }, "\(answers.map(\.status))")
    }

    /// The mutant is the form as it was before: without its word.
    @Test("A8: mutant: without the form's word a double click is seen to make two")
    func mutant() async throws {
        let (_, grown) = try await sent(AddingForm.all[0], times: 2, without: "form-once")
        #expect(grown == 2)
    }

    @Test("who goes back and writes something else adds that too")
    func another() async throws {
        let (answers, grown) = try await sent(AddingForm.all[0], times: 2) { ["what": "Zes docenten lopen mee, keer \($0)"] }
        #expect(grown == 2 && answers[0].location != answers[1].location)
    }

    @Test("a word that we cannot have made is no word", arguments: ["x", "019a0000-0000-4000-8000-000000000000", "ffffffff-ffff-7fff-8fff-ffffffffffff"])
    func forged(_ word: String) async throws {
        let (_, grown) = try await sent(AddingForm.all[0], times: 2) { _ in ["form-once": word] }
        #expect(grown == 2)
    }
}
