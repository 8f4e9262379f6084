/// The questions that a round asked, in the words of its newest version.
///
/// A question that left the questionnaire while answers came in is still part of what was asked: it stands at the
/// end of its theme, in its last wording.
struct AskedQuestions: Sendable, Equatable {
    private(set) var themes: [Theme]
    /// Keys of questions that the newest version no longer asks.
    private(set) var gone: Set<String> = []
    private let newest: Instrument?
    /// By number, which has gaps: what was composed and never asked is not kept.
    private let versions: [Int: Instrument]

    /// - Parameter versions: all that are kept, the oldest first.
    init(_ versions: [(number: Int, content: Instrument)]) {
        self.versions = Dictionary(versions.map { ($0.number, $0.content) }) { $1 }
        newest = versions.last?.content
        themes = newest?.themes ?? []
        for version in versions.dropLast().reversed() {
            for theme in version.content.themes { add(theme) }
        }
    }

    /// The questions as version `number` asked them; the newest where there is no such version.
    func version(_ number: Int) -> Instrument? { versions[number] ?? newest }

    func isAsked(_ key: String, in version: Int) -> Bool {
        self.version(version)?.questions.contains { $0.key == key } ?? false
    }

    /// Without the questions that the newest version does not ask and that do not satisfy `isKept`.
    func keeping(_ isKept: (String) -> Bool) -> AskedQuestions {
        let dropped = gone.filter { !isKept($0) }
        var kept = self
        kept.gone.subtract(dropped)
        for place in themes.indices { kept.themes[place].questions.removeAll { dropped.contains($0.key) } }
        let asked = Set(newest?.themes.map(\.key) ?? [])
        kept.themes.removeAll { $0.questions.isEmpty && !asked.contains($0.key) }
        return kept
    }

    var questions: [Question] { themes.flatMap(\.questions) }

    func theme(_ key: String) -> Theme? { themes.first { $0.key == key } }
    func question(_ key: String) -> Question? { questions.first { $0.key == key } }
    func theme(of question: String) -> Theme? { themes.first { $0.questions.contains { $0.key == question } } }

    /// The questions that say together where a theme stands: those with levels of their own, else yes, partly and no.
    static func measuring(_ theme: Theme) -> [Question] {
        let levels = theme.questions.filter { if case .scale = $0.kind { true } else { false } }
        return levels.isEmpty ? theme.questions.filter(\.isScale) : levels
    }

    private mutating func add(_ theme: Theme) {
        for question in theme.questions {
            if widen(question) { continue }
            gone.insert(question.key)
            if let place = themes.firstIndex(where: { $0.key == theme.key }) {
                themes[place].questions.append(question)
            } else {
                var kept = theme
                kept.questions = [question]
                themes.append(kept)
            }
        }
    }

    /// Adds options that only an earlier version offered. False when the question is not known yet.
    private mutating func widen(_ old: Question) -> Bool {
        for theme in themes.indices {
            for place in themes[theme].questions.indices where themes[theme].questions[place].key == old.key {
                let kind = themes[theme].questions[place].kind
                themes[theme].questions[place].kind = kind.widened(by: old.kind)
                return true
            }
        }
        return false
    }
}

extension Question.Kind {
    fileprivate func widened(by old: Question.Kind) -> Question.Kind {
        switch (self, old) {
        case (.choice(let now), .choice(let then)): .choice(Self.together(now, then))
        case (.choices(let now), .choices(let then)): .choices(Self.together(now, then))
        case (.order(let now), .order(let then)): .order(Self.together(now, then))
        default: self
        }
    }

    private static func together(_ now: [Question.Choice], _ then: [Question.Choice]) -> [Question.Choice] {
        now + then.filter { old in !now.contains { $0.key == old.key } }
    }

    /// The options of a closed question in their order: level numbers for a scale, keys for others.
    var optionKeys: [String] {
        switch self {
        case .scale(let levels): levels.indices.map(String.init)
        case .yesPartlyNo: ["no", "partly", "yes"]
        case .choice(let choices), .choices(let choices), .order(let choices): choices.map(\.key)
        case .number, .text, .swot: []
        }
    }
}
