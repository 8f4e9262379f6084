/// The sets of people that are counted, numbered: 0 is the whole, then the blocks of each margin: its groups,
/// and last all those who are in no shown group.
struct Sets {
    let cells: Cells
    /// Per margin the number of its first set.
    let offsets: [Int]
    /// Per set the number of people.
    let people: [Int]
    /// Per cell its sets: the whole, then one of each margin.
    let ofCell: [[Int]]

    init(_ cells: Cells) {
        var offsets: [Int] = []
        var count = 1
        for blocks in cells.blocks {
            offsets.append(count)
            count += blocks
        }
        self.cells = cells
        self.offsets = offsets
        ofCell = (0..<cells.count).map { cell in
            [0] + cells.blocks.indices.map { offsets[$0] + cells.blockOf[$0][cell] }
        }
        var people = [Int](repeating: 0, count: count)
        for cell in 0..<cells.count { for set in ofCell[cell] { people[set] += cells.sizes[cell] } }
        self.people = people
    }

    /// The sets of a margin with somebody in them.
    func blocks(of margin: Int) -> [Int] {
        (offsets[margin]..<offsets[margin] + cells.blocks[margin]).filter { people[$0] > 0 }
    }

    /// The margin a set belongs to; `nil` for the whole.
    func margin(of set: Int) -> Int? { offsets.lastIndex { $0 <= set } }

    /// Sums counts per cell into counts per set, of so many categories each.
    func sums(_ counts: [Int], _ categories: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: people.count * categories)
        for cell in 0..<cells.count {
            for set in ofCell[cell] {
                for category in 0..<categories {
                    sums[set * categories + category] += counts[cell * categories + category]
                }
            }
        }
        return sums
    }
}
