@testable import Insight

/// Somebody who knows in which groups everybody is and has everything that was published.
///
/// Written apart from what it attacks: other arithmetic, and nothing read but the memberships and the tables.
struct Attacker {
    /// Per cell of the full cross classification: its people, and its group in each margin (−1 unknown).
    private var atoms: [(groups: [Int], people: Int)] = []
    private let published: Published
    private let threshold: Int

    init(knowing survey: Survey, reading published: Published, threshold: Int) {
        self.published = published
        self.threshold = threshold
        var known: [[Int]: Int] = [:]
        for person in 0..<survey.respondents {
            let groups = survey.margins.map { margin in
                margin.groupOfEach[person] == Margin.unknown ? -1 : Int(margin.groupOfEach[person])
            }
            known[groups, default: 0] += 1
        }
        atoms = known.map { (groups: $0.key, people: $0.value) }.sorted {
            $0.groups.lexicographicallyPrecedes($1.groups)
        }
    }

    /// A set of people somebody has figures of: per atom whether it is in.
    struct Known {
        let name: String
        let members: [Bool]
        let margin: Int?
        let place: Int?
    }

    /// Everybody, the shown groups, and per margin all others.
    var known: [Known] {
        guard published.whole.people != nil else { return [] }
        var sets = [Known(name: "whole", members: atoms.map { _ in true }, margin: nil, place: nil)]
        for (margin, table) in published.margins.enumerated() {
            let shown = table.groups.indices.filter { table.groups[$0].standing.people != nil }
            sets += shown.map { group in
                Known(
                    name: "\(table.key) \(group)", members: atoms.map { $0.groups[margin] == group }, margin: margin,
                    place: group)
            }
            if table.others?.people != nil {
                let others = atoms.map { !shown.contains($0.groups[margin]) }
                sets.append(Known(name: "\(table.key) others", members: others, margin: margin, place: nil))
            }
        }
        return sets.filter { people($0.members) > 0 }
    }

    func people(_ members: [Bool]) -> Int {
        zip(atoms, members).reduce(0) { $0 + ($1.1 ? $1.0.people : 0) }
    }

    // MARK: Sets of few people

    /// Fewer than k people about whom something follows by adding and subtracting: the atoms they are in.
    ///
    /// A combination about the atoms T alone exists when the projection P onto all combinations has an eigenvalue 1
    /// within T, so when I − P is singular there; tried for every T of 1 to k − 1 people by Cholesky's method.
    func fewPeople() -> [Int]? {
        let basis = orthonormal(known.map { set in set.members.map { $0 ? 1.0 : 0 } })
        let small = atoms.indices.filter { atoms[$0].people < threshold }
        let projection = small.map { one in
            small.map { other in basis.reduce(0) { $0 + $1[one] * $1[other] } }
        }
        var chosen: [Int] = []
        var rows: [[Double]] = []
        return extend(&chosen, &rows, from: 0, people: 0, small, projection).map { $0.map { small[$0] } }
    }

    private func extend(
        _ chosen: inout [Int], _ rows: inout [[Double]], from: Int, people: Int, _ small: [Int],
        _ projection: [[Double]]
    ) -> [Int]? {
        for next in small.indices.dropFirst(from) where people + atoms[small[next]].people < threshold {
            var row: [Double] = []
            for (index, earlier) in chosen.enumerated() {
                var sum = -projection[next][earlier]
                for place in 0..<index { sum -= row[place] * rows[index][place] }
                row.append(sum / rows[index][index])
            }
            let pivot = 1 - projection[next][next] - row.reduce(0) { $0 + $1 * $1 }
            chosen.append(next)
            if pivot < 1e-7 { return chosen }
            rows.append(row + [pivot.squareRoot()])
            let more = people + atoms[small[next]].people
            if let found = extend(&chosen, &rows, from: next + 1, people: more, small, projection) { return found }
            chosen.removeLast()
            rows.removeLast()
        }
        return nil
    }

    private func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
        var basis: [[Double]] = []
        for vector in vectors {
            var left = vector
            for _ in 0..<2 {
                for base in basis {
                    let part = zip(left, base).reduce(0) { $0 + $1.0 * $1.1 }
                    for place in left.indices { left[place] -= part * base[place] }
                }
            }
            let length = left.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 1e-7 { basis.append(left.map { $0 / length }) }
        }
        return basis
    }

    // MARK: Forced answers

    /// An answer that can be read off the tables: a question, an option and the atom whose people all gave it.
    func forcedAnswer() -> String? {
        for question in published.questions {
            let options = question.kind.options + Missing.allCases.count
            if case .multiple(let choices) = question.kind {
                for option in 0..<choices {
                    if let found = forced(question, [[option], nil]) { return found }
                }
            } else if let found = forced(question, (0..<options).map { [$0] }) {
                return found
            }
        }
        return nil
    }

    /// `categories` name places in a distribution; `nil` is whatever is left.
    private func forced(_ question: Published.QuestionTable, _ categories: [[Int]?]) -> String? {
        var limits = Limits(atoms: atoms.map(\.people), categories: categories.count)
        var counted: [(members: [Bool], low: [Int], high: [Int])] = []
        for set in known {
            guard let distribution = distribution(question, set), distribution.basis == .counted else { continue }
            let all = (distribution.shares + distribution.missing).map { $0.bounds(of: distribution.people) }
            let named = categories.map { $0.map { all[$0[0]] } }
            let people = distribution.people
            let first = named[0] ?? 0...people
            let left = (people - first.upperBound)...(people - first.lowerBound)
            let open = named.map { $0 ?? left }
            counted.append((set.members, open.map(\.lowerBound), open.map(\.upperBound)))
        }
        for set in counted { limits.add(plus: set.members, minus: nil, set.low, set.high) }
        for (index, one) in counted.enumerated() {
            for other in counted.dropFirst(index + 1)
            where zip(one.members, other.members).contains(where: { $0 && $1 }) {
                limits.add(
                    plus: zip(one.members, other.members).map { $0 && !$1 },
                    minus: zip(one.members, other.members).map { !$0 && $1 },
                    zip(one.low, other.high).map { $0 - $1 }, zip(one.high, other.low).map { $0 - $1 })
            }
        }
        limits.tighten()
        return limits.forced().map {
            "\(question.key) \(question.kind): atom \(atoms[$0.atom]) answered \($0.category)"
        }
    }

    private func distribution(_ question: Published.QuestionTable, _ set: Known) -> Distribution? {
        guard let margin = set.margin else { return question.figures.whole.value }
        guard let place = set.place else { return question.figures.others[margin]?.value }
        return question.figures.groups[margin][place].value
    }
}

/// What is possible per atom and category, drawn closer by what is known of sums until nothing moves.
private struct Limits {
    private let people: [Int]
    private let categories: Int
    private var low: [Int]
    private var high: [Int]
    private var sums: [(plus: [Int], minus: [Int], low: [Int], high: [Int])] = []

    init(atoms: [Int], categories: Int) {
        people = atoms
        self.categories = categories
        low = Array(repeating: 0, count: atoms.count * categories)
        high = atoms.flatMap { Array(repeating: $0, count: categories) }
    }

    mutating func add(plus: [Bool], minus: [Bool]?, _ low: [Int], _ high: [Int]) {
        sums.append(
            (
                plus.indices.filter { plus[$0] }, minus.map { minus in minus.indices.filter { minus[$0] } } ?? [], low,
                high
            ))
    }

    mutating func tighten() {
        var moved = true
        while moved {
            moved = false
            for sum in sums {
                for category in 0..<categories {
                    let terms =
                        sum.plus.map { (place: $0 * categories + category, sign: 1) }
                        + sum.minus.map { (place: $0 * categories + category, sign: -1) }
                    if draw(terms, sum.low[category], sum.high[category]) { moved = true }
                }
            }
            for atom in people.indices {
                let terms = (0..<categories).map { (place: atom * categories + $0, sign: 1) }
                if draw(terms, people[atom], people[atom]) { moved = true }
            }
        }
    }

    private mutating func draw(_ terms: [(place: Int, sign: Int)], _ least: Int, _ most: Int) -> Bool {
        var (bottom, top) = (0, 0)
        for (place, sign) in terms {
            bottom += sign > 0 ? low[place] : -high[place]
            top += sign > 0 ? high[place] : -low[place]
        }
        if bottom >= least && top <= most { return false }
        var moved = false
        for (place, sign) in terms {
            let width = high[place] - low[place]
            if width == 0 { continue }
            let over = max(0, bottom + width - most)
            let under = max(0, least - (top - width))
            if over > 0 {
                if sign > 0 { high[place] -= over } else { low[place] += over }
                moved = true
            }
            if under > 0 {
                if sign > 0 { low[place] += under } else { high[place] -= under }
                moved = true
            }
            if moved { break }
        }
        return moved
    }

    func forced() -> (atom: Int, category: Int)? {
        for atom in people.indices {
            for category in 0..<categories where low[atom * categories + category] >= people[atom] {
                return (atom, category)
            }
        }
        return nil
    }
}
