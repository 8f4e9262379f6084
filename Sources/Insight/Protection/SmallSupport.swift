/// Looks for a sum or difference of shown sets that is about few people.
///
/// Shown figures are sums over sets of people, so whoever has them knows every linear combination of the sets,
/// and nothing else exactly. A combination gives each cell a weight; its *support* is the people whose weight is
/// not zero. For two margins the smallest support is the smallest cut of the graph of blocks and cells
/// (D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Computing 17, 1988);
/// for more margins it is the least weight of a linear code, found here by branching on the heaviest cells.
/// Arithmetic is modulo the prime 2³¹ − 1: exact, and for these small matrices the same as over the fractions.
struct SmallSupport {
    /// One combination: its weight per cell, and the shown sets it is made of.
    private struct Vector {
        var cells: [UInt64]
        var sets: [UInt64]
    }

    private let cells: Cells
    private let threshold: Int
    private var nodesLeft = 4000

    /// The groups that take part in a combination about 1 up to `threshold` − 1 people; `nil` when there is none.
    /// When the search takes too long it answers with no groups: not proven safe.
    static func find(in cells: Cells, below threshold: Int) -> [(margin: Int, group: Int)]? {
        var search = SmallSupport(cells: cells, threshold: threshold)
        let sets = search.sets()
        switch search.branch(search.independent(search.vectors(sets)), committed: []) {
        case .none: return nil
        case .tooLong: return []
        case .found(let vector):
            return zip(sets, vector.sets).filter { $1 != 0 && $0.group >= 0 }.map { ($0.0.margin, $0.0.group) }
        }
    }

    private init(cells: Cells, threshold: Int) {
        self.cells = cells
        self.threshold = threshold
    }

    private enum Outcome {
        case none, tooLong
        case found(Vector)
    }

    /// The whole (group −1) and every shown group with somebody in it.
    private func sets() -> [(margin: Int, group: Int)] {
        var sets = [(margin: -1, group: -1)]
        for margin in cells.blocks.indices {
            sets += Set(cells.blockOf[margin]).sorted().filter { $0 != cells.rest(margin) }.map { (margin, $0) }
        }
        return sets
    }

    private func vectors(_ sets: [(margin: Int, group: Int)]) -> [Vector] {
        sets.indices.map { index in
            let (margin, group) = sets[index]
            var made = [UInt64](repeating: 0, count: sets.count)
            made[index] = 1
            let members = (0..<cells.count).map { cell in
                margin < 0 || cells.blockOf[margin][cell] == group ? UInt64(1) : 0
            }
            return Vector(cells: members, sets: made)
        }
    }

    /// A basis of the span in which cells with enough people are zero already.
    private func independent(_ vectors: [Vector]) -> [Vector] {
        var span: [Vector] = []
        var reduced: [(vector: [UInt64], pivot: Int)] = []
        for vector in vectors {
            var left = vector.cells
            for (row, pivot) in reduced where left[pivot] != 0 {
                Prime.add(&left, row, times: Prime.minus(0, left[pivot]))
            }
            guard let pivot = left.firstIndex(where: { $0 != 0 }) else { continue }
            let inverse = Prime.inverse(left[pivot])
            reduced.append((left.map { Prime.times($0, inverse) }, pivot))
            span.append(vector)
        }
        for cell in 0..<cells.count where cells.sizes[cell] >= threshold {
            span = SmallSupport.zeroing(cell, in: span)
        }
        return span
    }

    /// Searches the span of independent `vectors` for a combination about few people that is not zero on the
    /// committed cells. Cells with enough people must be zero in it, so they only make the span smaller.
    private mutating func branch(_ vectors: [Vector], committed: [Int]) -> Outcome {
        nodesLeft -= 1
        if nodesLeft < 0 { return .tooLong }
        var span = vectors
        var classes = directions(span)
        while let heavy = classes.values.filter({ $0.people >= threshold }).min(by: { $0.first < $1.first }) {
            span = SmallSupport.zeroing(heavy.first, in: span)
            classes = directions(span)
        }
        guard let first = span.first else { return .none }
        if classes.values.reduce(0, { $0 + $1.people }) < threshold { return .found(first) }
        let promised = Set(committed.map { direction($0, in: span) })
        if promised.contains([]) { return .none }
        let cost = promised.reduce(0) { $0 + (classes[$1]?.people ?? 0) }
        if cost >= threshold { return .none }
        let open = classes.filter { !promised.contains($0.key) }.values
        guard let next = open.max(by: { ($0.people, -$0.first) < ($1.people, -$1.first) }) else { return .tooLong }
        let without = branch(SmallSupport.zeroing(next.first, in: span), committed: committed)
        guard case .none = without else { return without }
        if cost + next.people >= threshold { return .none }
        return branch(span, committed: committed + [next.first])
    }

    /// Cells on which every combination in the span is zero together, by their common direction.
    private func directions(_ span: [Vector]) -> [[UInt64]: (people: Int, first: Int)] {
        var found: [[UInt64]: (people: Int, first: Int)] = [:]
        for cell in 0..<cells.count {
            let key = direction(cell, in: span)
            if key.isEmpty { continue }
            found[key, default: (0, cell)].people += cells.sizes[cell]
        }
        return found
    }

    /// The column of a cell, scaled so that its first weight is 1; empty when the whole span is zero there.
    private func direction(_ cell: Int, in span: [Vector]) -> [UInt64] {
        var column: [UInt64] = []
        var scale: UInt64 = 0
        for vector in span {
            let weight = vector.cells[cell]
            if scale == 0, weight != 0 { scale = weight == 1 ? 1 : Prime.inverse(weight) }
            column.append(scale == 1 ? weight : Prime.times(weight, scale))
        }
        return scale == 0 ? [] : column
    }

    /// The part of the span that is zero on `cell`: one dimension less.
    private static func zeroing(_ cell: Int, in span: [Vector]) -> [Vector] {
        guard let at = span.lastIndex(where: { $0.cells[cell] != 0 }) else { return span }
        let pivot = span[at]
        let inverse = Prime.inverse(pivot.cells[cell])
        var rest: [Vector] = []
        for (index, vector) in span.enumerated() where index != at {
            var reduced = vector
            if vector.cells[cell] != 0 {
                let factor = Prime.minus(0, Prime.times(vector.cells[cell], inverse))
                Prime.add(&reduced.cells, pivot.cells, times: factor)
                Prime.add(&reduced.sets, pivot.sets, times: factor)
            }
            rest.append(reduced)
        }
        return rest
    }
}

/// Arithmetic modulo the prime 2³¹ − 1.
enum Prime {
    static let modulus: UInt64 = 2_147_483_647

    static func times(_ one: UInt64, _ other: UInt64) -> UInt64 { one &* other % modulus }
    static func minus(_ one: UInt64, _ other: UInt64) -> UInt64 { (one &+ modulus &- other) % modulus }

    static func inverse(_ value: UInt64) -> UInt64 {
        var (result, base, power) = (UInt64(1), value, modulus - 2)
        while power > 0 {
            if power & 1 == 1 { result = times(result, base) }
            base = times(base, base)
            power >>= 1
        }
        return result
    }

    static func add(_ row: inout [UInt64], _ other: [UInt64], times factor: UInt64) {
        for index in row.indices { row[index] = (row[index] &+ other[index] &* factor) % modulus }
    }
}
