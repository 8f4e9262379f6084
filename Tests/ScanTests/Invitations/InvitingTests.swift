import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Inviting by name")
struct InvitingTests {
    @Test("as many as the preview said, once; sending again invites nobody")
    func once() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.invitations(round).text
        #expect(try await browser.get(page + "?preview=1&sector=business").shows("<h2>6 mensen</h2>"))
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await browser.post(page, ["expected": "15"], from: page).status == 409)
        #expect(try await world.invitations(round).count == 15)
        #expect(try world.letters().isEmpty, "no letter goes before the round opens")
    }

    @Test("a role that ends between the preview and sending: nobody is invited, and the page says why")
    func roleEnded() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.endRole(of: "business 3")
        let page = RoundLinks.invitations(round).text
        let seen = try await browser.post(page, ["expected": "15"], from: page)
        #expect(seen.status == 409 && seen.shows("De lijst is intussen veranderd"))
        #expect(try await world.invitations(round).isEmpty)
        try await world.inviteAll(round, by: browser, count: 14)
        #expect(try await !world.invitations(round).contains { $0.name == "business 3" })
    }

    @Test("a confidential round takes nobody by name after opening, and lets nobody go")
    func confidentialIsSettled() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.confidential(threshold: 5))
        _ = try await world.person("Laat Komer", .facilitator)
        let (list, home) = (RoundLinks.invitations(round).text, RoundLinks.home(round).text)
        #expect(try await browser.get(list).shows("Wie er nu bij komt, antwoordt via de open link."))
        #expect(try await browser.post(list, ["expected": "1"], from: home).status == 409)
        #expect(try await browser.get(RoundLinks.guests(round).text).status == 404)
        let guests: KeyValuePairs = ["guests": "Noor;noor@bedrijf.nl", "confirmed": "1"]
        #expect(try await browser.post(RoundLinks.guests(round).text, guests, from: home).status == 404)
        let one = try await world.invitations(round)[0]
        #expect(try await browser.post(RoundLinks.removal(round, one.id).text, from: home).status == 404)
        #expect(try await world.invitations(round).count == 15)
        #expect(try world.letters().count == 15)
    }

    @Test("an open round takes more people while it is open: their letters go at once, their place is kept")
    func openTakesMore() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.open)
        _ = try await world.person("Laat Komer", .facilitator)
        let list = RoundLinks.invitations(round).text
        #expect(try await browser.post(list, ["expected": "1"], from: list).status == 303)
        let guests: KeyValuePairs = ["guests": "Noor Smit;noor@bedrijf.nl;Blom Techniek", "confirmed": "1"]
        #expect(try await browser.post(RoundLinks.guests(round).text, guests, from: RoundLinks.guests(round).text).status == 303)
        #expect(try world.letters().count == 17)
        let noor = try #require(try await world.invitations(round).first { $0.email == "noor@bedrijf.nl" })
        #expect(noor.answerOrigin == noor.origin && noor.origin.partner == world.partners[.business]?.id)
        #expect(try await browser.post(RoundLinks.guests(round).text, guests, from: RoundLinks.guests(round).text).status == 303)
        #expect(try await world.invitations(round).count == 17, "pasted twice, asked once")
    }

    @Test("an invitation that was answered stays; another can be taken back, and its link opens nothing")
    func removal() async throws {
        let (world, browser, round) = try await RoundWorld.opened(.open)
        let all = try await world.invitations(round)
        let (answered, waiting) = (all[0], all[1])
        try await world.answer(answered)
        let link = AnswerLinks.personal(waiting.secret(AnswerWorld.key(of: world.house))).text
        #expect(try await world.house.browser().get(link).status == 200)
        for one in [answered, waiting] {
            _ = try await browser.post(RoundLinks.removal(round, one.id).text, from: RoundLinks.invitations(round).text)
        }
        #expect(try await world.invitations(round).map(\.id) == all.map(\.id).filter { $0 != waiting.id })
        #expect(try await world.house.browser().get(link).status == 404)
    }

    @Test("all guests or none: one faulty row keeps everyone out, and what was typed stays")
    func allOrNone() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.guests(round).text
        let seen = try await browser.post(page, ["guests": "Noor;noor@bedrijf.nl\nKim;kim", "confirmed": "1"], from: page)
        #expect(seen.status == 422 && seen.shows("Regel 2: dit e-mailadres klopt niet.") && seen.shows("Noor;noor@bedrijf.nl"))
        #expect(try await world.invitations(round).isEmpty)
        let preview = try await browser.post(page, ["guests": "Noor;noor@bedrijf.nl"], from: page)
        #expect(preview.status == 200 && preview.shows("1 mens komt erbij"))
        #expect(try await world.invitations(round).isEmpty, "a preview invites nobody")
    }

    @Test("rows in Windows-1252, which no browser sends, are refused for their name and not stored half read")
    func windows1252() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.guests(round).text
        let token = try #require(try await browser.get(page).formToken)
        let body = "\(FormTokens.field)=\(token)&confirmed=1&guests=Ren%E9;rene@bedrijf.nl"
        let seen = try await browser.send("POST", page, body: Array(body.utf8), type: "application/x-www-form-urlencoded")
        #expect(seen.status == 422 && seen.shows("Regel 1: in de naam staat een teken"))
        #expect(try await world.invitations(round).isEmpty)
    }

    @Test("personal links: in an open round to a leader who asks, and noted; in a confidential one to nobody (P2)")
    func links() async throws {
        for privacy in [Round.Privacy.open, .confidential(threshold: 5)] {
            let (world, browser, round) = try await RoundWorld.opened(privacy)
            let page = RoundLinks.links(round).text
            #expect(try await !browser.get(page).shows("/a/"))
            let seen = try await browser.post(page, from: RoundLinks.home(round).text)
            let secrets = try await world.invitations(round).map { $0.secret(AnswerWorld.key(of: world.house)).text }
            if privacy == .open {
                #expect(seen.status == 200 && secrets.allSatisfy { seen.shows("/a/\($0)") })
            } else {
                #expect(seen.status == 409 && !secrets.contains { seen.shows($0) })
            }
            #expect(try await world.acts().contains("links-shown") == (privacy == .open))
        }
    }
}

extension RoundWorld {
    /// From yesterday the person holds no role here.
    func endRole(of name: String) async throws {
        let (region, yesterday) = (region.id, house.time.today.adding(days: -1))
        let one = try #require(
            try await house.database.read { try HoldingStore.all(in: region, $0) }.first { $0.person.name == name })
        try await house.database.write { try HoldingStore.setUntil(yesterday, of: one.id, in: region, $0) }
    }
}
