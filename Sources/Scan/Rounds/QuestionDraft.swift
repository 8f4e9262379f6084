package import Markup
package import Site

/// A question as it was typed: everything as text, until it is right.
package struct QuestionDraft: Sendable, Equatable {
    package var text = ""
    package var help = ""
    package var kind = KindName.scale
    /// Levels or options, one a line; a level may carry what it means after a colon.
    package var lines = ""
    package var unit = ""
    package var least = ""
    package var most = ""
    /// The English words; nil where the form did not ask them.
    package var english: English?

    package struct English: Sendable, Equatable {
        package var text = ""
        package var help = ""
        package var lines = ""

        package init(text: String = "", help: String = "", lines: String = "") {
            (self.text, self.help, self.lines) = (text, help, lines)
        }

        package init(_ question: Question) {
            self.init(text: question.text.en, help: question.help.en, lines: QuestionDraft.english(question.kind))
        }
    }

    /// The kinds by name, as a form has them.
    package enum KindName: String, Sendable, CaseIterable {
        case scale, yesPartlyNo = "yes-partly-no", choice, choices, order, number, text, swot

        package var label: Phrase {
            switch self {
            case .scale: "Niveaus in woorden"
            case .yesPartlyNo: "Ja, deels of nee"
            case .choice: "Eén keuze"
            case .choices: "Meer keuzes"
            case .order: "Op volgorde zetten"
            case .number: "Een getal"
            case .text: "Open tekst"
            case .swot: "Vier vakken: sterk, zwak, kansen, bedreigingen"
            }
        }

        var takesLines: Bool { [.scale, .choice, .choices, .order].contains(self) }
    }

    package init() {}

    package init(_ form: Form) {
        text = Self.clean(form.first("text"))
        help = Self.clean(form.first("help"))
        kind = KindName(rawValue: form.first("kind") ?? "") ?? .text
        lines = form.first("lines") ?? ""
        unit = Self.clean(form.first("unit"))
        least = Self.clean(form.first("least"))
        most = Self.clean(form.first("most"))
        guard form.has("text-en") else { return }
        english = English(
            text: Self.clean(form.first("text-en")), help: Self.clean(form.first("help-en")), lines: form.first("lines-en") ?? "")
    }

    package init(_ question: Question) {
        text = question.text.nl
        help = question.help.nl
        switch question.kind {
        case .scale(let levels):
            kind = .scale
            lines = levels.map { $0.about.isEmpty ? $0.label.nl : "\($0.label.nl): \($0.about.nl)" }.joined(separator: "\n")
        case .yesPartlyNo: kind = .yesPartlyNo
        case .choice(let options): (kind, lines) = (.choice, Self.lines(options))
        case .choices(let options): (kind, lines) = (.choices, Self.lines(options))
        case .order(let options): (kind, lines) = (.order, Self.lines(options))
        case .number(let unit, let least, let most):
            kind = .number
            (self.unit, self.least, self.most) = (unit.nl, Self.written(least), Self.written(most))
        case .text: kind = .text
        case .swot: kind = .swot
        }
    }

    fileprivate static func english(_ kind: Question.Kind) -> String {
        let lines =
            if case .scale(let levels) = kind {
                levels.map { $0.about.en.isEmpty ? $0.label.en : "\($0.label.en): \($0.about.en)" }
            } else { kind.options.map(\.label.en) }
        return lines.allSatisfy(\.isEmpty) ? "" : lines.joined(separator: "\n")
    }

    private static func lines(_ options: [Question.Choice]) -> String { options.map(\.label.nl).joined(separator: "\n") }

    private static func written(_ number: Double?) -> String {
        guard let number else { return "" }
        return number == number.rounded() && abs(number) < 1e15
            ? String(Int(number)) : "\(number)".replacing(".", with: ",")
    }

    private static func clean(_ text: String?) -> String { (Form(["x": text ?? ""]).tidy("x")) }

    var lineList: [String] { Self.list(lines) }
    var englishList: [String] { Self.list(english?.lines ?? "") }

    private static func list(_ lines: String) -> [String] {
        lines.split(separator: "\n").map { Form(["x": String($0)]).tidy("x") }.filter { !$0.isEmpty }
    }
}

extension Form {
    /// The text without blanks around it; how long it may be is asked elsewhere.
    func tidy(_ name: String) -> String { (try? text(name, max: .max)) ?? "" }
}
