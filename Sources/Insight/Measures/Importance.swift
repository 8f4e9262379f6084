/// How important a group of people finds a list of items.
///
/// Per item its Borda count as a fraction: 1 when everybody puts it first, 0 when everybody puts it last
/// (J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781). Somebody who did not place an item does not
/// count for it. In a confidential round scores are blurred tenths of at least 0.1 and at most 0.9, so that agreement
/// of all and of nearly all look the same; ties in published scores are ties in the order.
package struct Importance: Sendable, Hashable, Codable {
    package let people: Int
    /// Per item, 0...1; `nil` when hardly anybody placed it.
    package let scores: [Double?]

    /// Items from the most to the least important, those without a score last; equal scores in the given order.
    package var ranking: [Int] {
        scores.indices.sorted { (scores[$0] ?? -1, -$0) > (scores[$1] ?? -1, -$1) }
    }

    /// Per item the sum of points, the most important position giving items − 1, and how many placed it.
    struct Points {
        var sums: [Int]
        var placed: [Int]
    }

    init(_ points: Points, people: Int, confidential threshold: Int?) {
        self.people = people
        let best = max(1, points.sums.count - 1)
        scores = zip(points.sums, points.placed).map { sum, placed in
            guard placed > 0, placed >= threshold ?? 1 else { return nil }
            if threshold == nil { return Double(sum) / Double(placed * best) }
            let tenths = (20 * max(0, sum) + placed * best) / (2 * placed * best)
            return Double(min(9, max(1, tenths))) / 10
        }
    }
}
