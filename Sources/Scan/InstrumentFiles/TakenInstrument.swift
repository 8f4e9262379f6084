internal import Site

/// A list of questions read from somebody's file, and what of the file could not come along.
package struct TakenInstrument: Sendable, Equatable {
    package let instrument: Instrument
    package let losses: [Loss]

    /// One thing that stays behind.
    package struct Loss: Sendable, Equatable {
        /// The row or line of the file; 0 where it is about the whole.
        package let line: Int
        /// The name that the file gives it.
        package let name: String
        package let reason: LossReason

        package init(line: Int, name: String, reason: LossReason) {
            (self.line, self.name, self.reason) = (line, name, reason)
        }
    }

    /// Why nothing of a file was taken.
    package struct Refusal: Error, Sendable, Equatable {
        package let reason: RefusalReason
        /// What stood where, for our own format.
        package let faults: [InstrumentFault.Line]

        package init(_ reason: RefusalReason, faults: [InstrumentFault.Line] = []) {
            (self.reason, self.faults) = (reason, faults)
        }
    }
}

/// Builds an instrument from the questions of another product, and remembers what stays behind.
struct InstrumentBuilder {
    private(set) var losses: [TakenInstrument.Loss] = []
    private var themes: [Theme] = []
    private var keys: Set<String> = []

    mutating func lose(_ line: Int, _ name: String, _ reason: LossReason) {
        let loss = TakenInstrument.Loss(line: line, name: name, reason: reason)
        if !losses.contains(loss) { losses.append(loss) }
    }

    /// Questions that follow stand in this theme.
    mutating func open(_ theme: Theme) {
        var theme = theme
        theme.key = unique(theme.key.isEmpty ? "theme" : theme.key)
        themes.append(theme)
    }

    /// Adds a question as far as it fits; else it is lost, with the reason.
    mutating func add(_ question: Question, line: Int, name: String) {
        if let reason = Self.misfit(question) { return lose(line, name, reason) }
        if themes.isEmpty { open(Theme(key: "questions", title: .empty, questions: [])) }
        var question = question
        question.key = unique(question.key)
        themes[themes.count - 1].questions.append(question)
    }

    private static func misfit(_ question: Question) -> LossReason? {
        if question.text.isEmpty { return .noText }
        if question.text.nl.utf16.count > 1_000 { return .tooLong }
        switch question.kind {
        case .scale(let levels) where !(3...6).contains(levels.count):
            return .levels(levels.count)
        case .choice(let options), .choices(let options), .order(let options):
            if options.contains(where: { $0.label.isEmpty }) { return .emptyChoice }
            return (2...12).contains(options.count)
                ? nil : .choices(options.count)
        default: return nil
        }
    }

    /// A key that no other has, as near to the file's own name as may be: it stays with the question for ever.
    private mutating func unique(_ wanted: String) -> String {
        let base = Self.key(wanted)
        var (key, number) = (base, 1)
        while !keys.insert(key).inserted {
            number += 1
            key = "\(base.prefix(56))-\(number)"
        }
        return key
    }

    /// Small letters, digits and hyphens.
    static func key(_ name: String) -> String {
        let parts = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let key = String(parts.joined(separator: "-").prefix(60))
        return key.isEmpty ? "q" : key
    }

    func finish(key: String, version: Int, title: Wording, about: Wording, minutes: Int?) throws(TakenInstrument
        .Refusal)
        -> TakenInstrument
    {
        let filled = themes.filter { !$0.questions.isEmpty }.map { theme in
            var named = theme
            if named.title.isEmpty { named.title = title }
            return named
        }
        let count = filled.reduce(0) { $0 + $1.questions.count }
        guard count > 0 else { throw .init(.noQuestion) }
        let instrument = Instrument(
            key: Self.key(key), version: max(version, 1), title: title, about: about,
            minutes: minutes ?? max(1, (count + 2) / 3), themes: filled)
        return TakenInstrument(instrument: instrument, losses: losses)
    }
}
