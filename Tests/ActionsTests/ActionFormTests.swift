import Actions
import Database
import Membership
import TestHouse
import Testing

@Suite("Writing an action")
struct ActionFormTests {
    @Test("an action needs only what; the rest is advised, not required")
    func onlyWhat() async throws {
        let world = try await ActionWorld()
        let browser = try await world.browser("leader")
        let empty = try await browser.post(world.list, ["what": "  "], from: world.list + "/new")
        #expect(empty.status == 422 && empty.shows("href=\"#what\"") && empty.shows("Schrijf op wat u gaat doen."))
        let sent = try await browser.post(world.list, ["what": "Techlab verbeteren"], from: world.list + "/new")
        #expect(sent.status == 303)
        let seen = try await browser.get(try #require(sent.location))
        #expect(seen.shows("Kan het scherper?") && seen.shows("Waarvoor is dit?") && seen.shows("Kies een datum"))
    }

    @Test("an action of which nothing happened yet can be taken out, asked first; one with a step cannot")
    func removed() async throws {
        let world = try await ActionWorld()
        let browser = try await world.browser("leader")
        let sent = try await browser.post(world.list, ["what": "Vergissing"], from: world.list + "/new")
        let path = try #require(sent.location?.split(separator: "?").first.map(String.init))
        let form = try #require(try await browser.get(path + "/removals").form(to: path + "/removals"))
        let partner = try await world.browser("partner")
        #expect(try await partner.get(path + "/removals").status == 404)
        let step = try await browser.post(
            path + "/steps", ["edition": "1", "phase": "do", "text": "Begonnen", "day": "2026-11-23"], from: path)
        #expect(step.status == 303)
        #expect(try await browser.send(form).status == 409)
        #expect(try await browser.get(path + "/removals").status == 404)
        let other = try await browser.post(world.list, ["what": "Nog een"], from: world.list + "/new")
        let second = try #require(other.location?.split(separator: "?").first.map(String.init))
        let ask = try #require(try await browser.get(second + "/removals").form(to: second + "/removals"))
        #expect(try await browser.send(ask).status == 303)
        #expect(try await browser.get(second).status == 404)
    }

    @Test("all problems show at once and everything typed stays")
    func problems() async throws {
        let world = try await ActionWorld()
        let seen = try await world.browser("leader").post(
            world.list, ["what": "", "serves": "Ambitie", "until": "morgen", "owner": "nobody"], from: world.list + "/new")
        #expect(seen.status == 422)
        #expect(seen.shows("Schrijf op wat u gaat doen.") && seen.shows("Deze datum is niet te lezen"))
        #expect(seen.shows("Deze persoon heeft geen rol") && seen.shows(">Ambitie</textarea>") && seen.shows("value=\"morgen\""))
    }

    @Test("an action can follow from a finding of this region, and from no other")
    func findings() async throws {
        let world = try await ActionWorld()
        let now = world.house.time.now
        let (ours, theirs) = (world.region, world.neighbour)
        let findings = [(ours, "Stages ontbreken"), (theirs, "Geheim van de buren")].map {
            Finding(id: .new(at: now), region: $0.0, source: "ronde", text: $0.1, kind: .attention, questions: ["stages"])
        }
        try await world.house.database.write { writing in for one in findings { try FindingStore.add(one, writing) } }
        let browser = try await world.browser("leader")
        let form = try await browser.get(world.list + "/new?finding=\(findings[0].id.text)")
        #expect(form.shows("Stages ontbreken"))
        #expect(try await !browser.get(world.list + "/new?finding=\(findings[1].id.text)").shows("Geheim"))
        for finding in findings {
            _ = try await browser.post(
                world.list, ["what": "Vraag drie bedrijven", "finding": finding.id.text], from: world.list + "/new")
        }
        #expect(Set(try await world.all().map(\.finding)) == [findings[0].id, nil])
    }

    @Test("the second of two editors sees both texts and decides")
    func stale() async throws {
        let world = try await ActionWorld()
        let action = try await world.add("Techlab delen")
        let browser = try await world.browser("leader")
        let form = world.path(action) + "/edit"
        _ = try await browser.post(world.path(action), ["edition": "1", "what": "Tekst van de een"], from: form)
        let seen = try await browser.post(world.path(action), ["edition": "1", "what": "Tekst van de ander"], from: form)
        #expect(seen.status == 409)
        #expect(seen.shows("<dd>Tekst van de een</dd>") && seen.shows(">Tekst van de ander</textarea>"))
        #expect(try await world.stored(action)?.what == "Tekst van de een")
        #expect(seen.shows("name=\"edition\" value=\"2\""))
        let again = try await browser.post(world.path(action), ["edition": "2", "what": "Tekst van de ander"], from: form)
        #expect(again.status == 303)
        // A form without its edition is a stale one, never a free pass.
        #expect(try await browser.post(world.path(action), ["what": "Zonder"], from: form).status == 409)
    }

    @Test("advice comes as a piece of a page, for everyone who takes part, and keeps nothing")
    func advice() async throws {
        let world = try await ActionWorld()
        let form = try await world.browser("leader").get(world.list + "/new")
        #expect(form.shows("data-check=\"\(world.list)/advice\" aria-live=\"polite\""))
        let browser = try await world.browser("owner")
        let token = try await browser.get("/my-actions").formTokenOfPerson
        let seen = try await browser.post(world.list + "/advice", ["what": "Techlab verbeteren"], token: token)
        #expect(seen.status == 200 && !seen.shows("<html"))
        #expect(seen.shows("<dl>") && seen.shows("“verbeteren” kan van alles zijn"))
        // The owner's own form has no owner to choose, so it is not asked for one.
        #expect(!seen.shows("Wie trekt dit?"))
        #expect(try await browser.post(world.list + "/advice", ["what": "x"], token: nil).status == 403)
        #expect(try await world.browser("neighbour").post(world.list + "/advice", ["what": "x"], token: token).status == 404)
        #expect(try await world.all().isEmpty)
    }

    @Test("hostile text changes nothing of the page's skeleton", arguments: hostile)
    func hostileText(_ text: String) async throws {
        let world = try await ActionWorld()
        let browser = try await world.browser("leader")
        func pages(_ text: String) async throws -> [[String]] {
            let sent = try await browser.post(
                world.list, ["what": "Actie \(text)", "serves": text, "owner": world.person("owner").text, "until": "2027-01-01"],
                from: world.list + "/new")
            let path = try #require(sent.location)
            let step = try await browser.post(
                path + "/steps", ["edition": "1", "phase": "do", "text": text, "evidence": text], from: path)
            #expect(step.status == 303)
            let stale = try await browser.post(path, ["edition": "1", "what": text, "serves": text], from: path + "/edit")
            #expect(stale.status == 409)
            let pages = [path, path + "/edit"]
            var seen = [stale.skeleton]
            for page in pages { seen.append(try await browser.get(page).skeleton) }
            return seen
        }
        #expect(try await pages(text) == pages(Self.harmless(text)))
    }

    /// The same words, so that the help says the same, without the marks that could do harm.
    static func harmless(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { "<>\"'&!=()/-".unicodeScalars.contains($0) ? "," : $0 }))
    }

    static let hostile = [
        "\"><script>alert(1)</script>", "\"\u{301}><img src=x onerror=alert(1)>", "'\u{301} onfocus=x '", "</textarea><b>",
        "<!-- ", "&quot;&gt;<i>", "\u{202E}<a href=x>\u{0301}",
    ]
}
