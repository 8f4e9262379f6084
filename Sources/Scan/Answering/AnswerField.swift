internal import Markup
internal import Site

/// The names of the fields on a question page, and the values that stand in them.
package enum AnswerField {
    /// What a radio sends for "don't know".
    static let unknown = "?"
    /// The button that says a whole theme is not for us; a box that was already ticked sends something else.
    static let now = "now"
    static let version = "version"
    static let back = "back"
    static let move = "move"
    static let stop = "stop"
    /// The button that saves the screen and shows it in another language.
    static let language = "language"

    package static func answer(_ question: String) -> String { "a-\(question)" }
    static func isAnswer(_ field: String) -> Bool { field.utf8.starts(with: "a-".utf8) }
    /// One of several fields of a question: an option to be ordered, a box of the SWOT.
    package static func part(_ question: String, _ part: String) -> String { "a-\(question).\(part)" }
    package static func dontKnow(_ question: String) -> String { "d-\(question)" }
    package static func notForUs(_ theme: String) -> String { "n-\(theme)" }
    static func move(_ direction: Direction, _ question: String, _ option: String) -> String {
        "\(direction.rawValue).\(question).\(option)"
    }

    enum Direction: String, CaseIterable { case up, down }
}

extension AnswerSheet {
    /// The fields as they would be sent if these answers had just been typed; so pages know only one kind of value.
    func fields(of themes: [Theme]) -> Form {
        var fields: [Form.Field] = []
        for theme in themes {
            if notForUs.contains(theme.key) { fields.append(.init(name: AnswerField.notForUs(theme.key), value: "1")) }
            for question in theme.questions {
                if let given = answers[question.key] { fields += given.fields(of: question) }
            }
        }
        return Form(fields: fields)
    }
}

extension AnswerSheet.Given {
    fileprivate func fields(of question: Question) -> [Form.Field] {
        let name = AnswerField.answer(question.key)
        switch self {
        case .dontKnow: return [question.kind.dontKnowField(of: question.key)]
        case .level(let level): return [.init(name: name, value: String(level))]
        case .choice(let word), .text(let word): return [.init(name: name, value: word)]
        case .choices(let options): return options.map { .init(name: name, value: $0) }
        case .order(let options):
            return options.enumerated().map {
                .init(name: AnswerField.part(question.key, $0.element), value: String($0.offset + 1))
            }
        case .number(let number): return [.init(name: name, value: AnsweredNumber.field(number))]
        case .swot(let strengths, let weaknesses, let opportunities, let threats):
            return zip(SwotBox.allCases, [strengths, weaknesses, opportunities, threats]).map {
                .init(name: AnswerField.part(question.key, $0.rawValue), value: $1)
            }
        }
    }
}

extension Question.Kind {
    /// Where one answer is picked, "don't know" is one of them; elsewhere it is a box of its own.
    fileprivate func dontKnowField(of key: String) -> Form.Field {
        switch self {
        case .scale, .yesPartlyNo, .choice: .init(name: AnswerField.answer(key), value: AnswerField.unknown)
        case .choices, .order, .number, .text, .swot: .init(name: AnswerField.dontKnow(key), value: "1")
        }
    }
}

/// The four boxes of a SWOT, by the letter that the column and the fields know them by.
enum SwotBox: String, CaseIterable {
    case strengths = "s"
    case weaknesses = "w"
    case opportunities = "o"
    case threats = "t"
}

/// A number as people write it: nothing between thousands.
enum AnsweredNumber {
    /// As it stands in a field: a comma before decimals. Read back, a point is as good.
    static func field(_ number: Double) -> String {
        Int(exactly: number).map { String($0) } ?? String(number.description.map { $0 == "." ? "," : $0 })
    }

    /// In a sentence: a comma before decimals; in English a point.
    static func said(_ number: Double) -> Phrase {
        let parts = field(number).split(separator: ",", maxSplits: 1).map(String.init)
        return parts.count == 2 ? "\(parts[0]),\(parts[1])" : "\(parts[0])"
    }
}
