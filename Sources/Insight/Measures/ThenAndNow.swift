/// One question in two rounds, by published values alone.
package struct ThenAndNow: Sendable, Hashable {
    package let question: String
    package let comparison: Comparison

    package enum Comparison: Sendable, Hashable {
        /// Asked with as many levels both times, and shown both times. Means 0...1.
        case change(then: Double, now: Double, wordingChanged: Bool)
        /// Asked both times, but with other levels or another kind of answer: not comparable.
        case levelsChanged
        /// Asked both times, without a published mean then, or now, or both.
        case notShown(then: Bool, now: Bool)
        case askedOnlyThen
        case askedOnlyNow
    }

    /// Now less then, −1...1; `nil` when not comparable.
    package var difference: Double? {
        if case .change(let then, let now, _) = comparison { now - then } else { nil }
    }
}

/// How many of the compared questions went which way.
package struct Movement: Sendable, Hashable {
    package let risen: Int
    package let fallen: Int
    package let same: Int
    package var compared: Int { risen + fallen + same }

    /// A change of less than `least`, on the scale 0...1, is no change.
    package init(_ questions: [ThenAndNow], least: Double = 0.02) {
        let differences = questions.compactMap(\.difference)
        risen = differences.count { $0 >= least }
        fallen = differences.count { $0 <= -least }
        same = differences.count - risen - fallen
    }
}

extension Published {
    /// The scale questions of this round and an earlier one, side by side, in this round's order and then those
    /// that were asked only then.
    package func compared(with earlier: Published, for perspective: Perspective = .whole) -> [ThenAndNow] {
        let now = questions.filter(\.isScale)
        let fromNow = now.map { question in
            ThenAndNow(question: question.key, comparison: compare(question, with: earlier, perspective))
        }
        let gone = earlier.questions.filter { old in old.isScale && question(old.key) == nil }
        return fromNow + gone.map { ThenAndNow(question: $0.key, comparison: .askedOnlyThen) }
    }

    private func compare(
        _ now: QuestionTable, with earlier: Published, _ perspective: Perspective
    ) -> ThenAndNow.Comparison {
        guard let then = earlier.question(now.key) else { return .askedOnlyNow }
        if then.kind != now.kind { return .levelsChanged }
        let means = (earlier.mean(of: now.key, for: perspective), mean(of: now.key, for: perspective))
        guard let before = means.0, let after = means.1 else {
            return .notShown(then: means.0 == nil, now: means.1 == nil)
        }
        return .change(then: before, now: after, wordingChanged: then.wording != now.wording)
    }

    /// One question over several rounds, the first the oldest: each round beside the one before it.
    /// A round in which it was not asked gives `nil`; the comparison after it is with the last that asked it.
    package static func course(
        of question: String, over rounds: [Published], for perspective: Perspective = .whole
    ) -> [ThenAndNow?] {
        var last: Published?
        return rounds.map { round in
            guard let table = round.question(question) else { return nil }
            defer { last = round }
            let comparison = last.map { round.compare(table, with: $0, perspective) } ?? .askedOnlyNow
            return ThenAndNow(question: question, comparison: comparison)
        }
    }
}

extension Published.QuestionTable {
    var isScale: Bool {
        if case .scale = kind { true } else { false }
    }
}
