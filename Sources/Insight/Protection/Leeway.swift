/// The sets of people a question is published about, numbered: 0 is the whole, then the blocks of each margin.
struct Frame {
    let cells: Cells
    /// Per cell of the whole survey its cell here.
    let from: [Int]
    let routes: [Route]
    /// Per margin the number of its first set.
    let offsets: [Int]
    /// Per set the number of people.
    let people: [Int]
    /// Per cell its sets: the whole, then one of each margin.
    let setsOf: [[Int]]

    init(_ all: Cells, margins: Int, routes needed: Bool) {
        let (cells, from) = all.seenThrough(margins)
        var offsets: [Int] = []
        var sets = 1
        for blocks in cells.blocks {
            offsets.append(sets)
            sets += blocks
        }
        self.cells = cells
        self.from = from
        self.offsets = offsets
        routes = needed ? Route.all(cells) : []
        setsOf = (0..<cells.count).map { cell in
            [0] + cells.blocks.indices.map { offsets[$0] + cells.blockOf[$0][cell] }
        }
        var people = [Int](repeating: 0, count: sets)
        for cell in 0..<cells.count { for set in setsOf[cell] { people[set] += cells.sizes[cell] } }
        self.people = people
    }

    /// Sums a table of counts per cell of this frame into one of counts per set.
    func sums(_ counts: [Int], _ categories: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: people.count * categories)
        for cell in 0..<cells.count {
            for set in setsOf[cell] {
                for category in 0..<categories {
                    sums[set * categories + category] += counts[cell * categories + category]
                }
            }
        }
        return sums
    }

    /// Sums a table of counts per cell of the whole survey into the cells of this frame.
    func merged(_ counts: [Int], _ categories: Int) -> [Int] {
        var merged = [Int](repeating: 0, count: cells.count * categories)
        for (old, cell) in from.enumerated() {
            for category in 0..<categories {
                merged[cell * categories + category] += counts[old * categories + category]
            }
        }
        return merged
    }
}

/// One table of answers by cell, with what is to be published about it.
///
/// `counts` has per cell one place per category; every person is in one category. `low` and `high` are the
/// numbers of people that the published shares leave possible, per set and category.
struct Leeway {
    let frame: Frame
    let categories: Int
    let counts: [Int]
    let truth: [Int]
    private(set) var low: [Int]
    private(set) var high: [Int]

    /// `bounds` is asked per set and category: how many people may be in it, when `count` are.
    /// About the whole nothing is published unless `isWholeCounted`.
    init(
        _ frame: Frame, isWholeCounted: Bool, categories: Int, counts: [Int],
        bounds: (_ set: Int, _ category: Int, _ count: Int) -> ClosedRange<Int>
    ) {
        self.frame = frame
        self.categories = categories
        self.counts = counts
        truth = frame.sums(counts, categories)
        low = [Int](repeating: 0, count: truth.count)
        high = [Int](repeating: Int.max, count: truth.count)
        for set in (isWholeCounted ? 0 : 1)..<frame.people.count {
            for category in 0..<categories {
                let place = set * categories + category
                let range = bounds(set, category, truth[place])
                low[place] = min(range.lowerBound, truth[place])
                high[place] = max(range.upperBound, truth[place])
            }
        }
    }

    /// Whether one person in every one of `sets` may answer `other` instead of `category`, as far as is published.
    func allows(_ sets: some Sequence<Int>, from category: Int, to other: Int) -> Bool {
        sets.allSatisfy { set in
            let (one, two) = (set * categories + category, set * categories + other)
            return truth[one] > low[one] && truth[two] < high[two]
        }
    }
}

/// A division of the margins over two sides, with per cell its node on each side.
///
/// With one margin on the left and all others on the right, changes that go round in a circle over these nodes
/// leave every published set as it was.
struct Route {
    let left: [Int]
    let right: [Int]
    let leftOf: [Int]
    let rightOf: [Int]
    /// Per node one cell in it.
    let leftCell: [Int]
    let rightCell: [Int]

    static func all(_ cells: Cells) -> [Route] {
        let margins = Array(cells.blocks.indices)
        if margins.count < 2 { return [Route(cells, left: margins, right: [])] }
        if margins.count == 2 { return [Route(cells, left: [0], right: [1])] }
        return margins.map { margin in Route(cells, left: [margin], right: margins.filter { $0 != margin }) }
    }

    private init(_ cells: Cells, left: [Int], right: [Int]) {
        self.left = left
        self.right = right
        (leftOf, leftCell) = Route.nodes(cells, left)
        (rightOf, rightCell) = Route.nodes(cells, right)
    }

    private static func nodes(_ cells: Cells, _ margins: [Int]) -> (of: [Int], cell: [Int]) {
        var known: [[Int]: Int] = [:]
        var cell: [Int] = []
        let of = (0..<cells.count).map { place in
            let signature = margins.map { cells.blockOf[$0][place] }
            if let node = known[signature] { return node }
            known[signature] = cell.count
            cell.append(place)
            return cell.count - 1
        }
        return (of, cell)
    }
}
