extension PublishingDesk {
    /// Everything published about one closed question.
    func row(_ column: Column) -> Published.Row<Distribution> {
        let categories = column.kind.options + Missing.allCases.count
        let counts = tally(column)
        let scope = margins(least: min(1, survey.margins.count)) { isSafe(column, counts, $0) }
        let frame = frames[scope]
        let sums = frame.sums(frame.merged(counts, categories), categories)
        func distribution(_ set: Int) -> Distribution {
            let (people, grain) = (frame.people[set], grain(of: set, frame))
            let shares = sums[(set * categories)..<((set + 1) * categories)].map {
                Share($0, of: people, grain: grain, cutting: isCutting)
            }
            return Distribution(
                kind: column.kind, people: people, shares: Array(shares.prefix(column.kind.options)),
                missing: Array(shares.suffix(Missing.allCases.count)))
        }
        var whole = distribution(0)
        if isComposed(scope) {
            let groups = (1...survey.margins[0].groups.count + 1).filter { frame.people[$0] > 0 }
            whole = Distribution(composedOf: groups.map(distribution), kind: column.kind)
        }
        return row(margins: scope, whole: .shown(whole), figure: { .shown(distribution($0)) }) { blocks in
            let grain = grain(of: blocks[0], frame)
            return .shown(Distribution(composedOf: blocks.map(distribution), kind: column.kind, grain: grain))
        }
    }

    /// In a confidential round with margins the whole is added up from the published blocks of the first one:
    /// counted, it would tell by subtraction what the cut shares of small groups keep back.
    private func isComposed(_ margins: Int) -> Bool {
        isConfidential && margins > 0 && rules.contains(.composing)
    }

    /// In a confidential round the first margin is fine, the others are coarse: fine figures of two margins together
    /// would tell by subtraction what the cut shares of small groups keep back.
    private func grain(of set: Int, _ frame: Frame) -> Share.Grain {
        if !isConfidential { return .counts }
        return frame.offsets.count > 1 && set >= frame.offsets[1] ? .coarse : .fine
    }

    private func bounds(_ frame: Frame) -> (_ set: Int, _ count: Int) -> ClosedRange<Int> {
        { set, count in
            let people = frame.people[set]
            return Share(count, of: people, grain: grain(of: set, frame), cutting: isCutting).bounds(of: people)
        }
    }

    /// Counts per cell and category: the options, then the reasons for not answering.
    private func tally(_ column: Column) -> [Int] {
        let options = column.kind.options
        let categories = options + Missing.allCases.count
        var counts = [Int](repeating: 0, count: cells.count * categories)
        switch column.content {
        case .codes(let codes):
            for (cell, code) in zip(cells.ofEach, codes) {
                let category = Int(code) < options ? Int(code) : options + max(0, Int(code) - 253)
                counts[Int(cell) * categories + (Int(code) < options || code >= 253 ? category : categories - 1)] += 1
            }
        case .masks(let masks):
            for (cell, mask) in zip(cells.ofEach, masks) {
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

    private func isSafe(_ column: Column, _ counts: [Int], _ margins: Int) -> Bool {
        if margins < 2 { return true }
        let categories = column.kind.options + Missing.allCases.count
        let frame = frames[margins]
        let merged = frame.merged(counts, categories)
        if case .multiple = column.kind { return isSafe(choices: column.kind.options, merged, frame) }
        return Freedom.isLeft(
            to: Leeway(frame, isWholeCounted: false, categories: categories, counts: merged) { set, _, count in
                bounds(frame)(set, count)
            })
    }

    /// With many choices, each option is a question of its own to those who answered, and so is having answered.
    private func isSafe(choices: Int, _ counts: [Int], _ frame: Frame) -> Bool {
        let categories = choices + Missing.allCases.count
        let missing = (0..<frame.cells.count).map { cell in
            (0..<Missing.allCases.count).map { counts[cell * categories + choices + $0] }
        }
        let answered = missing.indices.map { frame.cells.sizes[$0] - missing[$0].reduce(0, +) }
        let reasons = zip(answered, missing).flatMap { [$0] + $1 }
        let whetherAnswered = Leeway(frame, isWholeCounted: false, categories: 4, counts: reasons) { set, category, count in
            category == 0 ? 0...frame.people[set] : bounds(frame)(set, count)
        }
        return Freedom.isLeft(to: whetherAnswered)
            && (0..<choices).allSatisfy { option in
                let table = answered.indices.flatMap { cell in
                    let chosen = counts[cell * categories + option]
                    return [chosen, answered[cell] - chosen]
                }
                return Freedom.isLeft(
                    to: Leeway(frame, isWholeCounted: false, categories: 2, counts: table) { set, category, count in
                        category == 1 ? 0...frame.people[set] : bounds(frame)(set, count)
                    })
            }
    }
}

extension Distribution {
    /// The whole added up from the published shares of groups that together are everybody.
    init(composedOf groups: [Distribution], kind: Column.Kind, grain: Share.Grain = .fine) {
        let people = groups.reduce(0) { $0 + $1.people }
        let parts = groups.map { ($0.people, Fractions.of($0.shares, $0.missing, people: $0.people, kind: kind)) }
        func shares(_ fractions: (Fractions) -> [Double], _ count: Int) -> [Share] {
            (0..<count).map { place in
                let sum = parts.reduce(0) { $0 + Double($1.0) * fractions($1.1)[place] }
                return Share(Int(sum.rounded()), of: people, grain: grain)
            }
        }
        self.init(
            kind: kind, people: people, basis: .composed, shares: shares(\.options, kind.options),
            missing: shares(\.missing, Missing.allCases.count))
    }
}
