extension AnswerSheet {
    /// The column's text is not a sheet; the position is the byte at which that showed.
    package struct Unreadable: Error, Equatable { package let position: Int }

    /// The key under which the themes stand that were "not for us"; no question can have it.
    private static let notForUsKey = "-"

    /// The text of the column `response.answers`: one compact JSON object in the order of the questions, then what
    /// this version does not ask, then the themes that were not for us.
    ///
    /// Scale: the level's index. Don't know: `null`. Yes/partly/no and choice: a string. Choices and order: strings.
    /// SWOT: `{"s":"","w":"","o":"","t":""}`.
    package func json(for content: Instrument) -> String {
        var writer = JSONWriter()
        writer.object { members in
            var written = 0
            for theme in content.themes {
                for question in theme.questions {
                    guard let given = answers[question.key] else { continue }
                    members.member(question.key) { $0.write(given) }
                    written += 1
                }
            }
            if written < answers.count { writeDropped(content, &members) }
            for key in kept.keys.sorted() where answers[key] == nil {
                members.member(key) { $0.raw(kept[key] ?? "null") }
            }
            Self.write(notForUs, &members)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ notForUs: Set<String>, _ members: inout JSONWriter) {
        if !notForUs.isEmpty { members.member(notForUsKey) { $0.strings(notForUs.sorted()) } }
    }

    /// The same text for somebody who sends a first answer, without a sheet in between: what was sent stands in the
    /// order of the questions already. Nil when nothing was answered.
    static func json(ofFirst sent: SentAnswers) -> String? {
        let aside = sent.themes.filter(\.isNotForUs).map(\.theme)
        let unasked = Set(aside.flatMap { $0.questions.map(\.key) })
        var writer = JSONWriter()
        var isEmpty = aside.isEmpty
        writer.object { members in
            for (key, given) in sent.answers where unasked.isEmpty || !unasked.contains(key) {
                guard let given else { continue }
                members.member(key) { $0.write(given) }
                isEmpty = false
            }
            write(Set(aside.map(\.key)), &members)
        }
        return isEmpty ? nil : String(decoding: writer.bytes, as: UTF8.self)
    }

    private func writeDropped(_ content: Instrument, _ members: inout JSONWriter) {
        let asked = Set(content.questions.map(\.key))
        for key in answers.keys.sorted() where !asked.contains(key) {
            guard let given = answers[key] else { continue }
            members.member(key) { $0.write(given) }
        }
    }

    /// Reads what ``json(for:)`` wrote, now or for another version of the round.
    package init(json bytes: UnsafeBufferPointer<UInt8>, for content: Instrument) throws(Unreadable) {
        self.init()
        var reader = JSONReader(bytes)
        var questions = QuestionsInOrder(content)
        try reader.object { (reader, key) throws(Unreadable) in
            let start = reader.position
            let value = try reader.value()
            if key == Self.notForUsKey, case .strings(let themes) = value {
                notForUs = Set(themes)
            } else if let kind = questions.kind(of: key), let given = Given(value, kind) {
                answers[key] = given
            } else {
                kept[key] = reader.text(from: start)
            }
        }
        try reader.end()
    }

    package init(json text: String, for content: Instrument) throws(Unreadable) {
        let bytes = Array(text.utf8)
        let read = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(Unreadable) in try AnswerSheet(json: buffer, for: content) }
        }
        self = try read.get()
    }
}

/// Finds questions by key; the next one asked for is nearly always the next one in the round.
private struct QuestionsInOrder {
    private let questions: [Question]
    private var next = 0

    init(_ content: Instrument) { questions = content.questions }

    mutating func kind(of key: String) -> Question.Kind? {
        for step in questions.indices {
            let index = (next + step) % questions.count
            guard questions[index].key == key else { continue }
            next = index + 1
            return questions[index].kind
        }
        return nil
    }
}

extension AnswerSheet.Given {
    /// Nil when the value is not one that this kind of question has.
    fileprivate init?(_ value: JSONReader.Value, _ kind: Question.Kind) {
        switch (value, kind) {
        case (.null, _): self = .dontKnow
        case (.number(let number), .scale(let levels)):
            guard let level = Int(exactly: number), levels.indices.contains(level) else { return nil }
            self = .level(level)
        case (.string(let word), .yesPartlyNo):
            guard YesPartlyNo(rawValue: word) != nil else { return nil }
            self = .choice(word)
        case (.string(let option), .choice): self = .choice(option)
        case (.strings(let options), .choices): self = .choices(options)
        case (.strings(let options), .order): self = .order(options)
        case (.number(let number), .number): self = .number(number)
        case (.string(let text), .text): self = .text(text)
        case (.texts(let boxes), .swot):
            self = .swot(
                strengths: boxes["s"] ?? "", weaknesses: boxes["w"] ?? "", opportunities: boxes["o"] ?? "",
                threats: boxes["t"] ?? "")
        default: return nil
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ given: AnswerSheet.Given) {
        switch given {
        case .dontKnow: raw("null")
        case .level(let level): raw(String(level))
        case .choice(let word), .text(let word): string(word)
        case .choices(let options), .order(let options): strings(options)
        case .number(let number): self.number(number)
        case .swot(let strengths, let weaknesses, let opportunities, let threats):
            object { boxes in
                boxes.member("s") { $0.string(strengths) }
                boxes.member("w") { $0.string(weaknesses) }
                boxes.member("o") { $0.string(opportunities) }
                boxes.member("t") { $0.string(threats) }
            }
        }
    }
}

/// The three answers to a question for yes, partly or no, in the order of the screen.
enum YesPartlyNo: String, CaseIterable {
    case yes, partly, no
}
