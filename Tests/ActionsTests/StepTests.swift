import Actions
import Database
import Membership
import TestHouse
import Testing

@Suite("Plan, do, check, act")
struct StepTests {
    private func take(
        _ browser: Browser, _ world: ActionWorld, _ action: Action, _ edition: Int, _ phase: String, _ text: String = "Gedaan",
        evidence: String = "", day: String = ""
    ) async throws -> Seen {
        try await browser.post(
            world.path(action) + "/steps",
            ["edition": "\(edition)", "phase": phase, "text": text, "evidence": evidence, "day": day], from: world.path(action))
    }

    @Test("any phase may follow while an action runs; done ends it until it is reopened")
    func order() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("owner")
        for (edition, phase) in ["check", "do", "act", "plan", "plan", "done"].enumerated() {
            #expect(try await take(browser, world, action, edition + 1, phase).status == 303)
        }
        #expect(try await world.stored(action)?.phase == .done)
        // Sent by hand: the page of what is done has no such form.
        let refused = try await take(browser, world, action, 7, "do")
        #expect(refused.status == 422 && refused.shows("Heropen haar eerst"))
        #expect(try await world.steps(of: action).count == 6)
        let page = try await browser.get(world.path(action))
        #expect(page.shows("Klaar sinds 23 nov") && !page.shows("Bewaar deze stap"))
        let empty = try await browser.post(world.path(action) + "/reopenings", ["edition": "7"], from: world.path(action))
        #expect(empty.status == 422 && empty.shows("Schrijf op waarom u verdergaat"))
        let reopened = try await browser.post(
            world.path(action) + "/reopenings", ["edition": "7", "text": "Toch niet af"], from: world.path(action))
        #expect(reopened.status == 303)
        #expect(try await world.stored(action)?.phase == .plan)
        let twice = try await browser.post(
            world.path(action) + "/reopenings", ["edition": "8", "text": "Nog eens"], from: world.path(action))
        #expect(twice.status == 422 && twice.shows("Deze actie loopt al"))
    }

    @Test("stopping asks for a reason, and every step for a sentence, a known phase and a day that has been")
    func problems() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("leader")
        #expect(try await take(browser, world, action, 1, "stopped", "").shows("Schrijf op waarom u stopt."))
        #expect(try await take(browser, world, action, 1, "done", " \u{200B}").shows("Schrijf op wat het opleverde."))
        #expect(try await take(browser, world, action, 1, "perform").shows("Kies waar de actie nu staat."))
        let future = try await take(browser, world, action, 1, "do", "Mooi", day: "2026-11-24")
        #expect(future.status == 422 && future.shows("Deze dag moet nog komen") && future.shows(">Mooi</textarea>"))
        #expect(try await take(browser, world, action, 1, "do", "x", day: "31-02-2026").shows("niet te lezen"))
        #expect(try await take(browser, world, action, 1, "do", String(repeating: "a", count: 1001)).status == 422)
        #expect(try await world.steps(of: action).isEmpty)
        #expect(try await world.stored(action)?.edition == 1)
    }

    @Test("a step sent twice counts once, and the second editor sees both texts")
    func stale() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("leader")
        #expect(try await take(browser, world, action, 1, "do", "De eerste").status == 303)
        let second = try await take(browser, world, action, 1, "check", "De tweede")
        #expect(second.status == 409)
        #expect(second.shows("De eerste") && second.shows(">De tweede</textarea>"))
        #expect(second.shows("Iemand anders was u net voor"))
        #expect(try await world.steps(of: action).map(\.text) == ["De eerste"])
        #expect(second.shows("name=\"edition\" value=\"2\""))
    }

    @Test("the last step can be taken back, once, and the phase goes back with it")
    func undo() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("leader")
        _ = try await take(browser, world, action, 1, "do", "Een")
        _ = try await take(browser, world, action, 2, "stopped", "Twee")
        let undone = try await browser.post(world.path(action) + "/withdrawals", ["edition": "3"], from: world.path(action))
        #expect(undone.status == 303)
        #expect(try await world.stored(action)?.phase == .carryOut)
        let again = try await browser.post(world.path(action) + "/withdrawals", ["edition": "3"], from: world.path(action))
        #expect(again.status == 409)
        #expect(try await world.steps(of: action).map(\.text) == ["Een"])
        _ = try await browser.post(world.path(action) + "/withdrawals", ["edition": "4"], from: world.path(action))
        #expect(try await world.stored(action)?.phase == .plan)
        #expect(try await world.steps(of: action).isEmpty)
    }

    @Test(
        "evidence is a link only when it is an address of the web",
        arguments: [
            ("https://voorbeeld.nl/verslag", true), ("http://voorbeeld.nl", true), ("javascript:alert(1)", false),
            (" JaVaScRiPt:alert(1)", false), ("data:text/html,x", false), ("//kwaad.nl", false),
            ("https://voorbeeld.nl/ met spatie", false), ("de map op de gang", false),
        ])
    func evidence(_ typed: String, _ isLink: Bool) async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("leader")
        _ = try await take(browser, world, action, 1, "do", evidence: typed)
        let seen = try await browser.get(world.path(action))
        #expect(seen.shows("rel=\"noopener noreferrer\"") == isLink)
        #expect(!seen.text.lowercased().contains("href=\"javascript") && !seen.shows("href=\"data") && !seen.shows("href=\"//"))
    }

    @Test("who leaves hands over what runs; what ended keeps its owner")
    func handover() async throws {
        let world = try await ActionWorld()
        let open = try await world.add("Loopt nog")
        let done = try await world.add("Al klaar", phase: .done)
        let other = try await world.add("Van een ander", owner: "leader")
        let (leaver, successor, region) = (try world.person("owner"), try world.person("partner"), world.region)
        let count = try await world.house.database.read { try ActionStore.openCount(of: leaver, in: region, $0) }
        #expect(count == 1)
        let given = try await world.house.database.write {
            try ActionStore.handOver(from: leaver, to: successor, in: region, $0)
        }
        #expect(given == 1)
        #expect(try await world.stored(open)?.owner == successor)
        #expect(try await world.stored(open)?.edition == 2)
        #expect(try await world.stored(done)?.owner == leaver)
        #expect(try await world.stored(other)?.owner == (try world.person("leader")))
        let left = try await world.house.database.read { try ActionStore.openCount(of: leaver, in: region, $0) }
        #expect(left == 0)
    }
}
