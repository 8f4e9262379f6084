internal import Files
internal import Markup
internal import Site

/// A list of questions from LimeSurvey: its structure in tabs ("Tab-separated-values format") or in XML (.lss).
enum LimeSurveyFile {
    /// Either form, brought to one: groups with questions, each with its parts and answers, in every language.
    struct Survey {
        var language = ""
        var languages: [String] = []
        var titles: [String: String] = [:]
        var abouts: [String: String] = [:]
        var groups: [Group] = []
    }

    struct Group {
        var line: Int
        var key: String
        var titles: [String: String] = [:]
        var abouts: [String: String] = [:]
        var questions: [Asked] = []
    }

    struct Asked {
        var line: Int
        var type: String
        var name: String
        var texts: [String: String] = [:]
        var helps: [String: String] = [:]
        /// What is switched on besides the question itself.
        var extras: [LossReason] = []
        var parts: [Part] = []
        var answers: [Part] = []
    }

    struct Part {
        var name: String
        var texts: [String: String] = [:]
    }

    static func instrument(_ survey: Survey) throws(TakenInstrument.Refusal) -> TakenInstrument {
        let first = [survey.language].filter { !$0.isEmpty }
        let languages = first + survey.languages.filter { !first.contains($0) }
        let words = ForeignWords(languages)
        var builder = InstrumentBuilder()
        for language in words.lost { builder.lose(0, language, .language) }
        if let other = words.standsForDutch {
            builder.lose(0, other, .standsForDutch)
        }
        for group in survey.groups {
            builder.open(
                Theme(
                    key: group.key, title: words.wording(group.titles), about: Self.short(words.wording(group.abouts)),
                    questions: []))
            for asked in group.questions { add(asked, words, &builder) }
        }
        let title = words.wording(survey.titles)
        return try builder.finish(
            key: title.nl, version: 1, title: title.isEmpty ? Wording(nl: "Vragenlijst") : title,
            about: short(words.wording(survey.abouts)), minutes: nil)
    }

    /// The first sentence or so: a welcome of a page is no line above a list.
    private static func short(_ words: Wording) -> Wording {
        let cut = { (text: String) in
            text.utf16.count <= 300
                ? text : (text.split(separator: ". ").first.map { String($0.prefix(299)) + "." } ?? "")
        }
        return Wording(nl: cut(words.nl), en: cut(words.en))
    }

    private static func add(_ asked: Asked, _ words: ForeignWords, _ builder: inout InstrumentBuilder) {
        for extra in asked.extras { builder.lose(asked.line, asked.name, extra) }
        let (text, help) = (words.wording(asked.texts), words.wording(asked.helps))
        let one = { (kind: Question.Kind, builder: inout InstrumentBuilder) in
            builder.add(
                Question(key: asked.name, text: text, help: help, kind: kind), line: asked.line, name: asked.name)
        }
        let each = { (kind: Question.Kind, builder: inout InstrumentBuilder) in
            for part in asked.parts {
                let name = "\(asked.name)-\(part.name)"
                let whole = joined(text, words.wording(part.texts))
                builder.add(Question(key: name, text: whole, help: help, kind: kind), line: asked.line, name: name)
            }
        }
        let options = choices(asked.answers, words)
        switch asked.type {
        case "L", "!": one(.choice(options), &builder)
        case "O":
            builder.lose(asked.line, asked.name, .comment)
            one(.choice(options), &builder)
        case "M": one(.choices(choices(asked.parts, words)), &builder)
        case "P":
            builder.lose(asked.line, asked.name, .comment)
            one(.choices(choices(asked.parts, words)), &builder)
        case "R": one(.order(options), &builder)
        case "F", "H": each(scaleOrChoice(options), &builder)
        case "A": each(.scale(numbered(5)), &builder)
        case "5": one(.scale(numbered(5)), &builder)
        case "B": each(.number(unit: Wording(nl: "punten", en: "points"), least: 1, most: 10), &builder)
        case "C":
            each(
                .choice(fixed([("yes", "Ja", "Yes"), ("no", "Nee", "No"), ("uncertain", "Onzeker", "Uncertain")])),
                &builder)
        case "E": each(.scale([("Minder", "Less"), ("Hetzelfde", "The same"), ("Meer", "More")].map(level)), &builder)
        case "Y": one(.choice(fixed([("yes", "Ja", "Yes"), ("no", "Nee", "No")])), &builder)
        case "G": one(.choice(fixed([("female", "Vrouw", "Female"), ("male", "Man", "Male")])), &builder)
        case "N": one(.number(unit: Wording(nl: "aantal", en: "number"), least: nil, most: nil), &builder)
        case "K": each(.number(unit: Wording(nl: "aantal", en: "number"), least: nil, most: nil), &builder)
        case "S", "T", "U": one(.text, &builder)
        case "Q": each(.text, &builder)
        case "X": builder.lose(asked.line, asked.name, .textAlone)
        case "*": builder.lose(asked.line, asked.name, .calculation)
        default: builder.lose(asked.line, asked.name, .unknownKind(asked.type))
        }
    }

    /// The question above a row of a table, and the row.
    private static func joined(_ whole: Wording, _ part: Wording) -> Wording {
        let join = { (one: String, two: String) in one.isEmpty || two.isEmpty ? one + two : "\(one) \(two)" }
        if part.isEmpty { return .empty }
        let hasEnglish = !part.en.isEmpty && (!whole.en.isEmpty || whole.isEmpty)
        return Wording(nl: join(whole.nl, part.nl), en: hasEnglish ? join(whole.en, part.en) : "")
    }

    /// Answers in an order are levels; more than six are choices.
    private static func scaleOrChoice(_ options: [Question.Choice]) -> Question.Kind {
        (3...6).contains(options.count) ? .scale(options.map { .init(label: $0.label) }) : .choice(options)
    }

    private static func numbered(_ most: Int) -> [Question.ScaleLevel] {
        (1...most).map { .init(label: Wording(nl: String($0), en: String($0))) }
    }

    private static func level(_ label: (String, String)) -> Question.ScaleLevel {
        .init(label: Wording(nl: label.0, en: label.1))
    }

    private static func fixed(_ options: [(String, String, String)]) -> [Question.Choice] {
        options.map { Question.Choice(key: $0, label: Wording(nl: $1, en: $2)) }
    }

    private static func choices(_ parts: [Part], _ words: ForeignWords) -> [Question.Choice] {
        var keys: Set<String> = []
        return parts.map { part in
            let base = InstrumentBuilder.key(part.name)
            var (key, number) = (base, 1)
            while !keys.insert(key).inserted {
                number += 1
                key = "\(base)-\(number)"
            }
            return Question.Choice(key: key, label: words.wording(part.texts))
        }
    }

    /// What a question has switched on that does not come along.
    static func extras(relevance: String, mandatory: String, other: String, checks: [String]) -> [LossReason] {
        var extras: [LossReason] = []
        if !["", "1"].contains(relevance) { extras.append(.condition) }
        if mandatory == "Y" || mandatory == "S" { extras.append(.required) }
        if other == "Y" { extras.append(.other) }
        if checks.contains(where: { !$0.isEmpty }) { extras.append(.check) }
        return extras
    }
}
