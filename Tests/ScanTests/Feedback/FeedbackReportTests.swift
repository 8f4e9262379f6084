import Database
import Markup
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

@Suite("The feedback report of a round")
struct FeedbackReportTests {
    static let instrument = Asked.instrument([
        Asked.theme("line", "Doorlopende leerlijn", [Asked.scale("q", "Gaat de overstap goed?")]),
        Asked.theme("say", "In uw woorden", [Question(key: "open", text: Wording(nl: "Wat mist u?"), kind: .text)]),
    ])

    /// Per sector how many chose each level.
    static func sheets(_ counts: KeyValuePairs<Sector, [Int]>, texts: Int = 0) -> [ReportWorld.Sheet] {
        let all = counts.flatMap { sector, levels in
            levels.enumerated().flatMap { level, count in Array(repeating: (sector, level), count: count) }
        }
        return all.enumerated().map { person, one in
            let text = person < texts ? ",\"open\":\"Zin \(person)\"" : ""
            return ReportWorld.Sheet(sector: one.0, answers: "{\"q\":\(one.1)\(text)}")
        }
    }

    static let drawn: KeyValuePairs<Sector, [Int]> = [
        .education: [2, 3, 11, 6], .business: [7, 6, 4, 2], .government: [1, 2, 2, 1],
    ]

    @Test("an open round shows every figure, worked out by hand, alike on the page, in its alternative text and in the file")
    func open() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", Self.instrument, .open, Self.sheets(Self.drawn))
        let home = try await world.page(round)
        #expect(home.status == 200)
        #expect(home.shows("Scholen zijn positiever over ‘Gaat de overstap goed?’ dan bedrijven"))
        #expect(home.shows("47 mensen antwoordden."))
        #expect(home.shows("Van de 19 mensen van bedrijven zeggen er 13 ‘Nog niet’ of ‘Soms’."))
        let theme = try await world.page(round, "/themes/line")
        #expect(theme.shows("ondernemers: Nog niet 7, Soms 6, Geregeld 4, Vanzelfsprekend 2"))
        #expect(theme.shows("iedereen: Nog niet 10, Soms 11, Geregeld 17, Vanzelfsprekend 9"))
        let file = try await world.page(round, ".csv")
        #expect(file.shows("Doorlopende leerlijn;Gaat de overstap goed?;sector;ondernemers;19;Nog niet;7;37;\r\n"))
        #expect(file.shows("Doorlopende leerlijn;Gaat de overstap goed?;iedereen;iedereen;47;Geregeld;17;36;\r\n"))
        #expect(file.header("content-disposition")?.contains("attachment") == true)
    }

    /// Ten, eight and four people: the four are too few, and the eight hide them.
    static let withFour: KeyValuePairs<Sector, [Int]> = [
        .education: [1, 2, 4, 3], .business: [2, 2, 2, 2], .government: [4, 0, 0, 0],
    ]
    static let places = ["", "/themes/line", "/themes/line?by=level", "/table", "/print", "/short", ".csv", "/themes/line/figures.csv"]

    @Test("a confidential round says nothing of a sector of four, anywhere, and says why", arguments: places)
    func four(_ place: String) async throws {
        let world = try await ReportWorld()
        let closed = try await world.hold("r", Self.instrument, .confidential(threshold: 5), Self.sheets(Self.withFour))
        let seen = try await world.page(closed, place)
        #expect(seen.status == 200)
        #expect(!Self.tells(seen, of: "overheid"))
        #expect(!Self.tells(seen, of: "ondernemers"), "shown, they would tell the four by subtraction")
        if ["", "/themes/line", "/short"].contains(place) {
            #expect(seen.shows("Overheden tonen we niet apart. Daarvan antwoordden minder dan 5 mensen."))
        }
    }

    @Test("the same assertion fails on the same round when it is open: it does see a figure")
    func fourMutant() async throws {
        let world = try await ReportWorld()
        let open = try await world.hold("r", Self.instrument, .open, Self.sheets(Self.withFour))
        for place in Self.places where !place.contains("by=level") {
            let seen = try await world.page(open, place)
            #expect(Self.tells(seen, of: "overheid"), "\(place)")
        }
    }

    /// Whether a page or file has a mark, a bar, a row or an alternative text of a sector.
    private static func tells(_ seen: Seen, of sector: String) -> Bool {
        [">\(sector)<", "\(sector): ", "\(sector) ‘", "\(sector) tussen", ";\(sector);"].contains { seen.shows($0) }
    }

    @Test("what people wrote is hidden until ten did, and then without any sign of who", arguments: [9, 10])
    func texts(_ writers: Int) async throws {
        let world = try await ReportWorld()
        let round = try await world.hold(
            "r", Self.instrument, .confidential(threshold: 5), Self.sheets(Self.drawn, texts: writers))
        for place in ["/themes/say", "/themes/say/answers.csv", "/print"] {
            let seen = try await world.page(round, place)
            #expect(seen.shows("Zin 3") == (writers == 10))
            #expect(!seen.shows("<small>onderwijs"))
        }
        let file = try await world.page(round, "/themes/say/answers.csv")
        #expect(!file.shows("Sector"))
    }

    @Test("fewer people than promised: the page says why there is nothing, and the file is empty")
    func tooFew() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold(
            "r", Self.instrument, .confidential(threshold: 6), Self.sheets([.education: [2, 3]], texts: 5))
        for place in ["", "/themes/line", "/print"] {
            #expect(try await world.page(round, place).shows("Minder dan 6 mensen antwoordden."))
        }
        #expect(try await world.page(round, ".csv").text.split(separator: "\r\n").count == 1)
        #expect(try await world.page(round, "/short").shows("te weinig antwoorden"))
    }

    @Test("nobody answered: the page says what to do")
    func nobody() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", Self.instrument, .open, [.init(sector: .education, answers: "{}")])
        #expect(try await world.page(round).shows("Niemand antwoordde in deze ronde"))
    }

    @Test("before closing there is no result at any address, only when it will come", arguments: Self.places + ["/themes/say/answers.csv"])
    func notYet(_ place: String) async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", Self.instrument, .open, closes: "2026-12-04", until: .open, Self.sheets(Self.drawn))
        let seen = try await world.page(round, place)
        #expect(seen.shows("De uitkomst komt na sluiting"))
        #expect(seen.shows("4 december 2026"))
        #expect(seen.header("content-disposition") == nil)
    }

    @Test("it is for those who see the region's work as a whole, and a round of another region is not there")
    func access() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", Self.instrument, .open, Self.sheets(Self.drawn))
        let path = "/regions/\(world.region.id.text)/rounds/\(round.id.text)/report"
        let contact = Person(id: try ReportWorld.id("contact"), name: "Con", email: "c@example.nl", language: .dutch)
        let other = Region(
            id: try ReportWorld.id("elders"), programme: world.region.programme, name: "Elders", part: "", since: world.region.since)
        let (now, region, leader) = (world.house.time.now, world.region, world.leader)
        try await world.house.database.write { writing in
            try PersonStore.add(contact, writing)
            try RegionStore.add(other, writing)
            try HoldingStore.add(.partnerContact, contact.id, region: region.id, level: .tactical, from: region.since, at: now, writing)
            try HoldingStore.add(.projectLeader, leader, region: other.id, level: .tactical, from: region.since, at: now, writing)
        }
        for place in Self.places {
            #expect(try await world.house.browser(as: contact.id).get(path + place).status == 404)
            #expect(try await world.house.browser().get(path + place).status == 303)
            let elsewhere = "/regions/elders/rounds/\(round.id.text)/report\(place)"
            #expect(try await world.house.browser(as: leader).get(elsewhere).status == 404)
        }
        #expect(try await world.page(round, "/themes/unknown").status == 404)
        #expect(try await world.page(round).shows("findings/new?question=q"))
    }

    @Test("who may not write findings is led to the conversation instead, and to no page that is not theirs")
    func steering() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", Self.instrument, .open, Self.sheets(Self.drawn))
        try await world.invite(30, .education, answered: 22, to: round)
        let member = Person(id: try ReportWorld.id("member"), name: "Lid", email: "l@example.nl", language: .dutch)
        let (now, region) = (world.house.time.now, world.region)
        try await world.house.database.write { writing in
            try PersonStore.add(member, writing)
            try HoldingStore.add(.steeringGroupMember, member.id, region: region.id, level: .governing, from: region.since, at: now, writing)
        }
        let browser = try await world.house.browser(as: member.id)
        for place in ["", "/themes/line"] {
            let seen = try await browser.get("/regions/\(region.id.text)/rounds/\(round.id.text)/report\(place)")
            #expect(seen.status == 200)
            #expect(!seen.shows("findings/new") && !seen.shows("/coverage"))
        }
        #expect(try await browser.get("/regions/\(region.id.text)/rounds/\(round.id.text)/report").shows("Naar het gesprek"))
    }
}

@Suite("Then and now, the short version and what is kept")
struct FeedbackOverTimeTests {
    private func change(from old: Question, to new: Question) async throws -> Seen {
        let world = try await ReportWorld()
        let sheets = FeedbackReportTests.sheets(FeedbackReportTests.drawn)
        try await world.hold(
            "then", Asked.instrument([Asked.theme("line", "Lijn", [old])]), .open, title: "Zelfscan 2025", closes: "2025-11-20",
            FeedbackReportTests.sheets([.education: [11, 11, 0, 0], .business: [19, 0, 0, 0]]))
        let now = try await world.hold("now", Asked.instrument([Asked.theme("line", "Lijn", [new])]), .open, sheets)
        return try await world.page(now, "/themes/line")
    }

    @Test("the same question is laid beside the earlier round")
    func same() async throws {
        let seen = try await change(from: Asked.scale("q", "Gaat het?"), to: Asked.scale("q", "Gaat het?"))
        // Then 11/123 = 0.09, now 72/141 = 0.51.
        #expect(seen.shows("Zelfscan 2025<span class=\"n\">tussen ‘Nog niet’ en ‘Soms’</span>"))
        #expect(seen.shows("aria-label=\"tussen ‘Nog niet’ en ‘Soms’\""))
        #expect(seen.shows("Men is hier veel positiever over dan in ‘Zelfscan 2025’."))
        #expect(!seen.shows("sindsdien veranderd"))
    }

    @Test("a reworded question says so")
    func reworded() async throws {
        let seen = try await change(from: Asked.scale("q", "Ging het?"), to: Asked.scale("q", "Gaat het?"))
        #expect(seen.shows("De woorden van de vraag zijn sindsdien veranderd. Vergelijk dus voorzichtig."))
    }

    @Test("other levels cannot be compared, and it says so")
    func otherLevels() async throws {
        let seen = try await change(from: Asked.scale("q", "Gaat het?", levels: ["a", "b", "c", "d", "e"]), to: Asked.scale("q", "Gaat het?"))
        #expect(seen.shows("had deze vraag andere antwoorden. Vergelijken kan daarom niet."))
        #expect(!seen.shows("Zelfscan 2025<span"))
    }

    @Test("a question dropped on the way is still shown, in its last wording")
    func dropped() async throws {
        let world = try await ReportWorld()
        let old = Asked.instrument([Asked.theme("line", "Lijn", [Asked.scale("q", "Gaat het?"), Asked.scale("gone", "Oude vraag?")])])
        let new = Asked.instrument([Asked.theme("line", "Lijn", [Asked.scale("q", "Gaat het?")])])
        let round = try await world.hold(
            "r", old, .open, versions: [new],
            [.init(sector: .education, answers: #"{"q":1,"gone":2}"#), .init(sector: .business, version: 2, answers: #"{"q":1}"#)])
        let seen = try await world.page(round, "/themes/line")
        #expect(seen.shows("Oude vraag?"))
        #expect(seen.shows("Deze vraag stond in een eerdere versie."))
    }

    @Test("numbers of versions have gaps: an answer is read with the questions that it was given to")
    func gaps() async throws {
        let world = try await ReportWorld()
        let one = Asked.scale("q", "Gaat het?")
        let asked = Asked.instrument([Asked.theme("line", "Lijn", [one, Asked.scale("gone", "Oude vraag?")])])
        let newest = Asked.instrument([Asked.theme("line", "Lijn", [one])])
        let round = try await world.hold(
            "r", newest, .confidential(threshold: 5), drafts: [newest, asked], versions: [newest],
            [.init(sector: .education, version: 3, answers: "{\"q\":1}")]
                + (0..<7).map { .init(sector: .education, version: 4, answers: "{\"q\":\($0 % 4)}") })
        #expect(try await world.page(round, "/themes/line").shows("Oude vraag?"), "it was asked, however few answered it")
    }

    @Test("a respondent sees the short version on their own link once it was returned, and nothing before")
    func short() async throws {
        let world = try await ReportWorld()
        let sheets = FeedbackReportTests.sheets(FeedbackReportTests.drawn)
        for (key, step, isShown) in [("closed", Round.Step.closed, false), ("returned", .returned, true)] {
            let round = try await world.hold(key, FeedbackReportTests.instrument, .confidential(threshold: 5), until: step, sheets)
            let secret = try await world.invite(1, .education, answered: 1, to: round)
            let seen = try await world.house.browser().get("/a/\(secret.text)")
            #expect(seen.status == 200)
            #expect(seen.shows("Scholen zijn positiever over ‘Gaat de overstap goed?’ dan bedrijven") == isShown)
            #expect(seen.body.count < 12_000)
        }
    }

    @Test("what is kept is bounded, and the longest unasked goes first")
    func cache() async throws {
        let world = try await ReportWorld()
        let round = try await world.hold("r", FeedbackReportTests.instrument, .open, FeedbackReportTests.sheets(FeedbackReportTests.drawn))
        let report = try await world.report(of: round)
        let cache = ReportCache(most: 2)
        let keys = (1...3).map { ReportCache.Key(house: [1], round: round.id, edition: $0) }
        cache.keep(report, as: keys[0])
        cache.keep(report, as: keys[1])
        #expect(cache.report(keys[0]) != nil)
        cache.keep(report, as: keys[2])
        #expect(cache.report(keys[1]) == nil)
        #expect(cache.report(keys[0]) != nil)
        #expect(cache.report(keys[2]) != nil)
    }
}
