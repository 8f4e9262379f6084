import Actions
import Database
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("What the talk tells on a region's home")
struct ConversationHomeTests {
    private func told(_ world: TalkWorld, _ name: String = "leader", role: Role = .projectLeader) async throws -> HomePart.Told {
        let region = world.region
        let person = try #require(world.people[name])
        let today = world.house.time.today
        return try await world.house.database.read { reading in
            let viewer = Viewer(person: person, name: name, language: .dutch, holdings: [Holding(role: role, region: region)])
            return try ConversationHome.part.tell(reading, HomePart.Asked(region: region, viewer: viewer, today: today))
        }
    }

    private func say(_ phrase: Phrase?) -> String { phrase.map(Vocabulary.dutch.text) ?? "" }

    @Test("while a round still asks, the talk is a place to come")
    func waiting() async throws {
        let told = try await told(TalkWorld(.open))
        #expect(told.stations.map(\.state) == [.later] && told.steps.isEmpty)
    }

    @Test("it asks for a date, then for findings, then for actions")
    func steps() async throws {
        let world = try await TalkWorld()
        #expect(try await say(told(world).steps.first?.title) == "Plan het gesprek over Zelfscan 2026")
        let browser = try await world.browser("leader")
        _ = try await browser.post(world.talk, ["edition": "0", "held-on": "2026-12-05", "place": "Alphen"], from: world.talk)
        let planned = try await told(world)
        #expect(planned.steps.isEmpty && say(planned.stations.first?.note) == "5 dec, Alphen")
        #expect(planned.dates.map(\.day) == [Day("2026-12-05")])
        world.house.time.pass(days: 20)
        #expect(try await say(told(world).steps.first?.title) == "Leg vast wat u samen vond")
        let finding = try await world.add("Te weinig plekken")
        #expect(try await say(told(world).steps.first?.title) == "Eén bevinding heeft nog geen actie")
        let (region, now) = (world.region, world.house.time.now)
        try await world.house.database.write { writing in
            try ActionStore.add(
                Action(
                    id: .new(at: now), region: region, finding: finding.id, what: "Vraag zes bedrijven", serves: "", owner: nil,
                    until: nil), writing)
        }
        let done = try await told(world)
        #expect(done.steps.isEmpty && done.stations.map(\.state) == [.done] && done.dates.isEmpty)
    }

    @Test("who only sees it is asked nothing, and a partner contact hears nothing of it")
    func circles() async throws {
        let world = try await TalkWorld()
        let steering = try await told(world, "steering", role: .steeringGroupMember)
        #expect(steering.steps.isEmpty && steering.stations.count == 1)
        let partner = try await told(world, "partner", role: .partnerContact)
        #expect(partner.steps.isEmpty && partner.stations.isEmpty)
    }
}
