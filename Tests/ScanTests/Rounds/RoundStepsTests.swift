import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("A round walks through its states")
struct RoundStepsTests {
    @Test("from an instrument to concluded, each step noted")
    func whole() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        #expect(try await browser.get(RoundLinks.all(world.region.id).text).shows("Er is nog geen ronde"))
        let round = try await world.composed("self-scan", by: browser)
        #expect(round.privacy == .confidential(threshold: 5))
        #expect(try await browser.get(RoundLinks.home(round).text).shows("Nog niet klaar om te openen"))
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await browser.get(RoundLinks.home(round).text).shows("een e-mail met een eigen link naar 15 mensen"))
        #expect(try await world.open(round, by: browser).status == 303)
        for step in [Round.Step.closed, .returned, .concluded] {
            let seen = try await browser.post(RoundLinks.step(round, step).text, from: RoundLinks.home(round).text)
            #expect(seen.status == 303)
        }
        #expect(try await world.round(round.id).state.isConcluded)
        #expect(
            try await world.acts() == ["round-composed", "round-opened", "round-closed", "round-returned", "round-concluded"])
    }

    @Test("A8: no step is skipped or repeated", arguments: [Round.Step.closed, .returned, .concluded])
    func skipped(step: Round.Step) async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let seen = try await browser.post(RoundLinks.step(round, step).text, from: RoundLinks.home(round).text)
        #expect(seen.status == 409)
        #expect(seen.shows("Deze stap kon niet"))
        #expect(try await world.round(round.id).state == .composed)
    }

    @Test("each step asks first, with what will happen and a way back, and says afterwards what happened")
    func confirmed() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.invited(by: browser)
        let said: [(step: Round.Step, before: [String], after: String)] = [
            (.open, ["15 mensen krijgen een e-mail", "Openen kan niet terug"], "Gelukt: de ronde is open. 15 mensen krijgen"),
            (.closed, ["Minder dan 5 mensen antwoordden", "nog 21 dagen", "nog te weinig antwoorden voor een verslag"], "U kunt nu het verslag lezen"),
            (.returned, ["een korte versie op de eigen link"], "Gelukt: de uitkomst is teruggegeven"),
            (.concluded, ["nog geen bevindingen vastgelegd"], "Gelukt: de ronde is afgerond"),
        ]
        for (step, before, after) in said {
            let state = try await world.round(round.id).state
            let link = RoundLinks.step(round, step).text
            #expect(try await browser.get(RoundLinks.home(round).text).links.contains(link))
            let asked = try await browser.get(link)
            #expect(asked.status == 200 && before.allSatisfy(asked.shows), "\(step)")
            #expect(asked.links.contains(RoundLinks.home(round).text) && asked.forms.filter { $0.action == link }.count == 1)
            #expect(try await world.round(round.id).state == state)
            let taken = try await browser.send(try #require(asked.form(to: link)))
            #expect(try await browser.get(try #require(taken.location)).shows(after), "\(step)")
            #expect(try await browser.get(link).status == 409)
        }
    }

    @Test("enough answers for a report are said before closing, from the promised number on and never exactly")
    func enough() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.opened(by: browser)
        let invitations = try await world.invitations(round)
        for invitation in invitations.prefix(4) { try await world.answer(invitation) }
        let closing = RoundLinks.step(round, .closed).text
        #expect(try await browser.get(closing).shows("Minder dan 5 mensen antwoordden"))
        for invitation in invitations[4..<7] { try await world.answer(invitation) }
        let seen = try await browser.get(closing)
        #expect(seen.shows("genoeg antwoorden voor een verslag") && seen.shows("Ongeveer 5 mensen"))
    }

    @Test("a round that closes early says its real last day, and offers what still makes sense")
    func early() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.opened(by: browser)
        let home = RoundLinks.home(round).text
        let open = try await browser.get(home)
        #expect(open.shows("Bekijk wie er mist") && open.shows("Bekijk als deelnemer") && open.shows("Sluit de ronde eerder"))
        world.house.time.pass(days: 2)
        let later = try await world.browser()
        _ = try await later.post(RoundLinks.step(round, .closed).text, from: home)
        #expect(try await world.round(round.id).closes == world.house.time.today)
        let closed = try await later.get(home)
        #expect(closed.shows("Nam antwoorden aan tot en met") && closed.shows("Bekijk hoeveel mensen antwoordden"))
        #expect(!closed.shows("Bekijk wie er mist") && !closed.shows("Bekijk als deelnemer") && !closed.shows("eerder sluiten"))
        let next = try #require(closed.text.range(of: "button next"))
        #expect(closed.text[next.upperBound...].prefix(200).contains("Lees het verslag"))
    }

    @Test("a round in the making can be taken out, asked first; an open one cannot")
    func removed() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.invited(by: browser)
        let path = RoundLinks.home(round).text + "/removals"
        #expect(try await browser.get(RoundLinks.home(round).text).links.contains(path))
        let form = try #require(try await browser.get(path).form(to: path))
        #expect(try await world.round(round.id).state == .composed)
        #expect(try await browser.send(form).status == 303)
        #expect(try await browser.get(RoundLinks.home(round).text).status == 404)
        let kept = try await world.opened(by: browser)
        let late = RoundLinks.home(kept).text + "/removals"
        #expect(try await browser.get(late).status == 404)
        #expect(try await browser.post(late, from: RoundLinks.home(kept).text).status == 409)
        #expect(try await world.round(kept.id).state.isOpen)
    }

    @Test("P2: whoever is invited finds their own questions on the region's home, and nobody else's")
    func invitedHome() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.opened(by: browser)
        let invitations = try await world.invitations(round)
        let one = try #require(invitations.first { $0.person != nil && $0.person != world.leader.id })
        let home = "/regions/\(world.region.id.text)"
        let key = [UInt8](FileManager.default.contents(atPath: world.house.folder + "/key") ?? Data())
        let seen = try await world.house.browser(as: try #require(one.person)).get(home)
        #expect(seen.shows("U bent gevraagd voor") && seen.links.contains("/a/\(one.secret(key).text)"))
        #expect(seen.links.filter { $0.hasPrefix("/a/") }.count == 1)
        let before = seen.text
        try await world.answer(one)
        #expect(try await world.house.browser(as: try #require(one.person)).get(home).text.count == before.count)
    }

    @Test("opening twice opens once and sends one letter each")
    func repeated() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        #expect(try await world.open(round, by: browser).status == 409)
        #expect(try world.letters().count == 15)
    }

    @Test("a round that is not ready says everything that is missing")
    func notReady() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let key = try #require(try await world.content(round).questions.first?.key)
        _ = try await browser.post(
            RoundLinks.question(round, key).text + "/removals", ["edition": "1"], from: RoundLinks.questions(round).text)
        world.house.time.pass(days: 40)
        let fresh = try await world.browser()
        let seen = try await world.open(round, by: fresh)
        #expect(seen.status == 422)
        #expect(seen.shows("Er zijn nog geen vragen") && seen.shows("nog niemand om te antwoorden"))
        #expect(seen.shows("De sluitdag is al voorbij"))
    }

    @Test("fewer invited than the threshold, without an open link, never gives an outcome")
    func tooFew() async throws {
        let world = try await RoundWorld(contacts: [.business: 2])
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 3)
        #expect(try await world.open(round, by: browser).shows("minder dan 5 mensen"))
    }

    @Test("another region's key gives 404, also to somebody who leads both")
    func elsewhere() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let base = "/regions/\(world.other.id.text)/rounds/\(round.id.text)"
        for path in ["", "/questions", "/selection", "/privacy", "/planning", "/invitations", "/guests", "/open-link", "/links", "/coverage"] {
            #expect(try await browser.get(base + path).status == 404, "\(path)")
        }
        for path in ["/openings", "/closures", "/questions/x", "/themes", "/invitations", "/guests", "/open-link", "/links", "/privacy"] {
            #expect(try await browser.post(base + path, from: RoundLinks.home(round).text).status == 404, "\(path)")
        }
    }

    @Test("an insider sees rounds but changes none; a partner contact sees none")
    func access() async throws {
        let world = try await RoundWorld()
        let round = try await world.composed(by: try await world.browser())
        let member = try await world.house.browser(as: try await world.person("Stuur Groep", .steeringGroupMember).id)
        let page = try await member.get(RoundLinks.home(round).text)
        #expect(page.status == 200 && !page.shows("Pas de vragen aan"))
        #expect(try await member.get(RoundLinks.questions(round).text).status == 404)
        #expect(try await member.post(RoundLinks.step(round, .open).text, from: RoundLinks.home(round).text).status == 404)
        let contact = try await world.house.browser(as: try await world.person("Con Tact", .partnerContact).id)
        #expect(try await contact.get(RoundLinks.all(world.region.id).text).status == 404)
        let facilitator = try await world.house.browser(as: try await world.person("Fa Ci", .facilitator).id)
        #expect(try await facilitator.get(RoundLinks.planning(round).text).status == 404)
    }

    @Test("an unknown instrument is refused with a sentence")
    func unknownInstrument() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let seen = try await browser.post(
            RoundLinks.all(world.region.id).text, ["instrument": "../../etc"], from: RoundLinks.new(world.region.id).text)
        #expect(seen.status == 422)
        #expect(seen.shows("Deze vragenlijst is er niet"))
    }
}

@Suite("What a round promises")
struct RoundSettingsTests {
    @Test("the promise is one sentence, in every combination at most 25 words a sentence (W7)")
    func promise() {
        for privacy in [Round.Privacy.open, .confidential(threshold: 5), .confidential(threshold: 12)] {
            for purpose in Round.Purpose.allCases {
                let round = Round(
                    id: .new(at: Moment(milliseconds: 0)), region: .new(at: Moment(milliseconds: 0)), title: "T", instrument: "x",
                    purpose: purpose, privacy: privacy, closes: Day(number: 20_000))
                let text = TestWords.dutch(Promise.sentence(round, region: "Rijnstreek"))
                #expect(text.contains("Rijnstreek") && text.contains("programma"))
                #expect(text.split(separator: ".").allSatisfy { $0.split(separator: " ").count <= 25 }, "\(text)")
                if let least = privacy.threshold { #expect(text.contains("pas als \(least) mensen") && text.contains("zonder uw naam")) }
                else { #expect(text.contains("met de naam van uw organisatie")) }
            }
        }
    }

    @Test("open or confidential is chosen while composing, and fixed once the round is open")
    func fixed() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.privacy(round).text
        let raised = try await browser.post(
            page, ["edition": "1", "privacy": "confidential", "threshold": "8", "purpose": "account"], from: page)
        #expect(raised.status == 303)
        #expect(try await world.round(round.id).privacy == .confidential(threshold: 8))
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        let now = try await world.round(round.id)
        let late = try await browser.post(
            page, ["edition": String(now.edition), "privacy": "open", "threshold": "5", "purpose": "learn"], from: page)
        #expect(late.status == 409 && late.shows("Dit ligt vast"))
        #expect(try await world.round(round.id).privacy == .confidential(threshold: 8))
    }

    @Test("a threshold under five is refused", arguments: ["4", "0", "-1", "", "vijf", "1e9"])
    func threshold(text: String) async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.privacy(round).text
        let seen = try await browser.post(
            page, ["edition": "1", "privacy": "confidential", "threshold": text, "purpose": "learn"], from: page)
        #expect(seen.status == 422 && seen.shows("van 5 tot en met 50"))
    }

    @Test("bad days and titles are refused all at once, and what was typed stays")
    func planning() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.planning(round).text
        let seen = try await browser.post(page, ["edition": "1", "title": "", "closes": "2026-02-30", "pace": "fast"], from: page)
        #expect(seen.status == 422)
        #expect(seen.shows("Geef de ronde een naam") && seen.shows("Vul een dag in") && seen.shows("Kies hoe de vragen"))
        #expect(seen.shows("2026-02-30"))
        let past = try await browser.post(page, ["edition": "1", "title": "T", "closes": "2026-11-01", "pace": "one-page"], from: page)
        #expect(past.status == 422 && past.shows("al voorbij"))
        let good = try await browser.post(page, ["edition": "1", "title": "Najaar", "closes": "4-12-2026", "pace": "one-page"], from: page)
        #expect(good.status == 303)
        #expect(try await world.round(round.id).closes.description == "2026-12-04")
    }

    @Test("C7: the second of two editors sees both texts, and 409")
    func stale() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.planning(round).text
        let first: KeyValuePairs = ["edition": "1", "title": "Van Anna", "closes": "2026-12-01", "pace": "by-theme"]
        let second: KeyValuePairs = ["edition": "1", "title": "Van Bert", "closes": "2026-12-02", "pace": "by-theme"]
        #expect(try await browser.post(page, first, from: page).status == 303)
        let seen = try await browser.post(page, second, from: page)
        #expect(seen.status == 409)
        #expect(seen.shows("Van Anna") && seen.shows("Van Bert") && seen.shows("Iemand anders was u voor"))
        #expect(try await world.round(round.id).title == "Van Anna")
    }

    @Test("S1: hostile text is text on every page of a round")
    func hostile() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let evil = "\"\u{301}><script>alert(1)</script><b>"
        let page = RoundLinks.planning(round).text
        #expect(
            try await browser.post(page, ["edition": "1", "title": evil, "closes": "2026-12-01", "pace": "by-theme"], from: page)
                .status == 303)
        let theme = RoundLinks.newTheme(round).text
        let edition = String(try await world.round(round.id).edition)
        #expect(
            try await browser.post(RoundLinks.themes(round).text, ["edition": edition, "title": evil, "about": evil], from: theme)
                .status == 303)
        for link in [
            RoundLinks.home(round), RoundLinks.questions(round), RoundLinks.planning(round), RoundLinks.all(world.region.id),
            RoundLinks.openLink(round),
        ] {
            let seen = try await browser.get(link.text)
            #expect(seen.status == 200 && !seen.shows("<script>alert") && !seen.shows("<b>\""), "\(link.text)")
        }
    }
}
