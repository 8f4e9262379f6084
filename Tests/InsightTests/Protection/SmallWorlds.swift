@testable import Insight

/// A few people in fixed groups, and every way in which they could have answered one question.
struct SmallWorlds {
    /// Per cell its size and per margin its group; −1 is unknown.
    let cells: [(size: Int, groups: [Int])]
    let options: Int

    /// Per world, per cell, per option the number of people.
    var all: [[[Int]]] {
        cells.reduce([[]]) { worlds, cell in
            worlds.flatMap { world in SmallWorlds.splits(cell.size, over: options).map { world + [$0] } }
        }
    }

    private static func splits(_ people: Int, over options: Int) -> [[Int]] {
        if options == 1 { return [[people]] }
        return (0...people).flatMap { first in splits(people - first, over: options - 1).map { [first] + $0 } }
    }

    /// One survey with a question for every world.
    func survey(_ worlds: [[[Int]]]) throws -> Survey {
        let margins = (cells.first?.groups ?? []).indices.map { margin in
            let groups = cells.flatMap { cell in
                Array(
                    repeating: cell.groups[margin] < 0 ? Margin.unknown : UInt16(cell.groups[margin]), count: cell.size)
            }
            let count = (cells.map { $0.groups[margin] }.max() ?? 0) + 1
            return Margin(key: "m\(margin)", groups: (0..<count).map { "g\($0)" }, of: groups)
        }
        let questions = worlds.enumerated().map { index, world in
            Column.scale(
                "q\(index)", levels: options,
                codes: world.flatMap { cell in
                    cell.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
                })
        }
        return try Survey(
            respondents: cells.reduce(0) { $0 + $1.size }, secret: Secret(high: 1, low: 2), margins: margins,
            questions: questions)
    }

    /// Answers that whoever knows how figures are made can read off them: for each published outcome, what is
    /// the same in all worlds with that outcome.
    func givenAway(under rules: Rules) throws -> [String] {
        let worlds = all
        let survey = try survey(worlds)
        let inside = Published(survey, under: .confidential(Threshold(.insideRegion)), rules: rules)
        let outside = Published(survey, under: .confidential(Threshold(.outsideRegion)), rules: rules)
        let alike = Dictionary(grouping: worlds.indices) { index in
            [inside, outside].map { SmallWorlds.withoutBlurred($0.questions[index].figures) }
        }
        return alike.flatMap { published, indices in
            let figures = published[0]
            return cells.indices.flatMap { cell in
                (0..<options).compactMap { option in
                    indices.allSatisfy { worlds[$0][cell][option] == cells[cell].size }
                        ? "cell \(cell) answered \(option) in \(indices.map { worlds[$0] }) for \(figures)"
                        : nil
                }
            }
        }
    }

    /// Blurred figures exclude nothing, so they are left out of the comparison.
    private static func withoutBlurred(_ row: Published.Row<Distribution>) -> Published.Row<Distribution> {
        func kept(_ figure: Published.Figure<Distribution>) -> Published.Figure<Distribution> {
            figure.value?.basis == .blurred ? .hidden(.protectsOthers) : figure
        }
        return .init(
            whole: kept(row.whole), groups: row.groups.map { $0.map(kept) }, others: row.others.map { $0.map(kept) })
    }

    /// The same for having answered at all: option 0 is an answer, option 1 is none.
    func coverageGivenAway() throws -> [String] {
        let worlds = all
        let survey = try survey(worlds)
        let coverage = try worlds.indices.map { index in
            guard case .codes(let codes) = survey.questions[index].content else { throw Unreadable() }
            let invitations = Invitations(margins: survey.margins, answered: codes.map { $0 == 0 })
            return try [Threshold.Audience.insideRegion, .outsideRegion].map {
                try Coverage(invitations, secret: survey.secret, under: .confidential(Threshold($0)))
            }
        }
        let certain = coverage.map { both in
            both.map {
                [$0.whole, $0.margins.first?.others].compactMap { $0 }
                    + ($0.margins.first?.groups.map(\.response) ?? [])
            }
        }
        return Dictionary(grouping: worlds.indices) { certain[$0] }.flatMap { figures, indices in
            cells.indices.flatMap { cell in
                (0..<options).compactMap { option in
                    indices.allSatisfy { worlds[$0][cell][option] == cells[cell].size }
                        ? "cell \(cell) is \(option) in \(indices.map { worlds[$0] }) for \(figures)" : nil
                }
            }
        }
    }

    struct Unreadable: Error {}
}
