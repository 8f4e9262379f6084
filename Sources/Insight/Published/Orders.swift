extension PublishingDesk {
    /// Everything published about one list in order of importance.
    ///
    /// In a confidential round it is shown when everybody could have exchanged two items without any published
    /// score being different.
    func row(_ ordering: Ordering) -> Published.Row<Importance> {
        let scope = margins(least: 0) { isSafe(ordering, frames[$0]) }
        let frame = frames[scope]
        let points = points(ordering, frame)
        let figures = points.indices.map { Importance(points[$0], people: frame.people[$0], confidential: threshold) }
        if scope == 0, isConfidential, rules.contains(.freedom), !isSafe(ordering, frame) {
            return row(
                margins: scope, whole: .hidden(.protectsOthers), figure: { _ in .hidden(.protectsOthers) },
                together: { _ in .hidden(.protectsOthers) })
        }
        return row(margins: scope, whole: .shown(figures[0]), figure: { .shown(figures[$0]) }) { _ in
            .hidden(.protectsOthers)
        }
    }

    private func positions(_ ordering: Ordering, of person: Int) -> [UInt8] {
        ordering.positions.map { $0[person] }
    }

    private func points(_ ordering: Ordering, _ frame: Frame) -> [Importance.Points] {
        var points = [Importance.Points](repeating: .init(items: ordering.items), count: frame.people.count)
        for person in 0..<survey.respondents {
            let placed = positions(ordering, of: person)
            for set in frame.setsOf[frame.from[Int(cells.ofEach[person])]] { points[set].add(placed) }
        }
        return points
    }

    private func isSafe(_ ordering: Ordering, _ frame: Frame) -> Bool {
        let points = points(ordering, frame)
        return (0..<survey.respondents).allSatisfy { person in
            let placed = positions(ordering, of: person)
            let sets = frame.setsOf[frame.from[Int(cells.ofEach[person])]]
            let items = placed.indices.filter { Int(placed[$0]) < ordering.items }
            return items.allSatisfy { item in
                placed.indices.contains { other in other != item && isUnseen(item, other, placed, sets.map { points[$0] }) }
            }
        }
    }

    /// Whether no published score would differ, had one person put `item` and `other` in each other's place.
    private func isUnseen(_ item: Int, _ other: Int, _ placed: [UInt8], _ points: [Importance.Points]) -> Bool {
        var exchanged = placed
        exchanged.swapAt(item, other)
        return points.allSatisfy { before in
            var after = before
            after.add(placed, times: -1)
            after.add(exchanged)
            return Importance(before, people: 0, confidential: ShownGroups.floor)
                == Importance(after, people: 0, confidential: ShownGroups.floor)
        }
    }
}
