internal import Markup
internal import Site

/// What somebody sent with one form, read as answers to the questions that the form showed.
///
/// Only what those questions can have is taken: fields of other questions, levels out of range and options that do
/// not exist change nothing (A8).
struct SentAnswers: Sendable {
    /// Each question that was shown: its answer, or nil where it was left open.
    private(set) var answers: [(question: String, given: AnswerSheet.Given?)] = []
    private(set) var themes: [(theme: Theme, isNotForUs: Bool)] = []
    /// What can be mended; the question it is about keeps the answer it had.
    private(set) var problems: [Problem] = []
    /// The order that was changed by a button, to be shown again at once.
    private(set) var moved: String?

    /// UTF-16 units, as browsers count them.
    static let longestText = 4000

    private let form: Form
    private let fields: SentFields
    private let language: Language
    private let longest: Int

    /// - Parameter longest: how long a text may be; no limit where it is only shown back.
    init(_ form: Form, _ themes: [Theme], _ language: Language, longest: Int = SentAnswers.longestText) {
        self.form = form
        self.language = language
        self.longest = longest
        fields = SentFields(form)
        answers.reserveCapacity(themes.reduce(0) { $0 + $1.questions.count })
        for theme in themes { read(theme) }
    }

    private mutating func read(_ theme: Theme) {
        let before = answers.count
        for question in theme.questions { read(question) }
        let isAnswered = answers[before...].contains { $0.given != nil }
        switch fields.first(AnswerField.notForUs(theme.key)) {
        case AnswerField.now: self.themes.append((theme, true))
        case nil: self.themes.append((theme, false))
        default: self.themes.append((theme, !isAnswered))
        }
    }

    private mutating func read(_ question: Question) {
        switch question.kind {
        case .scale(let levels): pick(question) { Self.level($0, of: levels.count) }
        case .yesPartlyNo: pick(question) { YesPartlyNo(rawValue: $0).map { .choice($0.rawValue) } }
        case .choice(let options): pick(question) { sent in options.first { $0.key == sent }.map { .choice($0.key) } }
        case .choices(let options): tick(question, options, saysDontKnow(question))
        case .order(let options): rank(question, options, saysDontKnow(question))
        case .number(_, let least, let most): count(question, least, most, saysDontKnow(question))
        case .text: write(question)
        case .swot: writeBoxes(question)
        }
    }

    private func saysDontKnow(_ question: Question) -> Bool { fields.has(AnswerField.dontKnow(question.key)) }

    private mutating func note(_ question: Question, _ given: AnswerSheet.Given?) {
        answers.append((question.key, given))
    }

    /// - Parameter read: nil for what the question cannot have.
    private mutating func pick(_ question: Question, _ read: (String) -> AnswerSheet.Given?) {
        guard let sent = fields.first(AnswerField.answer(question.key)) else { return note(question, nil) }
        if sent == AnswerField.unknown { return note(question, .dontKnow) }
        if let given = read(sent) { note(question, given) }
    }

    /// A level is written in one way only: `2`, not `+2` or `02`.
    private static func level(_ sent: String, of count: Int) -> AnswerSheet.Given? {
        guard let level = Int(sent), level >= 0, level < count, String(level) == sent else { return nil }
        return .level(level)
    }

    private mutating func tick(_ question: Question, _ options: [Question.Choice], _ saysDontKnow: Bool) {
        if saysDontKnow { return note(question, .dontKnow) }
        let sent = fields.all(AnswerField.answer(question.key))
        let chosen = options.map(\.key).filter { sent.contains($0) }
        if chosen.isEmpty && !sent.isEmpty { return }
        note(question, chosen.isEmpty ? nil : .choices(chosen))
    }

    private mutating func count(_ question: Question, _ least: Double?, _ most: Double?, _ saysDontKnow: Bool) {
        if saysDontKnow { return note(question, .dontKnow) }
        let field = AnswerField.answer(question.key)
        let sent = fields.first(field) ?? ""
        if sent.utf8.allSatisfy({ $0 <= 0x20 }) { return note(question, nil) }
        switch NumberAnswer.number(sent, least, most) {
        case .success(let number): note(question, .number(number))
        case .failure(let refusal): problems.append(Problem(field, refusal.text))
        }
    }

    private mutating func write(_ question: Question) {
        guard let text = text(AnswerField.answer(question.key)) else { return }
        note(question, text.isEmpty ? (saysDontKnow(question) ? .dontKnow : nil) : .text(text))
    }

    private mutating func writeBoxes(_ question: Question) {
        let texts = SwotBox.allCases.map { text(AnswerField.part(question.key, $0.rawValue)) }
        let boxes = texts.compactMap(\.self)
        guard boxes.count == texts.count else { return }
        if boxes.allSatisfy(\.isEmpty) { return note(question, saysDontKnow(question) ? .dontKnow : nil) }
        note(question, .swot(strengths: boxes[0], weaknesses: boxes[1], opportunities: boxes[2], threats: boxes[3]))
    }

    /// Nil when it is too long; that is then among the problems.
    private mutating func text(_ field: String) -> String? {
        guard let sent = fields.first(field) else { return "" }
        if let text = try? Form.text(sent, called: field, max: longest) { return text }
        problems.append(Problem(field, "Deze tekst is te lang. Er passen \(longest) tekens. Maak hem korter."))
        return nil
    }
}

// Putting in order.
extension SentAnswers {
    private mutating func rank(_ question: Question, _ options: [Question.Choice], _ saysDontKnow: Bool) {
        let ranking = Ranking(options.map(\.key)) { fields.first(AnswerField.part(question.key, $0)) }
        if let move = move(question, options) {
            moved = question.key
            return note(question, .order(ranking.moving(move.option, move.direction)))
        }
        if saysDontKnow { return note(question, .dontKnow) }
        let ties = ranking.ties
        if ties.isEmpty { return note(question, ranking.order.isEmpty ? nil : .order(ranking.order)) }
        problems += ties.map { Problem(AnswerField.answer(question.key), tieText($0, options)) }
    }

    private func move(
        _ question: Question, _ options: [Question.Choice]
    ) -> (option: String, direction: AnswerField.Direction)? {
        guard let sent = fields.first(AnswerField.move) else { return nil }
        for direction in AnswerField.Direction.allCases {
            for option in options where AnswerField.move(direction, question.key, option.key) == sent {
                return (option.key, direction)
            }
        }
        return nil
    }

    private func tieText(_ tie: Ranking.Tie, _ options: [Question.Choice]) -> Phrase {
        let names = options.filter { tie.options.contains($0.key) }.map { $0.label.text(language) }
        let listed = names.joined(separator: ", ")
        return "Nummer \(tie.place) staat bij meer dan één: \(listed). Geef elk een eigen nummer."
    }
}
