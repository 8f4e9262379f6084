internal import Insight

/// The columns of a survey while it is being read: one place per respondent, filled with "no answer" beforehand.
struct SurveyColumns {
    let questions: [Question]
    /// Per question key its place among the columns of its kind.
    private let places: [String: Int]
    private(set) var codes: [[UInt8]] = []
    private(set) var masks: [[UInt64]] = []
    private(set) var orders: [[[UInt8]]] = []
    private(set) var numbers: [[Double?]] = []
    private(set) var texts: [[String?]] = []
    private let withTexts: Bool

    /// - Parameter withTexts: whether open answers are kept; figures do not need them.
    init(_ questions: [Question], respondents: Int, withTexts: Bool) {
        self.questions = questions.filter(\.isCountable)
        self.withTexts = withTexts
        var places: [String: Int] = [:]
        for question in self.questions {
            switch question.kind {
            case .scale, .yesPartlyNo, .choice:
                places[question.key] = codes.count
                codes.append(Array(repeating: Insight.Missing.noAnswer.code, count: respondents))
            case .choices:
                places[question.key] = masks.count
                masks.append(Array(repeating: Insight.Missing.noAnswer.mask, count: respondents))
            case .order(let choices):
                places[question.key] = orders.count
                let unplaced = [UInt8](repeating: Ordering.unplaced, count: respondents)
                orders.append(Array(repeating: unplaced, count: choices.count))
            case .number:
                places[question.key] = numbers.count
                numbers.append(Array(repeating: nil, count: respondents))
            case .text, .swot:
                guard withTexts else { continue }
                places[question.key] = texts.count
                let count = question.kind == .swot ? 4 : 1
                texts += Array(repeating: Array(repeating: nil, count: respondents), count: count)
            }
        }
        self.places = places
    }

    /// Where an answer to `asked`, as one version asked it, goes.
    func slot(for asked: Question) -> SheetPlan.Slot {
        let key = Array(asked.key.utf8)
        guard let now = questions.first(where: { $0.key == asked.key }), let place = places[asked.key] else {
            return .init(key: key, place: 0, content: .passed)
        }
        return .init(key: key, place: place, content: content(now.kind, asked.kind))
    }

    /// A scale with another number of levels cannot be read on the newest one: such answers are passed.
    private func content(_ now: Question.Kind, _ asked: Question.Kind) -> SheetPlan.Content {
        switch (now, asked) {
        case (.scale(let levels), .scale(let then)): levels.count == then.count ? .scale(levels: levels.count) : .passed
        case (.yesPartlyNo, .yesPartlyNo), (.choice, .choice): .nominal(now.optionKeys.map { Array($0.utf8) })
        case (.choices, .choices): .multiple(now.optionKeys.map { Array($0.utf8) })
        case (.order, .order): .order(now.optionKeys.map { Array($0.utf8) })
        case (.number, .number): .number
        case (.text, .text): .text
        case (.swot, .swot): .swot
        default: .passed
        }
    }

    mutating func set(code: UInt8, in column: Int, of person: Int) { codes[column][person] = code }
    mutating func set(mask: UInt64, in column: Int, of person: Int) { masks[column][person] = mask }
    mutating func set(position: UInt8, of item: Int, in column: Int, of person: Int) {
        orders[column][item][person] = position
    }
    mutating func set(number: Double, in column: Int, of person: Int) { numbers[column][person] = number }
    mutating func set(text: String, in column: Int, of person: Int) { texts[column][person] = text }

    /// The reason why somebody is not among the options of a closed question; other kinds simply stay empty.
    mutating func set(_ reason: Insight.Missing, _ slot: SheetPlan.Slot, of person: Int) {
        switch slot.content {
        case .scale, .nominal: codes[slot.place][person] = reason.code
        case .multiple: masks[slot.place][person] = reason.mask
        case .order, .number, .text, .swot, .passed: break
        }
    }

    func hasAnswer(_ slot: SheetPlan.Slot, of person: Int) -> Bool {
        switch slot.content {
        case .scale, .nominal: codes[slot.place][person] != Insight.Missing.noAnswer.code
        case .multiple: masks[slot.place][person] != Insight.Missing.noAnswer.mask
        case .order, .number, .text, .swot, .passed: false
        }
    }
}

extension SurveyColumns {
    /// How many answered a closed question, or gave a number or a place.
    func answers(to key: String) -> Int {
        guard let question = questions.first(where: { $0.key == key }), let place = places[key] else { return 0 }
        return switch question.kind {
        case .scale, .yesPartlyNo, .choice: codes[place].count { $0 < Insight.Missing.dontKnow.code }
        case .choices: masks[place].count { $0 < Insight.Missing.dontKnow.mask }
        case .order: orders[place].first?.indices.count { person in orders[place].contains { $0[person] != Ordering.unplaced } } ?? 0
        case .number: numbers[place].count { $0 != nil }
        case .text, .swot: 0
        }
    }

    /// The keys under which the four boxes of a SWOT stand among the texts.
    static func boxes(of question: String) -> [String] {
        ["strengths", "weaknesses", "opportunities", "threats"].map { "\(question)/\($0)" }
    }

    var closed: [Column] {
        questions.compactMap { question in
            guard let place = places[question.key] else { return nil }
            let wording = question.comparedWords
            switch question.kind {
            case .scale(let levels):
                return .scale(question.key, levels: levels.count, wording: wording, codes: codes[place])
            case .yesPartlyNo:
                return .scale(question.key, levels: 3, wording: wording, codes: codes[place])
            case .choice(let choices):
                return .nominal(question.key, options: choices.count, wording: wording, codes: codes[place])
            case .choices(let choices):
                return .multiple(question.key, options: choices.count, wording: wording, masks: masks[place])
            case .order, .number, .text, .swot: return nil
            }
        }
    }

    var ordered: [Ordering] {
        questions.compactMap { question in
            guard case .order = question.kind, let place = places[question.key] else { return nil }
            return Ordering(key: question.key, wording: question.comparedWords, positions: orders[place])
        }
    }

    var counted: [Numbers] {
        questions.compactMap { question in
            guard case .number = question.kind, let place = places[question.key] else { return nil }
            return Numbers(key: question.key, values: numbers[place])
        }
    }

    var written: [Texts] {
        questions.flatMap { question -> [Texts] in
            guard let place = places[question.key] else { return [] }
            switch question.kind {
            case .text: return [Texts(key: question.key, values: texts[place])]
            case .swot:
                return Self.boxes(of: question.key).enumerated().map { Texts(key: $1, values: texts[place + $0]) }
            default: return []
            }
        }
    }
}

extension Question {
    /// Whether figures can be made of it; a list longer than these is not asked by any scan.
    var isCountable: Bool {
        switch kind {
        case .scale(let levels): (2...40).contains(levels.count)
        case .choice(let choices): (1...200).contains(choices.count)
        case .choices(let choices), .order(let choices): (1...60).contains(choices.count)
        case .yesPartlyNo, .number, .text, .swot: true
        }
    }

    /// The words that a then-and-now compares: the question and its answers, not their explanation.
    var comparedWords: String {
        switch kind {
        case .scale(let levels): ([text.nl] + levels.map(\.label.nl)).joined(separator: "\n")
        case .choice(let choices), .choices(let choices), .order(let choices):
            ([text.nl] + choices.map(\.label.nl)).joined(separator: "\n")
        case .yesPartlyNo, .number, .text, .swot: text.nl
        }
    }
}
