import Testing

@testable import Insight

@Suite("P1: in every possible world of a small survey, nobody's answer follows from what is published")
struct SmallWorldsTests {
    static let layouts: [(String, SmallWorlds)] = [
        ("no margins", .init(cells: [(5, [])], options: 3)),
        ("two groups of five", .init(cells: [(5, [0]), (5, [1])], options: 3)),
        ("five and six", .init(cells: [(5, [0]), (6, [1])], options: 2)),
        ("three groups", .init(cells: [(5, [0]), (5, [1]), (7, [2])], options: 2)),
        ("one shown, two hidden", .init(cells: [(6, [0]), (3, [1]), (3, [2])], options: 3)),
        ("some unknown", .init(cells: [(6, [0]), (5, [-1])], options: 3)),
        ("two margins crossing", .init(cells: [(3, [0, 0]), (3, [0, 1]), (3, [1, 0]), (3, [1, 1])], options: 2)),
        ("two margins, uneven", .init(cells: [(2, [0, 0]), (3, [0, 1]), (4, [1, 0]), (2, [1, 1])], options: 2)),
        (
            "two margins, many hidden",
            .init(cells: [(5, [0, 0]), (1, [0, 1]), (4, [1, 0]), (4, [1, 1]), (2, [-1, -1])], options: 2)
        ),
        (
            "three margins",
            .init(
                cells: [
                    (2, [0, 0, 0]), (2, [0, 1, 1]), (2, [1, 0, 1]), (2, [1, 1, 0]), (1, [0, 0, 1]), (1, [1, 1, 1]),
                ], options: 2)
        ),
        (
            "two margins, two of them small",
            .init(
                cells: [(5, [0, 0]), (1, [0, 1]), (1, [1, 0]), (5, [1, 1])], options: 2)
        ),
        ("inside and outside", .init(cells: [(6, [0]), (7, [1]), (11, [2])], options: 2)),
        (
            "inside and outside, two margins",
            .init(
                cells: [(5, [0, 0]), (3, [0, 1]), (4, [1, 0]), (5, [1, 1]), (6, [2, 1])], options: 2)
        ),
        (
            "organisations within sectors, levels across",
            .init(
                cells: [
                    (3, [0, 0, 0]), (2, [0, 1, 0]), (3, [0, 0, 1]), (2, [0, 1, 1]), (3, [1, 0, 2]), (2, [1, 1, 2]),
                ], options: 2)
        ),
        ("nested margins", .init(cells: [(5, [0, 0]), (5, [0, 1]), (6, [1, 2])], options: 2)),
    ]

    @Test("Whatever people answer, somebody else's table looks the same", arguments: layouts.indices)
    func nothingIsGivenAway(_ index: Int) throws {
        let (name, worlds) = SmallWorldsTests.layouts[index]
        let leaks = try worlds.givenAway(under: .all)
        #expect(leaks.isEmpty, "\(name): \(leaks.count), \(leaks.first ?? "")")
    }

    @Test("Nor does it follow who answered", arguments: layouts.indices)
    func coverageGivesNothingAway(_ index: Int) throws {
        let (name, worlds) = SmallWorldsTests.layouts[index]
        let answered = SmallWorlds(cells: worlds.cells, options: 2)
        if answered.all.count > 400 { return }
        let leaks = try answered.coverageGivenAway()
        #expect(leaks.isEmpty, "\(name): \(leaks.count), \(leaks.first ?? "")")
    }

    @Test(
        "Without one of the rules for answers, some world gives somebody away",
        arguments: [Rules.cutting, .composing, .blurring])
    func eachRuleIsNeeded(_ rule: Rules) throws {
        let leaks = try SmallWorldsTests.layouts.contains { try !$0.1.givenAway(under: .all.subtracting(rule)).isEmpty }
        #expect(leaks)
    }
}
