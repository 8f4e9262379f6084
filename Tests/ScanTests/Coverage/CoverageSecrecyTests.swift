import Membership
import Testing

@testable import Scan

/// Worlds that differ only in which people answered: of one group, or of groups that are hidden together.
@Suite("Coverage of a confidential round does not tell who answered (P1, P2, A3)")
struct CoverageSecrecyTests {
    /// Company and government together are always six of twelve.
    private static let hidden = [(5, 1), (6, 0), (4, 2), (3, 3)]

    private static func worlds(_ privacy: Round.Privacy = .confidential(threshold: 5)) throws -> [CoverageWorld] {
        try hidden.flatMap { business, government in
            try [false, true].map { try CoverageWorld(privacy, lastFirst: $0, Small.groups(business, government)) }
        }
    }

    /// Whether page and file are the same bytes in all of them.
    private static func tellsNothing(_ worlds: [CoverageWorld], _ shown: (CoverageWorld) -> CoverageShown) -> Bool {
        Set(worlds.map { shown($0).html }).count == 1 && Set(worlds.map { shown($0).csv }).count == 1
    }

    @Test("page and CSV are the same bytes, whoever of a group answered and whichever hidden group they are from")
    func sameBytes() throws {
        let worlds = try Self.worlds()
        #expect(worlds.count == 8)
        #expect(Self.tellsNothing(worlds) { $0.shown })
        #expect(!worlds[0].shown.html.contains("Mens ") && !worlds[0].shown.csv.contains("Mens "))
    }

    @Test("the figures do move when the sum that is shown moves")
    func moves() throws {
        let one = try CoverageWorld(.confidential(threshold: 5), Small.groups(5, 1))
        let other = try CoverageWorld(.confidential(threshold: 5), Small.groups(8, 3))
        #expect(!Self.tellsNothing([one, other]) { $0.shown })
    }

    enum Mutant: CaseIterable, Sendable {
        case openFigures, namesOfThoseWaiting, smallGroupLeftOut, countedBeside

        func shown(_ world: CoverageWorld) throws -> CoverageShown {
            switch self {
            case .openFigures:
                var open = world.round
                open.privacy = .open
                return world.shown(RoundCoverage(open, world.invitations, answered: world.answered, key: CoverageWorld.key))
            case .namesOfThoseWaiting:
                return world.shown(world.coverage, waiting: world.waiting)
            case .smallGroupLeftOut:
                let large = world.invitations.filter { $0.origin.sector != .government }
                return world.shown(RoundCoverage(world.round, large, answered: world.answered, key: CoverageWorld.key))
            case .countedBeside:
                let count = world.invitations.count { world.answered.contains($0.id) && $0.origin.sector == .business }
                return world.shown(world.coverage, byOpenLink: [OpenLinkCount(sector: .business, count: count, threshold: nil)])
            }
        }
    }

    @Test("what would tell it is found", arguments: Mutant.allCases)
    func mutants(mutant: Mutant) throws {
        let worlds = try Self.worlds()
        let pages = try worlds.map { try mutant.shown($0) }
        #expect(Set(pages.map(\.html)).count > 1, "\(mutant)")
    }

    @Test("whoever came by the open link is counted in fives, and under the threshold only as fewer", arguments: [
        (1, OpenLinkCount.Figure.fewerThan(5)), (4, .fewerThan(5)), (5, .about(5)), (7, .about(5)), (8, .about(10)), (12, .about(10)),
    ])
    func openLink(count: Int, figure: OpenLinkCount.Figure) {
        #expect(OpenLinkCount(sector: .business, count: count, threshold: 5).figure == figure)
        #expect(OpenLinkCount(sector: .business, count: count, threshold: nil).figure == .exactly(count))
    }
}
