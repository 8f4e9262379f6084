import Actions
import Database
import Markup
import Membership
import Site
import TestHouse
import Testing

@Suite("What the actions tell on a region's home")
struct ActionHomeTests {
    private func told(_ world: ActionWorld, _ name: String) async throws -> HomePart.Told {
        let part = try #require(ActionsWing.wing.home.first)
        let (region, person, today) = (
            world.region, try world.person(name), world.house.time.today
        )
        return try await world.house.database.read { reading in
            let viewer = Viewer(
                person: person, name: name, language: .dutch,
                holdings: try HoldingStore.held(by: person, on: today, reading))
            return try part.tell(reading, HomePart.Asked(region: region, viewer: viewer, today: today))
        }
    }

    private func say(_ phrase: Phrase?) -> String { phrase.map(Vocabulary.dutch.text) ?? "" }
    private func text(_ told: HomePart.Told) -> String {
        told.sections.map { String(decoding: $0.bytes(), as: UTF8.self) }.joined()
    }

    @Test("counts, the coming month, and a next step when something is overdue")
    func overdue() async throws {
        let world = try await ActionWorld()
        try await world.add("Te laat", until: "2026-11-01")
        try await world.add("Deze maand", until: "2026-12-01")
        try await world.add("Volgend jaar", until: "2027-06-01")
        let browser = try await world.browser("leader")
        let done = try await world.add("Af", phase: .check)
        _ = try await browser.post(
            world.path(done) + "/steps", ["edition": "1", "phase": "done", "text": "Gelukt"], from: world.path(done))
        let told = try await told(world, "leader")
        #expect(text(told).contains("3 lopen, 1 over de datum, 1 klaar dit jaar."))
        #expect(told.dates.map { String(decoding: $0.title.bytes(), as: UTF8.self) } == ["Deze maand"])
        #expect(say(told.steps.first?.title) == "Eén actie is over de datum")
        #expect(say(told.steps.first?.why).contains("Te laat"))
        #expect(told.stations.map(\.state) == [.now] && say(told.stations.first?.note) == "3 lopen, 1 te laat")
    }

    @Test("without actions there is no step, and what is all done is a place passed")
    func quiet() async throws {
        let world = try await ActionWorld()
        let empty = try await told(world, "steering")
        #expect(empty.steps.isEmpty && empty.stations.map(\.state) == [.later] && text(empty).contains("Er zijn nog geen acties"))
        try await world.add("Af", phase: .done)
        #expect(try await told(world, "steering").stations.map(\.state) == [.done])
    }

    @Test("a partner contact hears of their own actions alone")
    func own() async throws {
        let world = try await ActionWorld()
        try await world.add("Van mij", until: "2026-12-01")
        try await world.add("Van een ander", owner: "leader", until: "2026-11-01")
        let told = try await told(world, "owner")
        #expect(told.stations.isEmpty && told.dates.count == 1)
        #expect(say(told.steps.first?.title) == "U hebt één actie")
        #expect(!text(told).contains("Van een ander"))
        let other = try await self.told(world, "partner")
        #expect(other.steps.isEmpty && other.sections.isEmpty)
    }
}
