import Database
import Markup
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

@Suite("Who is missing, on the page and in the file")
struct CoveragePageTests {
    @Test("an open round names who still has to answer, under their organisation, and nobody who did")
    func waiting() throws {
        let shown = try CoverageWorld(.open, [
            .init(.education, .tactical, "a", 1, of: 3), .init(nil, nil, nil, 1, of: 2),
        ]).shown
        for name in ["Mens 0-1.", "Mens 0-2.", "Mens 1-1."] { #expect(shown.html.contains(name), "\(name)") }
        for name in ["Mens 0-0.", "Mens 1-0."] { #expect(!shown.html.contains(name), "\(name)") }
        #expect(shown.html.contains("zonder organisatie") && shown.html.contains("Geef iemand een eigen link"))
        #expect(!shown.csv.contains("Mens"), "the file holds figures and no people")
    }

    @Test("the file says what the page says, with no formula in a name")
    func file() throws {
        let shown = try CoverageWorld(.open, [.init(.business, .tactical, "b", 2, of: 3)]).shown
        #expect(shown.csv.split(separator: "\r\n").map(String.init) == [
            "\u{FEFF}indeling;groep;uitgenodigd;geantwoord;in woorden", "Per sector;ondernemers;3;2;2 van 3",
            "Per niveau;leiding;3;2;2 van 3", "Per organisatie;'=Blom Techniek;3;2;2 van 3",
        ])
    }

    @Test("a figure that is not exact stands in the file in words alone, and a hidden one as hidden")
    func fileOfConfidential() throws {
        let rows = try CoverageWorld(.confidential(threshold: 5), Small.groups(5, 1)).shown.csv.split(separator: "\r\n")
        #expect(rows.contains("Per sector;onderwijs;12;7;7 van 12"))
        #expect(rows.contains("Per sector;overheid;;;niet te zien: te weinig mensen"))
        #expect(rows.contains("Per sector;anderen samen;12;6;6 van 12"))
        let others = rows.filter { !$0.hasPrefix("Per sector") && $0.contains(";12;") }
        #expect(others.count == 2 && others.allSatisfy { $0.contains(";12;;") })
    }

    @Test("a closed round gives no links to hand out and says that it is closed")
    func closed() throws {
        let shown = try CoverageWorld(.open, isOpen: false, [.init(.education, nil, "a", 1, of: 3)]).shown
        #expect(shown.html.contains("De ronde is gesloten.") && !shown.html.contains("Geef iemand een eigen link"))
    }

    @Test("P1: small sectors that came by the open link are counted together, as fewer or in fives, and never apart")
    func together() {
        typealias Counted = [(sector: Sector?, count: Int)]
        let few: Counted = [(.education, 1), (.business, 1), (nil, 2)]
        let enough: Counted = [(.education, 2), (.business, 2), (.government, 9), (nil, 1)]
        let one: Counted = [(.education, 4), (.business, 12)]
        #expect(OpenLinkCount.all(few, threshold: 5).map(\.figure) == [.fewerThan(5)])
        #expect(OpenLinkCount.all(enough, threshold: 5).map(\.figure) == [.about(10), .about(5)])
        #expect(OpenLinkCount.all(enough, threshold: 5).map(\.isTogether) == [false, true])
        #expect(OpenLinkCount.all(one, threshold: 5).map(\.figure) == [.fewerThan(5), .about(10)])
        #expect(OpenLinkCount.all(enough, threshold: nil).map(\.figure) == [.exactly(2), .exactly(2), .exactly(9), .exactly(1)])
    }

    @Test("five who came by the open link alone are one total; with fewer there is too little for a report, and nothing contradicts it")
    func byLinkAlone() throws {
        let world = try CoverageWorld(.confidential(threshold: 5), [])
        func html(_ counted: [(sector: Sector?, count: Int)]) -> String {
            var shown = world.shown(world.coverage, byOpenLink: OpenLinkCount.all(counted, threshold: 5))
            shown.invited = 0
            shown.answered = OpenLinkCount.Figure(counted.reduce(0) { $0 + $1.count }, threshold: 5)
            return shown.html
        }
        let five = html([(.education, 2), (.business, 2), (.government, 1)])
        #expect(five.contains("<h1>Ongeveer 5 mensen antwoordden") && five.contains("alle sectoren samen: ongeveer 5"))
        #expect(!five.contains("niemand") && !five.contains("minder dan") && !five.contains("niet te zien: te weinig"))
        let four = html([(.education, 2), (.business, 2)])
        #expect(four.contains("<h1>Nog te weinig antwoorden voor een verslag") && four.contains("alle sectoren samen: minder dan 5"))
        #expect(!four.contains("niemand van"))
    }

    @Test("with few invited the page says once that it is too little, without a total that contradicts it")
    func fewInvited() throws {
        let world = try CoverageWorld(.confidential(threshold: 5), [.init(.business, .tactical, "b", 0, of: 7), .init(.education, nil, "a", 1, of: 2)])
        var shown = world.shown
        shown.answered = OpenLinkCount.Figure(1, threshold: 5)
        #expect(shown.html.contains("<h1>Nog te weinig antwoorden voor een verslag"))
        #expect(!shown.html.contains("In totaal: niet te zien"))
    }

    /// Pages of one house before and after two people of one group change places.
    @Test("A3: no page that a leader of a confidential round can open changes with who answered; of an open round one does",
        arguments: [Round.Privacy.confidential(threshold: 5), .open])
    func everyPage(privacy: Round.Privacy) async throws {
        let world = try await RoundWorld(contacts: [.education: 12, .business: 9, .government: 3])
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.set(round, privacy)
        try await world.inviteAll(round, by: browser, count: 25)
        #expect(try await world.open(round, by: browser).status == 303)
        let before = try await world.pages(of: round, by: browser, answered: ["education 1", "education 2", "government 0"])
        let after = try await world.pages(of: round, by: browser, answered: ["education 7", "education 9", "government 1"])
        let changed = before.keys.filter { before[$0] != after[$0] }
        #expect(before.count == 9)
        if privacy == .open { #expect(changed.contains(RoundLinks.coverage(round).text)) } else { #expect(changed.isEmpty) }
    }

    @Test("before a round opens there is no coverage, and only who works in the region sees it after")
    func access() async throws {
        let world = try await RoundWorld()
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        let pages = [RoundLinks.coverage(round).text, RoundLinks.coverageFile(round).text]
        for page in pages { #expect(try await browser.get(page).status == 404) }
        try await world.inviteAll(round, by: browser, count: 15)
        #expect(try await world.open(round, by: browser).status == 303)
        let member = try await world.house.browser(as: try await world.person("Stuur Groep", .steeringGroupMember).id)
        for page in pages {
            #expect(try await browser.get(page).status == 200)
            #expect(try await member.get(page).status == 404, "a steering group member does not follow who answers")
        }
        #expect(try await browser.get(pages[1]).header("content-disposition")?.contains("opbrengst-") == true)
    }
}

extension RoundWorld {
    /// What a leader can open about a round, when just these people answered.
    fileprivate func pages(of round: Round, by browser: Browser, answered names: [String]) async throws -> [String: [UInt8]] {
        let invitations = try await invitations(round)
        try await house.database.write { try $0.run("DELETE FROM response WHERE round = $1", round.id) }
        for one in invitations where names.contains(one.name) { try await answer(one) }
        let links = [
            RoundLinks.home(round), RoundLinks.all(region.id), RoundLinks.coverage(round), RoundLinks.coverageFile(round),
            RoundLinks.invitations(round), RoundLinks.openLink(round), RoundLinks.links(round), RoundLinks.report(round),
        ].map(\.text) + ["/regions/\(region.id.text)"]
        var pages: [String: [UInt8]] = [:]
        for link in links { pages[link] = try await browser.get(link).body }
        return pages
    }
}
