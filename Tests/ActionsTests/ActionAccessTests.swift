import Actions
import Database
import Membership
import TestHouse
import Testing

@Suite("Who sees and changes an action")
struct ActionAccessTests {
    /// What each may do: see the list, see the action of "owner", change it, make a new one.
    static let matrix: [(name: String, list: Bool, sees: Bool, changes: Bool, adds: Bool)] = [
        ("leader", true, true, true, true), ("executive", true, true, true, true),
        ("subleader", true, true, true, true), ("facilitator", true, true, true, true),
        ("steering", true, true, false, false), ("owner", false, true, true, false),
        ("partner", false, false, false, false), ("neighbour", false, false, false, false),
        ("office", false, false, false, false), ("former", false, false, false, false),
    ]

    @Test("every role gets exactly what it may", arguments: matrix.map(\.name))
    func roles(_ name: String) async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let may = try #require(Self.matrix.first { $0.name == name })
        let browser = try await world.browser(name)
        #expect(try await browser.get(world.list).status == (may.list ? 200 : 404))
        #expect(try await browser.get(world.list + ".csv").status == (may.list ? 200 : 404))
        #expect(try await browser.get(world.list + "/new").status == (may.adds ? 200 : 404))
        #expect(try await browser.get(world.path(action)).status == (may.sees ? 200 : 404))
        #expect(try await browser.get(world.path(action) + "/edit").status == (may.changes ? 200 : 404))
        let token = try await browser.get("/my-actions").formTokenOfPerson
        let edited = try await browser.post(world.path(action), ["edition": "1", "what": "Anders"], token: token)
        #expect(edited.status == (may.changes ? 303 : 404))
        #expect(try await world.stored(action)?.what == (may.changes ? "Anders" : "Techlab delen"))
        let step = try await browser.post(
            world.path(action) + "/steps", ["edition": "2", "phase": "do", "text": "Begonnen"], token: token)
        #expect(step.status == (may.changes ? 303 : 404))
        let undone = try await browser.post(world.path(action) + "/withdrawals", ["edition": "3"], token: token)
        #expect(undone.status == (may.changes ? 303 : 404))
        let added = try await browser.post(world.list, ["what": "Nieuw"], token: token)
        #expect(added.status == (may.adds ? 303 : 404))
        #expect(try await world.all().count == (may.adds ? 2 : 1))
    }

    @Test("an action does not show under another region's address")
    func elsewhere() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let path = "/regions/\(world.neighbour.text)/actions/\(action.id.text)"
        let browser = try await world.browser("neighbour")
        #expect(try await browser.get(path).status == 404)
        let token = try await browser.get("/regions/\(world.neighbour.text)/actions").formTokenOfPerson
        for address in ["", "/steps", "/withdrawals", "/reopenings"] {
            let seen = try await browser.post(path + address, ["edition": "1", "what": "Weg", "text": "x", "phase": "do"], token: token)
            #expect(seen.status == 404, "\(address)")
        }
        #expect(try await world.stored(action)?.edition == 1)
    }

    @Test("who is not signed in is asked to sign in, and keeps the text")
    func nobody() async throws {
        let world = try await ActionWorld()
        #expect(try await world.house.browser().get(world.list).status == 303)
        let seen = try await world.house.browser().post(world.list, ["what": "Niet kwijt"], token: nil)
        #expect(seen.status == 401 && seen.shows("Niet kwijt"))
    }

    @Test("whoever only owns an action cannot give it away, and sees no list of people")
    func extraFields() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("owner")
        let form = try await browser.get(world.path(action) + "/edit")
        #expect(!form.shows("name=\"owner\"") && !form.shows("facilitator"))
        let other = try world.person("leader").text
        _ = try await browser.post(
            world.path(action),
            ["edition": "1", "what": "Techlab", "owner": other, "phase": "done", "region": world.neighbour.text, "id": "x"],
            from: world.path(action) + "/edit")
        let stored = try #require(try await world.stored(action))
        #expect(stored.owner == (try world.person("owner")))
        #expect(stored.phase == .plan && stored.region == world.region && stored.what == "Techlab")
    }

    @Test("an owner from outside the region is refused, one whose role ended may stay")
    func owners() async throws {
        let world = try await ActionWorld()
        let browser = try await world.browser("leader")
        let stranger = try world.person("neighbour").text
        let seen = try await browser.post(world.list, ["what": "Iets", "owner": stranger], from: world.list + "/new")
        #expect(seen.status == 422 && seen.shows("Deze persoon heeft geen rol in uw regio") && seen.shows(">Iets</textarea>"))
        let old = try await world.add("Van vroeger", owner: "former")
        let kept = try await browser.post(
            world.path(old), ["edition": "1", "what": "Van vroeger", "owner": world.person("former").text],
            from: world.path(old) + "/edit")
        #expect(kept.status == 303)
    }
}
