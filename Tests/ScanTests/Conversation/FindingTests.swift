import Actions
import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Findings of a talk")
struct FindingTests {
    @Test("a finding carries its questions, in their own words, and only questions of the round")
    func adding() async throws {
        let world = try await TalkWorld()
        let browser = try await world.browser("leader")
        let form = try await browser.get(world.path + "/findings/new?question=guest-lessons")
        #expect(form.shows("value=\"guest-lessons\" checked") && !form.shows("value=\"stage-places\" checked"))
        #expect(form.shows("Stages en gastlessen (1 gekozen)") && form.shows("Wij delen het techlab."))
        let sent = try await browser.post(
            world.path + "/findings",
            ["text": "Gastlessen hangen van toeval af", "kind": "attention", "question": "guest-lessons", "question": "lab-shared",
             "question": "guest-lessons", "question": "made-up", "region": world.neighbour.text, "source": "elders"],
            from: world.path + "/findings/new")
        #expect(sent.status == 303)
        let finding = try #require(try await world.findings().first)
        #expect(finding.questions == ["guest-lessons", "lab-shared"] && finding.region == world.region)
        let seen = try await browser.get(world.talk)
        #expect(seen.shows("Gastlessen hangen van toeval af") && seen.shows("Bedrijven geven elk jaar gastlessen."))
        #expect(seen.shows("Eén bevinding, nog zonder actie") && seen.shows("Maak hier een actie van"))
    }

    @Test("a finding needs words and a question; what we are proud of needs words alone")
    func problems() async throws {
        let world = try await TalkWorld()
        let browser = try await world.browser("leader")
        let form = world.path + "/findings/new"
        let seen = try await browser.post(world.path + "/findings", ["kind": "attention"], from: form)
        #expect(seen.status == 422 && seen.shows("Schrijf op wat u samen vaststelt.") && seen.shows("Kies bij welke vragen dit hoort."))
        let bare = try await browser.post(
            world.path + "/findings", ["kind": "attention", "text": "Zonder vraag", "question": "made-up"], from: form)
        #expect(bare.status == 422 && bare.shows(">Zonder vraag</textarea>"))
        let proud = try await browser.post(world.path + "/findings", ["kind": "proud", "text": "Het techlab zit vol"], from: form)
        #expect(proud.status == 303)
        #expect(try await world.findings().map(\.kind) == [.proud])
    }

    @Test("the second of two editors sees both texts")
    func stale() async throws {
        let world = try await TalkWorld()
        let finding = try await world.add("Te weinig plekken")
        let browser = try await world.browser("leader")
        let path = world.path + "/findings/\(finding.id.text)"
        _ = try await browser.post(path, ["edition": "1", "text": "Van de een", "question": "lab-shared"], from: path)
        let seen = try await browser.post(path, ["edition": "1", "text": "Van de ander", "question": "guest-lessons"], from: path)
        #expect(seen.status == 409)
        #expect(seen.shows("Van de een</blockquote>") && seen.shows(">Van de ander</textarea>"))
        #expect(seen.shows("value=\"guest-lessons\" checked") && seen.shows("name=\"edition\" value=\"2\""))
        #expect(try await world.findings().first?.questions == ["lab-shared"])
        let removed = try await browser.post(path + "/removals", ["edition": "1"], from: path + "/removals")
        #expect(removed.status == 409 && removed.shows("Van de een"))
        #expect(try await world.findings().count == 1)
    }

    @Test("taking a finding out asks first, and leaves the actions that followed")
    func removing() async throws {
        let world = try await TalkWorld()
        let finding = try await world.add("Te weinig plekken")
        let browser = try await world.browser("leader")
        let new = "/regions/\(world.region.text)/actions"
        let made = try await browser.post(
            new, ["what": "Vraag zes bedrijven om een plek", "finding": finding.id.text], from: new + "/new?finding=\(finding.id.text)")
        #expect(made.status == 303)
        #expect(try await browser.get(world.talk).shows("Vraag zes bedrijven om een plek"))
        let path = world.path + "/findings/\(finding.id.text)/removals"
        #expect(try await browser.get(path).shows("Vraag zes bedrijven om een plek"))
        #expect(try await world.findings().count == 1)
        #expect(try await browser.post(path, ["edition": "1"], from: path).status == 303)
        #expect(try await world.findings().isEmpty)
        let region = world.region
        let actions = try await world.house.database.read { try ActionStore.all(in: region, $0) }
        #expect(actions.map(\.action.finding) == [nil])
        #expect(try await browser.get(path).status == 404)
    }

    @Test("the page to print has the findings, what we are proud of, and actions with owner and date")
    func printing() async throws {
        let world = try await TalkWorld()
        let finding = try await world.add("Te weinig plekken")
        try await world.add("Het techlab zit vol", kind: .proud, questions: [])
        let now = world.house.time.now
        let (region, owner) = (world.region, world.people["partner"])
        try await world.house.database.write { writing in
            try ActionStore.add(
                Action(
                    id: .new(at: now), region: region, finding: finding.id, what: "Vraag zes bedrijven", serves: "", owner: owner,
                    until: Day("2026-12-24")), writing)
            try ActionStore.add(
                Action(id: .new(at: now), region: region, what: "Iets anders", serves: "", owner: nil, until: nil), writing)
        }
        let seen = try await world.browser("steering").get(world.talk + "/print")
        for words in ["Te weinig plekken", "Het techlab zit vol", "Vraag zes bedrijven", "<td>partner</td>", "24 dec"] {
            #expect(seen.shows(words), "\(words)")
        }
        #expect(!seen.shows("Iets anders"))
    }

    @Test("hostile text changes nothing of the pages' skeleton", arguments: [
        "\"\u{301}><script>alert(1)</script>", "</textarea><b>", "<!-- \u{202E}", "' onfocus='x",
    ])
    func hostile(_ text: String) async throws {
        func bones(_ text: String) async throws -> [[String]] {
            let world = try await TalkWorld()
            let browser = try await world.browser("leader")
            let finding = try await world.add(text)
            try await world.add(text, kind: .proud)
            _ = try await browser.post(
                world.talk, ["edition": "0", "place": text, "notes": text, "held-on": "2026-12-05"], from: world.talk)
            let one = world.path + "/findings/\(finding.id.text)"
            let stale = try await browser.post(world.talk, ["edition": "0", "place": text, "notes": text], from: world.talk)
            var seen = [stale.bones]
            for path in [world.talk, world.talk + "/print", one, one + "/removals"] { seen.append(try await browser.get(path).bones) }
            return seen
        }
        #expect(try await bones(text) == bones("onschuldig"))
    }
}
