/// The respondents divided over cells: people whom no shown set tells apart share one.
///
/// Within a margin every shown group is a block, and all others together are the last block, the rest.
struct Cells {
    /// Per margin the number of blocks, the rest included.
    let blocks: [Int]
    /// Per respondent.
    let ofEach: [Int32]
    /// Per cell the number of people.
    let sizes: [Int]
    /// Per margin, per cell.
    let blockOf: [[Int]]

    var count: Int { sizes.count }
    func rest(_ margin: Int) -> Int { blocks[margin] - 1 }

    init(respondents: Int, margins: [Margin], shown: [[Bool]]) {
        var cell = [Int32](repeating: 0, count: respondents)
        var blockOf: [[Int]] = []
        var count = respondents > 0 ? 1 : 0
        blocks = shown.map { $0.count + 1 }
        for (margin, isShown) in zip(margins, shown) {
            let rest = isShown.count
            var fresh = [Int32](repeating: -1, count: count * (rest + 1))
            var next: [[Int]] = Array(repeating: [], count: blockOf.count + 1)
            var made: Int32 = 0
            for person in 0..<respondents {
                let group = Int(margin.groupOfEach[person])
                let block = group < rest && isShown[group] ? group : rest
                let old = Int(cell[person])
                let place = old * (rest + 1) + block
                if fresh[place] < 0 {
                    fresh[place] = made
                    made += 1
                    for earlier in blockOf.indices { next[earlier].append(blockOf[earlier][old]) }
                    next[blockOf.count].append(block)
                }
                cell[person] = fresh[place]
            }
            blockOf = next
            count = Int(made)
        }
        var sizes = [Int](repeating: 0, count: count)
        for person in cell { sizes[Int(person)] += 1 }
        ofEach = cell
        self.sizes = sizes
        self.blockOf = blockOf
    }
}
