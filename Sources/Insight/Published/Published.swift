/// Everything that may be said about a survey, computed once: page, chart, alternative text, file, report
/// and mail all read this value, and no other function makes figures from answers.
///
/// It holds no answer of anybody in a confidential round, so it can be stored when a round closes (`Codable`).
package struct Published: Sendable, Hashable, Codable {
    package let confidentiality: Confidentiality
    package let whole: Standing
    package let margins: [MarginTable]
    package let questions: [QuestionTable]
    package let orders: [OrderTable]
    package let numbers: [NumberTable]
    package let texts: [TextTable]
    package let themes: [Theme]

    /// Whether a set of people is shown, and how many they are.
    package enum Standing: Sendable, Hashable, Codable {
        case shown(people: Int)
        case hidden(Hidden)

        package var people: Int? {
            if case .shown(let people) = self { people } else { nil }
        }
    }

    /// Why something is not shown.
    package enum Hidden: String, Sendable, Hashable, Codable {
        /// Fewer people than the threshold.
        case tooFew
        /// Showing it would tell about others who are hidden.
        case protectsOthers
    }

    package struct MarginTable: Sendable, Hashable, Codable {
        package let key: String
        package let groups: [Group]
        /// Everybody who is not in a shown group; `nil` when that is nobody.
        package let others: Standing?

        package struct Group: Sendable, Hashable, Codable {
            package let key: String
            package let standing: Standing
        }
    }

    /// A figure, or why there is none.
    package enum Figure<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
        case shown(Value)
        case hidden(Hidden)

        package var value: Value? {
            if case .shown(let value) = self { value } else { nil }
        }
    }

    /// One figure for everybody, one per group of every margin in the order of `Published.margins`, and one per
    /// margin for all others together: those in hidden groups or of whom the group is unknown (`nil`: there are none).
    package struct Row<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
        package let whole: Figure<Value>
        package let groups: [[Figure<Value>]]
        package let others: [Figure<Value>?]
    }

    package struct QuestionTable: Sendable, Hashable, Codable {
        package let key: String
        package let kind: Column.Kind
        package let wording: String
        package let figures: Row<Distribution>
    }

    package struct OrderTable: Sendable, Hashable, Codable {
        package let key: String
        package let wording: String
        package let items: Int
        package let figures: Row<Importance>
    }

    package struct NumberTable: Sendable, Hashable, Codable {
        package let key: String
        package let figures: Row<NumberSummary>
    }

    package struct TextTable: Sendable, Hashable, Codable {
        package let key: String
        package let answers: Figure<[OpenAnswer]>
    }
}

/// What somebody wrote.
package struct OpenAnswer: Sendable, Hashable, Codable {
    package let text: String
    /// Per margin the group of the writer, in an open round; empty in a confidential one.
    package let from: [Perspective]

    package init(text: String, from: [Perspective] = []) {
        self.text = text
        self.from = from
    }
}

/// A set of people that figures are about, by keys.
package enum Perspective: Sendable, Hashable, Codable {
    case whole
    case group(margin: String, group: String)
    /// Everybody who is not in a shown group of the margin.
    case others(margin: String)
}

extension Published {
    package func question(_ key: String) -> QuestionTable? { questions.first { $0.key == key } }
    package func order(_ key: String) -> OrderTable? { orders.first { $0.key == key } }
    package func number(_ key: String) -> NumberTable? { numbers.first { $0.key == key } }
    package func text(_ key: String) -> TextTable? { texts.first { $0.key == key } }
    package func margin(_ key: String) -> MarginTable? { margins.first { $0.key == key } }

    /// The figure in a row for a set of people; `nil` when there is no such group.
    package func figure<Value>(_ row: Row<Value>, for perspective: Perspective) -> Figure<Value>? {
        switch perspective {
        case .whole: return row.whole
        case .group(let margin, let group):
            guard let at = margins.firstIndex(where: { $0.key == margin }),
                let place = margins[at].groups.firstIndex(where: { $0.key == group })
            else { return nil }
            return row.groups[at][place]
        case .others(let margin):
            return margins.firstIndex { $0.key == margin }.flatMap { row.others[$0] }
        }
    }

    /// Whether a set of people is shown at all; `nil` when there is no such group.
    package func standing(of perspective: Perspective) -> Standing? {
        switch perspective {
        case .whole: whole
        case .group(let margin, let group): self.margin(margin)?.groups.first { $0.key == group }?.standing
        case .others(let margin): self.margin(margin)?.others
        }
    }
}
