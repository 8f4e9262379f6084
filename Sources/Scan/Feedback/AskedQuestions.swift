/// The questions that a round asked, in the words of its newest version.
///
/// A question that left the questionnaire while answers came in is still part of what was asked: it stands at the
/// end of its theme, in its last wording.
struct AskedQuestions: Sendable, Equatable {
    let title: Wording
    private(set) var themes: [Theme]
    /// Keys of questions that the newest version no longer asks.
    private(set) var gone: Set<String> = []

    /// - Parameter earlier: other versions under which somebody answered, the newest first.
    init(newest: Instrument, earlier: [Instrument]) {
        title = newest.title
        themes = newest.themes
        for version in earlier {
            for theme in version.themes { add(theme) }
        }
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
    var options: [String] {
        switch self {
        case .scale(let levels): levels.indices.map(String.init)
        case .yesPartlyNo: ["no", "partly", "yes"]
        case .choice(let choices), .choices(let choices), .order(let choices): choices.map(\.key)
        case .number, .text, .swot: []
        }
    }
}
