/// Whether, with all that is to be published, everybody may still have answered something else.
///
/// For each person a second table of answers is looked for that gives the same published figures and in which
/// that person answers otherwise. Within a cell people can always change places, so only cells where all answer
/// alike need a search: for a circle of changes from one category to another and back, over cells that share a
/// block, or one that ends where a cut share leaves room. What is not found counts as given away. A cut share
/// must also keep its room: with "nearly all", both all and all but one must stay possible, else the very
/// fact that something was hidden would tell which.
struct Freedom {
    private let table: Leeway

    static func isLeft(to table: Leeway) -> Bool {
        let search = Freedom(table: table)
        return search.everybodyIsFree() && search.cutsKeepTheirRoom()
    }

    private func everybodyIsFree() -> Bool {
        var alike: [Int: [Int]] = [:]
        for cell in 0..<table.frame.cells.count {
            let all = (0..<table.categories).map { table.counts[cell * table.categories + $0] }
            let people = all.reduce(0, +)
            if people > 0, let category = all.firstIndex(of: people) { alike[category, default: []].append(cell) }
        }
        return alike.allSatisfy { category, cells in areFree(cells, answering: category) }
    }

    private func areFree(_ cells: [Int], answering category: Int) -> Bool {
        var bound = cells
        let others = (0..<table.categories).filter { $0 != category }.sorted { table.truth[$0] > table.truth[$1] }
        for other in others {
            bound.removeAll { table.allows(table.frame.setsOf[$0], from: category, to: other) }
            for route in table.frame.routes where !bound.isEmpty {
                let together = Changes(table, route, from: category, to: other).components()
                bound.removeAll { together[route.leftOf[$0]] == together[route.leftCell.count + route.rightOf[$0]] }
            }
            if bound.isEmpty { return true }
        }
        return false
    }

    private func cutsKeepTheirRoom() -> Bool {
        table.frame.people.indices.allSatisfy { set in
            (0..<table.categories).allSatisfy { keepsRoom(set, $0) }
        }
    }

    /// Where all but one in a set answer `category` and "nearly all" is published, that one may have as well.
    private func keepsRoom(_ set: Int, _ category: Int) -> Bool {
        let place = set * table.categories + category
        let people = table.frame.people[set]
        guard table.truth[place] == people - 1, table.high[place] == people else { return true }
        let margin = table.frame.offsets.lastIndex { $0 <= set }
        return (0..<table.frame.cells.count).filter { table.frame.setsOf[$0].contains(set) }.allSatisfy { cell in
            (0..<table.categories).allSatisfy { other in
                other == category || table.counts[cell * table.categories + other] == 0
                    || table.allows(table.frame.setsOf[cell], from: other, to: category)
                    || (margin.map { canJoin(cell, margin: $0, category, other) } ?? false)
            }
        }
    }

    /// Whether the one in `cell` can go from `other` to `category`, made up for outside the set in `margin`.
    private func canJoin(_ cell: Int, margin: Int, _ category: Int, _ other: Int) -> Bool {
        table.frame.routes.contains { route in
            guard route.left == [margin] || route.right == [margin] else { return false }
            let changes = Changes(table, route, from: category, to: other)
            let nodes = route.leftCell.count
            let (here, across) =
                route.left == [margin]
                ? (route.leftOf[cell], nodes + route.rightOf[cell]) : (nodes + route.rightOf[cell], route.leftOf[cell])
            return changes.canJoin(here, by: across, fromLeft: route.left == [margin])
        }
    }
}
