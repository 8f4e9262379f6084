/// How far the groups of a margin stand apart on one question or theme, each group one voice however few its people.
package struct Divergence: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case question(String)
        case theme(String)
    }

    /// One group's mean, 0 for the lowest level and 1 for the highest.
    package struct Voice: Sendable, Hashable {
        package let group: String
        package let mean: Double
    }

    package let subject: Subject
    package let margin: String
    /// The groups with a published mean, in the margin's order; two or more.
    package let voices: [Voice]
    package let highest: Voice
    package let lowest: Voice

    /// The greatest distance between two voices, 0...1.
    package var distance: Double { highest.mean - lowest.mean }
    /// The mean of the voices, each counting the same.
    package var middle: Double { voices.reduce(0) { $0 + $1.mean } / Double(voices.count) }

    init?(_ subject: Subject, margin: String, voices: [Voice]) {
        guard voices.count > 1, let highest = voices.max(by: { $0.mean < $1.mean }),
            let lowest = voices.min(by: { $0.mean < $1.mean })
        else { return nil }
        self.subject = subject
        self.margin = margin
        self.voices = voices
        self.highest = highest
        self.lowest = lowest
    }
}

extension Published {
    /// How far the groups of a margin stand apart on a question; `nil` with fewer than two published means.
    package func divergence(of question: String, between margin: String) -> Divergence? {
        Divergence(.question(question), margin: margin, voices: voices(on: [question], in: margin))
    }

    /// How far they stand apart on a theme: each group's mean over the theme's scale questions, each question the
    /// same weight; questions on which not every shown group has a mean are left out.
    package func divergence(ofTheme key: String, between margin: String) -> Divergence? {
        guard let theme = themes.first(where: { $0.key == key }) else { return nil }
        return Divergence(.theme(key), margin: margin, voices: voices(on: theme.questions, in: margin))
    }

    /// All questions by how far the groups of a margin stand apart, the farthest first.
    package func whereViewsDiffer(between margin: String) -> [Divergence] {
        Published.ranked(questions.compactMap { divergence(of: $0.key, between: margin) })
    }

    /// All themes by how far the groups of a margin stand apart, the farthest first.
    package func themesWhereViewsDiffer(between margin: String) -> [Divergence] {
        Published.ranked(themes.compactMap { divergence(ofTheme: $0.key, between: margin) })
    }

    /// The mean of a theme in one set of people over the scale questions that have one, 0...1.
    package func mean(ofTheme key: String, for perspective: Perspective) -> Double? {
        let means = themes.first { $0.key == key }?.questions.compactMap { mean(of: $0, for: perspective) } ?? []
        return means.isEmpty ? nil : means.reduce(0, +) / Double(means.count)
    }

    /// The published mean of a question in one set of people, 0...1.
    package func mean(of question: String, for perspective: Perspective) -> Double? {
        self.question(question).flatMap { figure($0.figures, for: perspective) }?.value?.mean
    }

    private func voices(on questions: [String], in margin: String) -> [Divergence.Voice] {
        let shown = self.margin(margin)?.groups.filter { ($0.standing.people ?? 0) > 0 }.map(\.key) ?? []
        let means = questions.map { question in
            shown.map { mean(of: question, for: .group(margin: margin, group: $0)) }
        }
        let usable = questions.count == 1 ? means : means.filter { $0.allSatisfy { $0 != nil } }
        return shown.indices.compactMap { place in
            let known = usable.compactMap { $0[place] }
            if known.isEmpty { return nil }
            return Divergence.Voice(group: shown[place], mean: known.reduce(0, +) / Double(known.count))
        }
    }

    /// Stable: equal distances keep the survey's order.
    private static func ranked(_ all: [Divergence]) -> [Divergence] {
        all.enumerated().sorted { ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset) }.map(\.element)
    }
}
