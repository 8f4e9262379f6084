import Database
import Foundation
import Markup
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

/// A round whose invited people are laid down by sector, level and organisation, and who of them answered.
struct CoverageWorld {
    let world: RoundWorld
    let round: Round
    let invitations: [Invitation]
    let answered: Set<Invitation.ID>

    struct Group: Sendable {
        let sector: Sector?
        let level: Level
        let invited: Int
        let answered: Int
    }

    /// 8 of 10 schools, 2 of 9 companies, 1 of 6 governments.
    static let drawn = [
        Group(sector: .education, level: .tactical, invited: 10, answered: 8),
        Group(sector: .business, level: .operational, invited: 9, answered: 2),
        Group(sector: .government, level: .governing, invited: 6, answered: 1),
    ]

    init(_ privacy: Round.Privacy, _ groups: [Group] = drawn, partner name: String? = nil) async throws {
        let world = try await RoundWorld()
        let now = world.house.time.now
        let round = Round(
            id: .new(at: now), region: world.region.id, title: "Zelfscan", instrument: "self-scan", purpose: .learn,
            privacy: privacy, closes: world.house.time.today.adding(days: 10))
        let key = world.house.key
        let partners = world.partners
        let made = groups.enumerated().flatMap { number, group in
            (0..<group.invited).map { place in
                (invitation: Invitation(
                    id: .new(at: now), round: round.id, person: nil, name: "Gevraagd \(number)-\(place)", email: "",
                    origin: Response.Origin(
                        sector: group.sector, level: group.level, partner: group.sector.flatMap { partners[$0]?.id })),
                 hasAnswered: place < group.answered)
            }
        }
        try await world.house.database.write { writing in
            if let name, let school = partners[.education] {
                try writing.run("UPDATE partner SET name = $2 WHERE id = $1", school.id, name)
            }
            try RoundStore.add(round, AnswerWorld.instrument, at: now, writing)
            for one in made { try InvitationStore.add(one.invitation, key: key, writing) }
            _ = try RoundStore.move(round.id, to: .open, at: now, writing)
            for one in made where one.hasAnswered {
                let response = Response(
                    key: ResponseStore.key(one.invitation.secret(key)), round: round.id,
                    origin: .init(sector: one.invitation.origin.sector, level: nil, partner: nil),
                    sheet: AnswerSheet(answers: ["lessons": .level(1)]))
                try ResponseStore.save(response, version: 1, for: AnswerWorld.instrument, writing)
            }
        }
        self.world = world
        self.round = round
        invitations = made.map(\.invitation)
        answered = Set(made.filter(\.hasAnswered).map(\.invitation.id))
    }

    var coverage: RoundCoverage { RoundCoverage(round, invitations, answered: answered, key: world.house.key) }

    func page(_ file: String = "") async throws -> Seen {
        try await world.browser().get(RoundLinks.coverage(round).text + file)
    }
}

@Suite("Who is missing")
struct CoverageTests {
    private typealias Share = RoundCoverage.Share

    @Test("who answered is worked out from the key: the same people whose answers stand there, and with another key nobody")
    func answered() async throws {
        let made = try await CoverageWorld(.open)
        let (round, invitations, key) = (made.round.id, made.invitations, made.world.house.key)
        let found = try await made.world.house.database.read {
            (try Answered.among(invitations, in: round, key: key, $0),
             try Answered.among(invitations, in: round, key: Array(key.reversed()), $0))
        }
        #expect(found.0 == made.answered && found.0.count == 11)
        #expect(found.1.isEmpty)
    }

    @Test("an open round counts exactly, by sector, level and organisation")
    func open() async throws {
        let coverage = try await CoverageWorld(.open).coverage
        #expect(coverage.whole == Share(invited: 25, answered: .exactly(11)))
        #expect(coverage.bySector.map(\.share) == [
            Share(invited: 10, answered: .exactly(8)), Share(invited: 9, answered: .exactly(2)), Share(invited: 6, answered: .exactly(1)),
        ])
        // Governing, tactical, operational: the governments, the schools, the companies.
        #expect(coverage.byLevel.map(\.share?.invited) == [6, 10, 9])
        #expect(Set(coverage.byPartner.map(\.share?.invited)) == [10, 9, 6])
        #expect(coverage.behind?.sector == .business, "seven are missing there, five of the governments")
        #expect(!coverage.hidesSome)
    }

    @Test("parts for a bar and people missing, by hand")
    func arithmetic() {
        #expect(Share(invited: 8, answered: .exactly(2)).part == 0.25)
        #expect(Share(invited: 8, answered: .about(9)).part == 1)
        #expect(Share(invited: 0, answered: .few).part == 0)
        #expect(Share(invited: 50, answered: .few).part == 0.02)
        #expect(Share(invited: 50, answered: .most).part == 0.98)
        #expect(Share(invited: 8, answered: .exactly(2)).missing == 6)
        #expect(Share(invited: 8, answered: .about(9)).missing == 0)
        #expect(Share(invited: 8, answered: .few).missing == 8)
        #expect(Share(invited: 8, answered: .most).missing == 0)
    }

    @Test("a confidential round does not tell one from none, and names no group of fewer than five")
    func confidential() async throws {
        let coverage = try await CoverageWorld(.confidential(threshold: 5)).coverage
        // 2 of 9 is told, 1 of 6 is "hardly anybody", 8 of 10 is told.
        #expect(coverage.bySector.map(\.share?.answered) == [.exactly(8), .exactly(2), .few])
        let small = try await CoverageWorld(
            .confidential(threshold: 5),
            [
                .init(sector: .education, level: .tactical, invited: 12, answered: 6),
                .init(sector: .business, level: .tactical, invited: 9, answered: 4),
                .init(sector: .government, level: .tactical, invited: 3, answered: 2),
            ]).coverage
        #expect(small.hidesSome)
        #expect(small.bySector.first { $0.group == .government }?.share == nil)
        #expect(small.bySector.first { $0.group == .business }?.share == nil, "shown, it would tell the three by subtraction")
        #expect(small.bySector.last?.group == nil && small.bySector.last?.share?.invited == 12, "together they are twelve")
    }

    @Test("with so few that nothing may be said, nothing is said")
    func nothing() async throws {
        let made = try await CoverageWorld(
            .confidential(threshold: 5), [.init(sector: .education, level: .tactical, invited: 4, answered: 3)])
        #expect(made.coverage.whole == nil)
        #expect(try await made.page().shows("Er zijn nog te weinig mensen gevraagd"))
        #expect(try await !made.page().shows("3 van 4"))
    }

    @Test("the page begins with the sector of which most are missing, and its file has the same figures")
    func page() async throws {
        let made = try await CoverageWorld(.open)
        let seen = try await made.page()
        #expect(seen.shows("<h1>Van de bedrijven antwoordden er 2 van de 9</h1>"))
        #expect(seen.shows("In totaal: 11 van 25."))
        let file = try await made.page(".csv")
        #expect(file.header("content-disposition")?.hasPrefix("attachment") == true)
        #expect(file.shows("Per sector;ondernemers;9;2;2 van 9\r\n"))
        #expect(file.shows("Per niveau;bestuur;6;1;1 van 6\r\n"))
    }

    @Test("an open round names who did not answer yet; a confidential one names nobody, on the page and in the file (P2)")
    func names() async throws {
        let open = try await CoverageWorld(.open)
        let seen = try await open.page()
        #expect(seen.shows("Gevraagd 1-8") && !seen.shows("Gevraagd 1-1<"))
        let confidential = try await CoverageWorld(.confidential(threshold: 5))
        for file in ["", ".csv"] { #expect(try await !confidential.page(file).shows("Gevraagd ")) }
    }

    @Test("a region's home says the same of the sectors as the page does", arguments: [Round.Privacy.open, .confidential(threshold: 5)])
    func home(_ privacy: Round.Privacy) async throws {
        let made = try await CoverageWorld(privacy)
        let home = try await made.world.browser().get("/regions/\(made.world.region.id.text)")
        let headline = try #require(try await made.page().text.firstMatch(of: /<h1>([^<]+)<\/h1>/)).1
        #expect(home.shows(String(headline)))
    }

    @Test("S8: no name becomes a formula in the file, also after blanks", arguments: ["=1+1", " =1+1", "+1", "-1", "@SUM(A1)", "\u{A0}=1+1", "\t=1", "  @x"])
    func formulas(_ name: String) async throws {
        let made = try await CoverageWorld(.open, partner: name)
        let file = try await made.page(".csv").text
        let cells = file.split(separator: "\r\n").flatMap { $0.split(separator: ";") }.map { $0.trimmingPrefix("\"") }
        #expect(cells.contains { $0.contains(name.trimmingCharacters(in: .whitespaces)) })
        #expect(!cells.contains(where: Self.isFormula), "\(file)")
        #expect(Self.isFormula(Substring(name)), "mutant: the name as it was typed is seen to be one")
    }

    private static func isFormula(_ cell: Substring) -> Bool {
        let bare = cell.drop { $0.isWhitespace }
        return ["=", "+", "-", "@"].contains(bare.prefix(1))
    }
}

@Suite("How many came by the open link")
struct OpenLinkCountTests {
    private func counts(_ privacy: Round.Privacy, byLink: Int) async throws -> [OpenLinkCount] {
        let made = try await CoverageWorld(privacy)
        let (round, answered) = (made.round, made.invitations.filter { made.answered.contains($0.id) })
        let key = made.world.house.key
        return try await made.world.house.database.write { writing in
            // What is settled at opening: their answers keep the sector.
            for one in answered {
                try InvitationStore.setAnswerOrigin(.init(sector: one.origin.sector, level: nil, partner: nil), of: one.id, writing)
            }
            for _ in 0..<byLink {
                let response = Response(
                    key: ResponseStore.key(Secret.new()), round: round.id, origin: .init(sector: .business, level: nil, partner: nil),
                    sheet: AnswerSheet(answers: ["lessons": .level(2)]))
                try ResponseStore.save(response, version: 1, for: AnswerWorld.instrument, writing)
            }
            let invited = try InvitationStore.all(of: round.id, writing.reading)
            let who = try Answered.among(invited, in: round.id, key: key, writing.reading)
            return try CoverageStore.byOpenLink(round, invited.filter { who.contains($0.id) }, writing.reading)
        }
    }

    @Test("an open round counts them, without those who were invited")
    func open() async throws {
        #expect(try await counts(.open, byLink: 3).map(\.figure) == [.exactly(3)])
        #expect(try await counts(.open, byLink: 0).isEmpty)
    }

    @Test("a confidential round says fewer than the threshold, and from there to the nearest five", arguments: [(4, 0), (5, 5), (7, 5), (8, 10), (13, 15)])
    func confidential(_ people: Int, _ about: Int) async throws {
        let figures = try await counts(.confidential(threshold: 5), byLink: people).map(\.figure)
        #expect(figures == [about == 0 ? .fewerThan(5) : .about(about)])
    }
}
