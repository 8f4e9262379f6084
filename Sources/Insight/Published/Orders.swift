extension PublishingDesk {
    /// Everything published about one list in order of importance; in a confidential round every sum of points is
    /// blurred, the first margin's and the whole's too, because sums over items would tell what cutting keeps back.
    func row(_ ordering: Ordering) -> Published.Row<Importance> {
        let points = points(ordering)
        func importance(_ set: Int) -> Importance {
            var blurred = points[set]
            if isConfidential, rules.contains(.blurring) {
                for item in blurred.sums.indices {
                    blurred.sums[item] = Blur.added(to: blurred.sums[item], by: chance(ordering.key, set, item))
                }
            }
            return Importance(blurred, people: sets.people[set], confidential: threshold)
        }
        let row = row(figure: { .shown(importance($0)) }) { _ in Published.Figure.hidden(.protectsOthers) }
        guard isWholeComposed, shown.whole.people != nil else { return row }
        return .init(whole: .shown(importance(0)), groups: row.groups, others: row.others)
    }

    private func points(_ ordering: Ordering) -> [Importance.Points] {
        let items = ordering.items
        var sums = [Int](repeating: 0, count: sets.cells.count * items * 2)
        for (item, positions) in ordering.positions.enumerated() {
            for (cell, position) in zip(sets.cells.ofEach, positions) where Int(position) < items {
                sums[(Int(cell) * items + item) * 2] += items - 1 - Int(position)
                sums[(Int(cell) * items + item) * 2 + 1] += 1
            }
        }
        let bySet = sets.sums(sums, items * 2)
        return sets.people.indices.map { set in
            let mine = Array(bySet[(set * items * 2)..<((set + 1) * items * 2)])
            return Importance.Points(
                sums: (0..<items).map { mine[$0 * 2] }, placed: (0..<items).map { mine[$0 * 2 + 1] })
        }
    }
}
