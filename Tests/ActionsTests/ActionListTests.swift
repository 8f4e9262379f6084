import Actions
import Database
import Foundation
import Membership
import TestHouse
import Testing

@Suite("The list of actions")
struct ActionListTests {
    @Test("a region without actions says what to do first")
    func empty() async throws {
        let world = try await ActionWorld()
        let seen = try await world.browser("leader").get(world.list)
        #expect(seen.status == 200)
        #expect(seen.shows("Er zijn nog geen acties"))
        #expect(seen.shows("Voeg een actie toe"))
        let steering = try await world.browser("steering").get(world.list)
        #expect(!steering.shows("Voeg een actie toe"))
    }

    @Test("running actions come first, by date; what is late says so in words")
    func order() async throws {
        let world = try await ActionWorld()
        try await world.add("Later", until: "2027-02-01")
        try await world.add("Zonder datum", until: nil)
        try await world.add("Te laat", until: "2026-11-01")
        try await world.add("Al klaar", until: "2026-01-01", phase: .done)
        let seen = try await world.browser("steering").get(world.list)
        let places = ["Te laat</a>", "Later</a>", "Zonder datum</a>", "Al klaar</a>"].map {
            seen.text.range(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        let found = places.compactMap(\.self)
        #expect(found.last.map { $0 > found[0] } == true)
        #expect(seen.shows("3 acties lopen, één is over de datum"))
        #expect(seen.text.components(separatedBy: "class=\"late\">over de datum").count == 2)
        #expect(seen.shows("1 klaar, 0 gestopt"))
        let table = try #require(seen.text.range(of: "<table"))
        #expect(try #require(seen.text.range(of: "Later</a>", range: table.upperBound..<seen.text.endIndex)).lowerBound
            < #require(seen.text.range(of: "Zonder datum</a>")).lowerBound)
    }

    @Test("an action is on its date until the day is over")
    func lastDay() {
        let action = Action(
            id: .new(at: Moment(milliseconds: 0)), region: .new(at: Moment(milliseconds: 0)), what: "x", serves: "",
            owner: nil, until: Day("2026-11-23"))
        #expect(!action.isOverdue(on: Day(number: 20_780)) && Day(number: 20_780) == Day("2026-11-23"))
        #expect(action.isOverdue(on: Day(number: 20_781)))
    }

    @Test("owner, phase and source choose from the list; anything else in the address chooses nothing")
    func filters() async throws {
        let world = try await ActionWorld()
        let finding = Finding(
            id: .new(at: world.house.time.now), region: world.region, source: "ronde", text: "Gevonden", kind: .attention,
            questions: ["q"])
        try await world.house.database.write { try FindingStore.add(finding, $0) }
        try await world.add("Actie van owner", phase: .carryOut)
        try await world.add("Actie van niemand", owner: nil)
        try await world.add("Actie uit bevinding", owner: "leader", finding: finding.id)
        let browser = try await world.browser("leader")
        func shown(_ query: String) async throws -> [String] {
            let seen = try await browser.get(world.list + ".csv?" + query)
            return ["Actie van owner", "Actie van niemand", "Actie uit bevinding"].filter(seen.shows)
        }
        #expect(try await shown("owner=\(world.person("owner").text)") == ["Actie van owner"])
        #expect(try await shown("owner=nobody") == ["Actie van niemand"])
        #expect(try await shown("phase=do") == ["Actie van owner"])
        #expect(try await shown("source=finding") == ["Actie uit bevinding"])
        #expect(try await shown("source=itself&phase=plan") == ["Actie van niemand"])
        #expect(try await shown("phase=what%20ORDER%20BY%201&source=%27").count == 3)
    }

    @Test("no text becomes a formula in the file")
    func neutral() async throws {
        let world = try await ActionWorld()
        try await world.add("=HYPERLINK(\"http://kwaad\")", serves: " @SUM(A1)")
        let seen = try await world.browser("steering").get(world.list + ".csv")
        #expect(seen.status == 200)
        #expect(seen.header("content-disposition")?.hasPrefix("attachment") == true)
        #expect(seen.shows("\"'=HYPERLINK(\"\"http://kwaad\"\")\""))
        // Texts are trimmed on the way in; by the back door a blank stays, and is still harmless.
        #expect(seen.shows("' @SUM(A1)"))
        #expect(!seen.shows(";=") && !seen.shows("\n="))
    }

    @Test("somebody sees what they own in every region where they still have a role")
    func mine() async throws {
        let world = try await ActionWorld()
        try await world.add("Techlab delen", until: "2026-11-01")
        try await world.add("Van een ander", owner: "leader")
        let seen = try await world.browser("owner").get("/my-actions")
        #expect(seen.shows("Techlab delen") && seen.shows("Rijnstreek"))
        #expect(seen.shows("U hebt één actie, over de datum"))
        #expect(!seen.shows("Van een ander"))
        #expect(try await world.browser("partner").get("/my-actions").shows("U hebt geen lopende acties"))
        try await world.add("Van vroeger", owner: "former")
        #expect(try await !world.browser("former").get("/my-actions").shows("Van vroeger"))
    }
}
