import Database
import Membership
import Testing

@testable import Scan

@Suite("How many answered, against a table on paper")
struct RoundCoverageTests {
    private static let four: [CoverageWorld.Group] = [
        .init(.education, .operational, "a", 2, of: 6), .init(.business, .tactical, "b", 4, of: 5),
        .init(.government, .governing, "c", 0, of: 3), .init(nil, nil, nil, 1, of: 2),
    ]

    @Test("an open round counts every group and hides nothing")
    func open() throws {
        let coverage = try CoverageWorld(.open, Self.four).coverage
        #expect(coverage.whole == .init(invited: 16, answered: .exactly(7)))
        #expect(coverage.bySector.map(\.group) == [.education, .business, .government, nil])
        #expect(coverage.bySector.map(\.figure) == ["2/6", "4/5", "0/3", "1/2"])
        #expect(coverage.byLevel.map(\.group) == [.governing, .tactical, .operational, nil])
        #expect(coverage.byLevel.map(\.figure) == ["0/3", "4/5", "2/6", "1/2"])
        #expect(coverage.byPartner.map { $0.group?.text } == ["a", "b", "c", nil])
        #expect(coverage.byPartner.map(\.figure) == ["2/6", "4/5", "0/3", "1/2"])
        #expect(!coverage.hidesSome)
    }

    @Test("the finding to begin with is the sector of which most people are missing, under half of whom answered")
    func behind() throws {
        let coverage = try CoverageWorld(.open, Self.four).coverage
        #expect(coverage.behind?.sector == .education)
        #expect(TestWords.dutch(CoverageWords.headline(coverage)) == "Van de scholen antwoordden er 2 van de 6")
        let half = try CoverageWorld(.open, [.init(.education, nil, nil, 3, of: 6), .init(.business, nil, nil, 0, of: 1)]).coverage
        #expect(half.behind == nil)
        #expect(TestWords.dutch(CoverageWords.headline(half)) == "3 van de 7 mensen antwoordden")
    }

    /// 3 of 24 is under the threshold, so the next smallest (9) hides with it; 7 + 6 = 13 of 24.
    @Test("P1: a small group takes the next smallest with it, and only their sum is shown")
    func complementary() throws {
        let coverage = try CoverageWorld(.confidential(threshold: 5), Small.groups(5, 1)).coverage
        #expect(coverage.bySector.map(\.group) == [.education, .business, .government, nil])
        #expect(coverage.bySector.map(\.figure) == ["7/12", "hidden", "hidden", "6/12"])
        #expect(coverage.whole == .init(invited: 24, answered: .exactly(13)))
        #expect(coverage.hidesSome)
    }

    /// In every margin but the first a figure is blurred, so that no two tables subtract to a person.
    @Test("P1: organisations hide as sectors do, and what is shown of them is not exact")
    func blurred() throws {
        let coverage = try CoverageWorld(.confidential(threshold: 5), Small.groups(5, 1)).coverage
        #expect(coverage.byPartner.map { $0.share?.invited } == [12, nil, nil, 12])
        for row in coverage.byPartner { if case .exactly = row.share?.answered { Issue.record("\(row.figure)") } }
        #expect(coverage.byLevel.compactMap { $0.share?.invited } == [24])
    }

    @Test("P1: a higher threshold hides more: under 13 people of each nothing but the whole is left")
    func raised() throws {
        let coverage = try CoverageWorld(.confidential(threshold: 13), Small.groups(5, 1)).coverage
        #expect(coverage.bySector.map(\.figure) == ["hidden", "hidden", "hidden", "13/24"])
        #expect(coverage.whole?.invited == 24)
    }

    @Test("P1: nobody, one, all but one and all are not told apart", arguments: [(0, "few/12"), (1, "few/12"), (11, "most/12"), (12, "most/12")])
    func edges(answered: Int, figure: String) throws {
        let coverage = try CoverageWorld(.confidential(threshold: 5), [.init(.education, nil, nil, answered, of: 12)]).coverage
        #expect(coverage.bySector.first?.figure == figure)
    }

    @Test("P1: of fewer people than the threshold nothing is said at all")
    func tooFew() throws {
        let coverage = try CoverageWorld(.confidential(threshold: 5), [.init(.education, .tactical, "a", 3, of: 4)]).coverage
        #expect(coverage.whole == nil && coverage.behind == nil)
        #expect((coverage.bySector.map(\.figure) + coverage.byLevel.map(\.figure) + coverage.byPartner.map(\.figure)).allSatisfy { $0 == "hidden" })
        #expect(TestWords.dutch(CoverageWords.headline(coverage)) == "Er zijn nog te weinig mensen gevraagd")
    }

    @Test("the page asks again and gets the same figures; another key draws other ones")
    func stable() throws {
        let world = try CoverageWorld(.confidential(threshold: 5), Small.groups(5, 1))
        #expect(world.coverage == world.coverage)
        let others = (0..<40).map { RoundCoverage(world.round, world.invitations, answered: world.answered, key: [UInt8](repeating: $0, count: 32)) }
        #expect(others.contains { $0.byPartner != world.coverage.byPartner })
        #expect(others.allSatisfy { $0.bySector == world.coverage.bySector })
    }

    @Test("nobody was invited: no figure and no table")
    func nobody() throws {
        for privacy in [Round.Privacy.open, .confidential(threshold: 5)] {
            let coverage = try CoverageWorld(privacy, []).coverage
            #expect(coverage.byPartner.isEmpty && coverage.behind == nil, "\(privacy)")
        }
    }
}

/// Twelve from a school (7 answered), nine from a company and three from a government: all in execution.
enum Small {
    static func groups(_ business: Int, _ government: Int) -> [CoverageWorld.Group] {
        [
            .init(.education, .operational, "a", 7, of: 12), .init(.business, .operational, "b", business, of: 9),
            .init(.government, .operational, "c", government, of: 3),
        ]
    }
}
