internal import Markup
package import Site

extension QuestionDraft {
    package var problems: [Problem] {
        var problems: [Problem] = []
        if text.isEmpty { problems.append(Problem("text", "Schrijf de vraag op.")) }
        if text.utf16.count > 300 { problems.append(Problem("text", "Deze vraag is te lang. Er passen 300 tekens.")) }
        if help.utf16.count > 500 { problems.append(Problem("help", "Deze uitleg is te lang. Er passen 500 tekens.")) }
        return problems + lineProblems + numberProblems + englishProblems
    }

    private var lineProblems: [Problem] {
        guard kind.takesLines else { return [] }
        let lines = lineList
        let labels = kind == .scale ? lines.map { Self.level($0).label } : lines
        if Set(labels).count < labels.count { return [Problem("lines", "Er staan twee regels met dezelfde woorden.")] }
        if lines.contains(where: { $0.utf16.count > 300 }) { return [Problem("lines", "Er staat een regel van meer dan 300 tekens.")] }
        switch kind {
        case .scale where !(3...6).contains(lines.count):
            return [Problem("lines", "Geef drie tot zes niveaus, het laagste eerst. Zet er één op elke regel.")]
        case .choice, .choices, .order:
            return (2...12).contains(lines.count) ? [] : [Problem("lines", "Geef twee tot twaalf keuzes. Zet er één op elke regel.")]
        default: return []
        }
    }

    /// English may be left out; where it is there, it goes line by line with the Dutch.
    private var englishProblems: [Problem] {
        guard let english else { return [] }
        var problems: [Problem] = []
        if english.text.utf16.count > 300 { problems.append(Problem("text-en", "Deze vraag is te lang. Er passen 300 tekens.")) }
        if english.help.utf16.count > 500 { problems.append(Problem("help-en", "Deze uitleg is te lang. Er passen 500 tekens.")) }
        let lines = englishList
        if kind.takesLines, !lines.isEmpty, lines.count != lineList.count {
            problems.append(Problem("lines-en", "Geef in het Engels evenveel regels als in het Nederlands."))
        }
        if lines.contains(where: { $0.utf16.count > 300 }) {
            problems.append(Problem("lines-en", "Er staat een regel van meer dan 300 tekens."))
        }
        return problems
    }

    private var numberProblems: [Problem] {
        guard kind == .number else { return [] }
        var problems: [Problem] = []
        if unit.isEmpty { problems.append(Problem("unit", "Zeg wat er geteld wordt, zoals uren of leerlingen.")) }
        if !least.isEmpty && Self.number(least) == nil { problems.append(Problem("least", "Vul hier een getal in.")) }
        if !most.isEmpty && Self.number(most) == nil { problems.append(Problem("most", "Vul hier een getal in.")) }
        if let low = Self.number(least), let high = Self.number(most), low >= high {
            problems.append(Problem("most", "Het hoogste getal moet groter zijn dan het laagste."))
        }
        return problems
    }

    private static func number(_ text: String) -> Double? {
        guard let number = Double(text.replacing(",", with: ".")), number.isFinite, abs(number) < 1e12 else { return nil }
        return number
    }

    /// The question that was typed, after `old` when it was there before.
    ///
    /// Another wording keeps the key. Another kind, another number of levels or another order of levels is another
    /// question: it gets a new key, so that answers of different meaning are never compared.
    package func question(after old: Question? = nil, as key: String = Composition.newKey("own")) -> Question {
        let kind = kind(after: old)
        let keepsKey = old.map { $0.kind.means(as: kind) } ?? false
        var question = Question(
            key: keepsKey ? old?.key ?? "" : key,
            text: old?.text.reworded(text) ?? Wording(nl: text), help: old?.help.reworded(help) ?? Wording(nl: help), kind: kind)
        guard let english else { return question }
        question.text.en = english.text
        question.help.en = english.help
        question.kind = kind.inEnglish(
            englishList.map { self.kind == .scale ? Self.level($0) : (label: $0, about: "") })
        return question
    }

    private func kind(after old: Question?) -> Question.Kind {
        switch kind {
        case .scale: .scale(levels(after: old))
        case .yesPartlyNo: .yesPartlyNo
        case .choice: .choice(options(after: old))
        case .choices: .choices(options(after: old))
        case .order: .order(options(after: old))
        case .number: .number(unit: unit(after: old), least: Self.number(least), most: Self.number(most))
        case .text: .text
        case .swot: .swot
        }
    }

    private func unit(after old: Question?) -> Wording {
        if case .number(let before, _, _) = old?.kind { before.reworded(unit) } else { Wording(nl: unit) }
    }

    private func levels(after old: Question?) -> [Question.ScaleLevel] {
        let before = if case .scale(let levels) = old?.kind { levels } else { [Question.ScaleLevel]() }
        return lineList.enumerated().map { place, line in
            let typed = Self.level(line)
            guard before.indices.contains(place) else {
                return Question.ScaleLevel(label: Wording(nl: typed.label), about: Wording(nl: typed.about))
            }
            return Question.ScaleLevel(
                label: before[place].label.reworded(typed.label), about: before[place].about.reworded(typed.about))
        }
    }

    /// A line with the same words keeps its key; so does one that was only reworded in its place.
    private func options(after old: Question?) -> [Question.Choice] {
        let before = old?.kind.options ?? []
        let lines = lineList
        return lines.enumerated().map { place, line in
            if let same = before.first(where: { $0.label.nl == line }) { return same }
            let isReworded = before.count == lines.count && !lines.contains(before[place].label.nl)
            let key = isReworded ? before[place].key : Composition.newKey("o")
            return Question.Choice(key: key, label: Wording(nl: line))
        }
    }

    /// `Soms: een paar keer per jaar` is the level Soms.
    private static func level(_ line: String) -> (label: String, about: String) {
        let parts = line.split(separator: ":", maxSplits: 1).map { Form(["x": String($0)]).tidy("x") }
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}

extension Question.Kind {
    /// The same with English words, a line for each level or option; without lines it has none.
    fileprivate func inEnglish(_ lines: [(label: String, about: String)]) -> Question.Kind {
        func words(_ place: Int) -> (label: String, about: String) { lines.indices.contains(place) ? lines[place] : ("", "") }
        func options(_ all: [Question.Choice]) -> [Question.Choice] {
            all.enumerated().map { place, one in
                Question.Choice(key: one.key, label: Wording(nl: one.label.nl, en: words(place).label))
            }
        }
        switch self {
        case .scale(let levels):
            return .scale(
                levels.enumerated().map { place, level in
                    Question.ScaleLevel(
                        label: Wording(nl: level.label.nl, en: words(place).label),
                        about: Wording(nl: level.about.nl, en: words(place).about))
                })
        case .choice(let all): return .choice(options(all))
        case .choices(let all): return .choices(options(all))
        case .order(let all): return .order(options(all))
        case .yesPartlyNo, .number, .text, .swot: return self
        }
    }

    package var options: [Question.Choice] {
        switch self {
        case .choice(let options), .choices(let options), .order(let options): options
        default: []
        }
    }
}
