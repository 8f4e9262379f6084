extension PublishingDesk {
    /// Everything published about one closed question.
    func row(_ column: Column) -> Published.Row<Distribution> {
        let categories = column.kind.options + Missing.allCases.count
        let sums = sets.sums(tally(column), categories)
        func distribution(_ set: Int) -> Distribution {
            let shares = (0..<categories).map { share(sums[set * categories + $0], in: set, column.key, $0) }
            return Distribution(
                kind: column.kind, people: sets.people[set], basis: isBlurred(set) ? .blurred : .counted,
                shares: Array(shares.prefix(column.kind.options)), missing: Array(shares.suffix(Missing.allCases.count))
            )
        }
        return row(figure: { .shown(distribution($0)) }) { blocks in
            .shown(Distribution(composedOf: blocks.map(distribution), kind: column.kind))
        }
    }

    private func share(_ count: Int, in set: Int, _ key: String, _ category: Int) -> Share {
        if !isConfidential { return .counted(count) }
        let published = isBlurred(set) ? Blur.added(to: count, by: chance(key, set, category)) : count
        return Share(published, of: sets.people[set], cutting: rules.contains(.cutting))
    }

    /// Counts per cell and category: the options, then the reasons for not answering.
    private func tally(_ column: Column) -> [Int] {
        let options = column.kind.options
        let categories = options + Missing.allCases.count
        var counts = [Int](repeating: 0, count: sets.cells.count * categories)
        switch column.content {
        case .codes(let codes):
            let category = (0..<256).map { $0 < options ? $0 : max(options + $0 - 253, $0 < 253 ? categories - 1 : 0) }
            for (cell, code) in zip(sets.cells.ofEach, codes) {
                counts[Int(cell) * categories + category[Int(code)]] += 1
            }
        case .masks(let masks):
            for (cell, mask) in zip(sets.cells.ofEach, masks) {
                let place = Int(cell) * categories
                if let reason = Missing.allCases.last(where: { mask & $0.mask != 0 }) {
                    counts[place + options + reason.rawValue] += 1
                    continue
                }
                var left = mask & (1 << UInt64(options) - 1)
                while left != 0 {
                    counts[place + left.trailingZeroBitCount] += 1
                    left &= left - 1
                }
            }
        }
        return counts
    }
}

extension Distribution {
    /// A distribution added up from the published shares of groups that do not overlap.
    init(composedOf groups: [Distribution], kind: Column.Kind) {
        let people = groups.reduce(0) { $0 + $1.people }
        let parts = groups.map {
            (people: $0.people, fractions: Fractions.of($0.shares, $0.missing, people: $0.people, kind: kind))
        }
        func shares(_ fractions: (Fractions) -> [Double], _ count: Int) -> [Share] {
            (0..<count).map { place in
                let sum = parts.reduce(0) { $0 + Double($1.people) * fractions($1.fractions)[place] }
                return Share(Int(sum.rounded()), of: people)
            }
        }
        self.init(
            kind: kind, people: people, basis: groups.contains { $0.basis == .blurred } ? .blurred : .composed,
            shares: shares(\.options, kind.options), missing: shares(\.missing, Missing.allCases.count))
    }
}
