/// One round's answers in columns: the only thing figures are computed from.
///
/// Every array in a survey has one place per respondent, in the same order; the order itself carries no
/// meaning and never reaches a figure. Options, groups and people are numbers here: words come later.
package struct Survey: Sendable {
    package let respondents: Int
    /// The round's own; it decides what chance adds to figures of a confidential round.
    package let secret: Secret
    /// From the most to the least important view. In a confidential round the first is counted, the others are
    /// blurred; and when protecting people costs groups, the last one pays first.
    package let margins: [Margin]
    package let questions: [Column]
    package let orders: [Ordering]
    package let numbers: [Numbers]
    package let texts: [Texts]
    package let themes: [Theme]

    /// Throws every misfit at once: lengths that differ from `respondents`, double keys, too many options.
    package init(
        respondents: Int, secret: Secret, margins: [Margin] = [], questions: [Column] = [], orders: [Ordering] = [],
        numbers: [Numbers] = [], texts: [Texts] = [], themes: [Theme] = []
    ) throws(Misfits) {
        self.respondents = respondents
        self.secret = secret
        self.margins = margins
        self.questions = questions
        self.orders = orders
        self.numbers = numbers
        self.texts = texts
        self.themes = themes
        let misfits = lengthMisfits + keyMisfits + optionMisfits
        if !misfits.isEmpty { throw Misfits(all: misfits) }
    }

    /// What does not fit together in a survey, by the key of the column it was found in.
    package struct Misfits: Error, Equatable {
        package enum Misfit: Equatable, Sendable {
            case length(key: String, found: Int, expected: Int)
            case doubleKey(String)
            case options(key: String, found: Int)
        }
        package let all: [Misfit]
    }

    private var lengthMisfits: [Misfits.Misfit] {
        var found = margins.map { ($0.key, $0.groupOfEach.count) } + questions.map { ($0.key, $0.count) }
        found += orders.flatMap { order in order.positions.map { (order.key, $0.count) } }
        found += numbers.map { ($0.key, $0.values.count) } + texts.map { ($0.key, $0.values.count) }
        return found.filter { $0.1 != respondents }
            .map { .length(key: $0.0, found: $0.1, expected: respondents) }
    }

    private var keyMisfits: [Misfits.Misfit] {
        let asked = questions.map(\.key) + orders.map(\.key) + numbers.map(\.key) + texts.map(\.key)
        return [margins.map(\.key), asked, themes.map(\.key)].flatMap { keys in
            Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
                .map { .doubleKey($0) }
        }
    }

    private var optionMisfits: [Misfits.Misfit] {
        questions.filter { !$0.kind.allowed.contains($0.kind.options) }
            .map { .options(key: $0.key, found: $0.kind.options) }
    }
}

/// A way to divide the respondents into groups that do not overlap: sector, level, organisation.
package struct Margin: Sendable {
    /// Stands in `groupOfEach` for somebody of whom the group is not known.
    package static let unknown = UInt16.max

    package let key: String
    package let groups: [String]
    /// Per respondent the index of their group, or `unknown`; an index outside `groups` counts as unknown.
    package let groupOfEach: [UInt16]

    package init(key: String, groups: [String], of groupOfEach: [UInt16]) {
        self.key = key
        self.groups = groups
        self.groupOfEach = groupOfEach
    }
}

/// Questions that belong together, by their keys; each question weighs the same.
package struct Theme: Sendable, Hashable, Codable {
    package let key: String
    package let questions: [String]

    package init(key: String, questions: [String]) {
        self.key = key
        self.questions = questions
    }
}
