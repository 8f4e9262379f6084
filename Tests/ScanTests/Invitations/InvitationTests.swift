import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Inviting")
struct InvitationTests {
    private func asked(_ query: String, in world: RoundWorld, _ round: Round, by browser: Browser) async throws -> [String] {
        let page = try await browser.get(RoundLinks.invitations(round).text + "?preview=1&" + query)
        let form = try #require(page.form(to: RoundLinks.invitations(round).text), "\(query)")
        #expect(try await browser.send(form).status == 303)
        return try await world.invitations(round).map(\.name).sorted()
    }

    @Test("by sector, by organisation, by role and by level: exactly those who fit, each once")
    func audiences() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let school = try #require(world.partners[.education])
        let cases: [(String, [String])] = [
            ("sector=government", ["government 0", "government 1"]),
            ("partner=\(school.id.text)", (0..<6).map { "education \($0)" }),
            ("role=project-leader", ["Marijke de Wit"]),
            ("level=tactical", ["Marijke de Wit"]),
            ("sector=government&role=project-leader", []),
            ("sector=government&sector=education&level=operational", (0..<6).map { "education \($0)" } + ["government 0", "government 1"]),
        ]
        for (query, names) in cases {
            let round = try await world.composed(by: browser)
            if names.isEmpty {
                let page = try await browser.get(RoundLinks.invitations(round).text + "?preview=1&" + query)
                #expect(page.form(to: RoundLinks.invitations(round).text) == nil && page.shows("0 mensen"))
            } else {
                #expect(try await asked(query, in: world, round, by: browser) == names, "\(query)")
            }
        }
    }

    @Test("who was asked already is not asked again, by key or by address; whose role ended is not asked at all")
    func onlyNew() async throws {
        let world = try await RoundWorld(contacts: [.business: 2])
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        _ = try await asked("role=project-leader", in: world, round, by: browser)
        let guests = RoundLinks.guests(round).text
        _ = try await browser.post(guests, ["guests": "Nel; BUSINESS0@voorbeeld.nl;", "confirmed": "1"], from: guests)
        world.house.time.pass(days: 1)
        let region = world.region.id
        try await world.house.database.write { writing in
            for one in try HoldingStore.all(in: region, writing.reading) where one.person.name == "business 1" {
                try HoldingStore.setUntil(Day("2026-11-23"), of: one.id, in: region, writing)
            }
        }
        let fresh = try await world.browser()
        let page = try await fresh.get(RoundLinks.invitations(round).text + "?preview=1")
        #expect(page.shows("Er is niemand die hierbij past en nog niet is uitgenodigd."))
        #expect(try await world.invitations(round).map(\.name).sorted() == ["Marijke de Wit", "Nel"])
    }

    @Test("when the list changed since it was shown, nobody is invited and the new list is shown")
    func changed() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.invitations(round).text
        let form = try #require(try await browser.get(page + "?preview=1").form(to: page))
        _ = try await world.person("Nog Een", .facilitator)
        let seen = try await browser.send(form)
        #expect(seen.status == 409 && seen.shows("De lijst is intussen veranderd") && seen.shows("Nog Een"))
        #expect(try await world.invitations(round).isEmpty)
    }

    @Test("a double click on inviting invites once, and says no list was changed")
    func twice() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.invitations(round).text
        let form = try #require(try await browser.get(page + "?preview=1").form(to: page))
        #expect(try await [browser.send(form).status, browser.send(form).status] == [303, 303])
        #expect(try await world.invitations(round).count == 15)
    }

    @Test("rows of guests: all or none, each wrong row told by its number", arguments: [
        ("Noor; noor@x.nl; Onbekend BV", "de organisatie Onbekend BV hoort niet bij deze regio"), ("; noor@x.nl", "de naam ontbreekt"),
        ("Noor; noor", "dit e-mailadres klopt niet"), ("Noor; n@x.nl; Rijnschool; extra", "meer dan drie dingen"),
        ("Noor; n@x.nl\nNel; N@X.nl", "staat er twee keer"),
        ("Noor; n@x.nl,bcc@x.nl", "dit e-mailadres klopt niet"), ("Noor; <n@x.nl>", "dit e-mailadres klopt niet"),
    ])
    func guests(_ rows: String, _ words: String) async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.guests(round).text
        let seen = try await browser.post(page, ["guests": "Goed; goed@x.nl; Rijnschool\n" + rows, "confirmed": "1"], from: page)
        #expect(seen.status == 422 && seen.shows(words), "\(seen.status)")
        #expect(try await world.invitations(round).isEmpty)
    }

    @Test("a guest of a partner is asked as from its sector; without one as from none")
    func origins() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.guests(round).text
        let shown = try await browser.post(page, ["guests": "Noor\tnoor@x.nl\trijnSCHOOL\nNel\tnel@x.nl\t"], from: page)
        #expect(shown.shows("2 mensen komen erbij") && shown.shows("Rijnschool"))
        #expect(try await browser.send(try #require(shown.form(to: page))).status == 303)
        let origins = try await world.invitations(round).map(\.origin)
        #expect(Set(origins.map(\.sector)) == [.education, nil])
    }

    @Test("the open link has a code of its own that is easy to say, works when the round is open, and stops when it is taken away")
    func openLink() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let page = RoundLinks.openLink(round).text
        #expect(try await browser.post(page, from: page).status == 303)
        let code = try #require(try await world.round(round.id).code)
        #expect(code.count == 6 && OpenCode.typed(OpenCode.shown(code)) == code)
        #expect(try await browser.get(page).shows(OpenCode.shown(code)))
        #expect(try await browser.post(page, from: page).status == 303)
        #expect(try await world.round(round.id).code == code, "asked twice, it is the same code")
        let guest = world.house.browser()
        #expect(try await guest.get("/c/\(code)").shows("nog niet open"))
        #expect(try await world.open(round, by: browser).status == 303)
        #expect(try await guest.get("/join?code=\(OpenCode.shown(code).replacingOccurrences(of: " ", with: "-"))").location == "/c/\(code)")
        #expect(try await browser.post(page + "/removals", from: page).status == 303)
        #expect(try await guest.get("/c/\(code)").status == 404)
    }

    @Test("codes have no letter that looks like another", arguments: ["oooooo", "il1il1", "acdef", "acdefhj", "ac def", "", "ácdefh"])
    func codes(_ text: String) { #expect(OpenCode.typed(text) == nil) }

    @Test("in a confidential round nobody sees a personal link, and nobody is added by name once it is open")
    func confidential() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        let page = RoundLinks.links(round).text
        let seen = try await browser.post(page, from: RoundLinks.home(round).text)
        #expect(seen.status == 409 && !seen.shows("/a/"))
        #expect(try await browser.get(RoundLinks.guests(round).text).status == 404)
        let late = try await browser.post(RoundLinks.guests(round).text, ["guests": "N; n@x.nl", "confirmed": "1"], from: RoundLinks.home(round).text)
        #expect(late.status == 404)
        #expect(try await world.invitations(round).count == 15)
        #expect(try await !world.acts().contains("links-shown"))
    }

    @Test("in an open round links are shown only on asking, and who asked is noted")
    func links() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.set(round, .open)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        let page = RoundLinks.links(round).text
        #expect(try await !browser.get(page).shows("/a/"))
        #expect(try await browser.post(page, from: page).text.components(separatedBy: "/a/").count == 16)
        #expect(try await world.acts().last == "links-shown")
    }

    @Test("an invitation that was answered is not taken back; one that was not, is")
    func removal() async throws {
        let made = try await CoverageWorld(.open)
        let browser = try await made.world.browser()
        let page = RoundLinks.invitations(made.round).text
        let answered = try #require(made.answered.first)
        let other = try #require(made.invitations.first { !made.answered.contains($0.id) }).id
        for id in [answered, other] { _ = try await browser.post(RoundLinks.removal(made.round, id).text, from: page) }
        let left = try await made.world.invitations(made.round).map(\.id)
        #expect(left.contains(answered) && !left.contains(other))
    }
}

@Suite("What is kept of where an answer comes from")
struct CoarseningTests {
    private func origins(_ groups: [(Sector?, Level?, Int)]) -> [Response.Origin] {
        groups.flatMap { sector, level, count in
            Array(repeating: Response.Origin(sector: sector, level: level, partner: Partner.ID("p")), count: count)
        }
    }

    /// How many share each thing that is kept.
    private func sizes(_ kept: [Response.Origin]) -> [String: Int] {
        Dictionary(grouping: kept) { "\($0.sector?.rawValue ?? "-") \($0.level?.rawValue ?? "-")" }.mapValues(\.count)
    }

    @Test("by hand: five of a level keep it, four keep the sector with others, and the organisation is never kept")
    func byHand() {
        let kept = Coarsening(threshold: 5).origins(of: origins([
            (.education, .tactical, 5), (.education, .operational, 3), (.education, .governing, 2), (.business, .tactical, 6),
        ]))
        #expect(sizes(kept) == ["education tactical": 5, "education -": 5, "business tactical": 6])
        #expect(kept.allSatisfy { $0.partner == nil })
    }

    @Test("a sector of three takes others along until they are five, and those then keep nothing")
    func small() {
        let kept = Coarsening(threshold: 5).origins(of: origins([(.education, .tactical, 9), (.government, .tactical, 3)]))
        #expect(sizes(kept) == ["education tactical": 7, "- -": 5])
    }

    @Test("fewer than five in all keep nothing")
    func few() {
        #expect(sizes(Coarsening(threshold: 5).origins(of: origins([(.education, .tactical, 4)]))) == ["- -": 4])
    }

    @Test("P2: on a thousand random lists nothing that is kept is shared by fewer than the threshold, and nothing is made up")
    func random() {
        var dice = Dice(seed: 12)
        for _ in 0..<1000 {
            let threshold = 5 + dice.below(4)
            let given = (0..<(1 + dice.below(60))).map { _ in
                Response.Origin(
                    sector: dice.below(8) == 0 ? nil : Sector.allCases[min(dice.below(3), dice.below(3))],
                    level: dice.below(8) == 0 ? nil : Level.allCases[dice.below(3)], partner: nil)
            }
            let kept = Coarsening(threshold: threshold).origins(of: given)
            #expect(Self.isSafe(kept, threshold))
            for (one, other) in zip(given, kept) {
                #expect((other.sector == nil || other.sector == one.sector) && (other.level == nil || other.level == one.level))
            }
        }
        #expect(!Self.isSafe(origins([(.education, .tactical, 4), (.business, .tactical, 9)]), 5), "mutant: what is not made coarser is seen")
    }

    private static func isSafe(_ kept: [Response.Origin], _ threshold: Int) -> Bool {
        let groups = Dictionary(grouping: kept) { [$0.sector?.rawValue, $0.level?.rawValue] }
        if kept.count < threshold { return kept.allSatisfy { $0 == .unknown } }
        return groups.values.allSatisfy { $0.count >= threshold }
    }

    @Test("what is settled at opening is what an answer keeps")
    func settled() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed("self-scan", by: browser)
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        // Six schools, six companies, two governments and one leader without an organisation.
        let kept = try await world.invitations(round).map(\.answerOrigin)
        let groups = Dictionary(grouping: kept) { $0.sector?.rawValue ?? "-" }.mapValues(\.count)
        #expect(groups["government"] == nil && groups.values.allSatisfy { $0 >= 5 })
        #expect(kept.allSatisfy { $0.partner == nil })
    }
}
