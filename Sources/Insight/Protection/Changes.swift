/// The graph of changes between two categories along one route.
///
/// Its nodes are those of the route, left ones first, and two more where a change may begin or end: one for each
/// side. Somebody going from the one category to the other is an arc from left to right, the way back is an arc
/// from right to left; a circle leaves every count as it was, and one through an end uses the room of a cut share.
struct Changes {
    private var next: [[Int]]
    private let leftEnd: Int
    private let rightEnd: Int

    init(_ table: Leeway, _ route: Route, from category: Int, to other: Int) {
        let lefts = route.leftCell.count
        leftEnd = lefts + route.rightCell.count
        rightEnd = leftEnd + 1
        next = Array(repeating: [], count: rightEnd + 1)
        for cell in 0..<table.frame.cells.count {
            let (left, right) = (route.leftOf[cell], lefts + route.rightOf[cell])
            if table.counts[cell * table.categories + category] > 0 { next[left].append(right) }
            if table.counts[cell * table.categories + other] > 0 { next[right].append(left) }
        }
        for (node, cell) in route.leftCell.enumerated() {
            let sets = route.left.map { table.frame.setsOf[cell][$0 + 1] }
            if table.allows(sets, from: category, to: other) { next[leftEnd].append(node) }
            if table.allows(sets, from: other, to: category) { next[node].append(leftEnd) }
        }
        for (node, cell) in route.rightCell.enumerated() {
            let sets = route.right.map { table.frame.setsOf[cell][$0 + 1] }
            if table.allows(sets, from: category, to: other) { next[lefts + node].append(rightEnd) }
            if table.allows(sets, from: other, to: category) { next[rightEnd].append(lefts + node) }
        }
        if table.allows(CollectionOfOne(0), from: category, to: other) { next[rightEnd].append(leftEnd) }
        if table.allows(CollectionOfOne(0), from: other, to: category) { next[leftEnd].append(rightEnd) }
    }

    /// Per node its strongly connected component (R. Tarjan, "Depth-first search and linear graph algorithms",
    /// SIAM J. Computing 1, 1972): two nodes of one component are on a circle.
    func components() -> [Int] {
        var search = Components(next)
        return search.all()
    }

    /// Whether `here` can end a chain that arrives from `across` and never passed `here` before.
    func canJoin(_ here: Int, by across: Int, fromLeft: Bool) -> Bool {
        let end = fromLeft ? leftEnd : rightEnd
        guard fromLeft ? next[here].contains(end) : next[end].contains(here) else { return false }
        return fromLeft ? reaches(across, from: end, avoiding: here) : reaches(end, from: across, avoiding: here)
    }

    private func reaches(_ goal: Int, from start: Int, avoiding wall: Int) -> Bool {
        var seen = Set([start, wall])
        var queue = [start]
        while let node = queue.popLast() {
            if node == goal { return true }
            for step in next[node] where seen.insert(step).inserted { queue.append(step) }
        }
        return false
    }
}

private struct Components {
    private let next: [[Int]]
    private var order: [Int]
    private var low: [Int]
    private var component: [Int]
    private var stack: [Int] = []
    private var time = 0
    private var made = 0

    init(_ next: [[Int]]) {
        self.next = next
        order = Array(repeating: -1, count: next.count)
        low = order
        component = order
    }

    mutating func all() -> [Int] {
        for node in next.indices where order[node] < 0 { visit(node) }
        return component
    }

    /// Depth first with its own stack: a deep graph must not exhaust the thread's.
    private mutating func visit(_ root: Int) {
        var path = [(node: root, step: 0)]
        enter(root)
        while let (node, step) = path.last {
            if step < next[node].count {
                path[path.count - 1].step += 1
                let to = next[node][step]
                if order[to] < 0 {
                    enter(to)
                    path.append((to, 0))
                } else if component[to] < 0 {
                    low[node] = min(low[node], order[to])
                }
            } else {
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                if low[node] == order[node] { close(node) }
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = time
        low[node] = time
        time += 1
        stack.append(node)
    }

    private mutating func close(_ root: Int) {
        while let node = stack.popLast() {
            component[node] = made
            if node == root { break }
        }
        made += 1
    }
}
