/// How the answers given under one version of the questions go into the columns of a survey.
struct SheetPlan: Sendable {
    /// Where the answer to one question goes, and what may be in it.
    struct Slot: Sendable {
        let key: [UInt8]
        let place: Int
        let content: Content
    }

    enum Content: Sendable {
        /// Codes in column `place`; `levels` that this version offered.
        case scale(levels: Int)
        /// Codes; the option keys in the order of the survey's column.
        case nominal([[UInt8]])
        /// Masks.
        case multiple([[UInt8]])
        case order([[UInt8]])
        case number
        case text
        /// Four texts: strengths, weaknesses, opportunities, threats.
        case swot
        /// Answered, but not comparable with what the newest version asks, or not wanted now.
        case passed
    }

    let slots: [Slot]
    /// Per theme key the slots in it, for themes that were not for somebody.
    let themes: [(key: [UInt8], slots: [Int])]

    /// The questions of the version in their order, then what other versions asked: a sheet keeps what was answered
    /// before a question was dropped.
    init(_ version: Instrument?, and asked: AskedQuestions, into columns: SurveyColumns) {
        var slots: [Slot] = []
        themes = (version?.themes ?? []).map { theme in
            let first = slots.count
            slots += theme.questions.map { columns.slot(for: $0) }
            return (Array(theme.key.utf8), Array(first..<slots.count))
        }
        let known = Set(version?.questions.map(\.key) ?? [])
        slots += asked.questions.filter { !known.contains($0.key) }.map { columns.slot(for: $0) }
        self.slots = slots
    }

    /// The slot of a key: the one that is expected next in nearly every sheet, so that keys are compared, not looked up.
    func slot(_ key: AnswerScanner.Piece, in scanner: AnswerScanner, expecting expected: Int) -> Int? {
        var place = expected
        for _ in slots.indices {
            if place >= slots.count { place = 0 }
            if scanner.says(key, slots[place].key) { return place }
            place += 1
        }
        return nil
    }
}
