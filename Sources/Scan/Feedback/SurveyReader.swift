internal import Database
internal import Insight
internal import Membership
internal import Site

/// Turns the answers of a round into the survey that figures are made from, in one pass over its rows.
struct SurveyReader {
    let round: Round
    /// The round's own number, from which the chance in confidential figures follows.
    let secret: Insight.Secret

    /// `key` is the round's own, see ``RoundChance``.
    init(_ round: Round, key: [UInt8]) {
        self.round = round
        let digest = Site.Secret.derived(from: key, "figures", round.id.text).digest(for: "figures")
        secret = Insight.Secret(
            high: UInt64(digest.prefix(16), radix: 16) ?? 0, low: UInt64(digest.dropFirst(16).prefix(16), radix: 16) ?? 0)
    }

    /// What was asked, and every answer but what people wrote.
    func figures(_ reading: Reading) throws -> (asked: AskedQuestions, survey: Survey) {
        let asked = try asked(reading)
        let read = try read(asked.questions.filter { !$0.kind.isWritten }, withTexts: false, asked, reading)
        let used = Set(try FeedbackStore.versions(answeredIn: round.id, reading))
        let shown = asked.keeping { key in
            used.contains { asked.isAsked(key, in: $0) } || read.columns.answers(to: key) >= fewestToTell
        }
        return (shown, try survey(read, shown))
    }

    /// Only what people wrote, in one theme or in all.
    func texts(of theme: String?, _ asked: AskedQuestions, _ reading: Reading) throws -> Survey {
        let questions = theme.map { asked.theme($0)?.questions ?? [] } ?? asked.questions
        return try survey(read(questions.filter(\.kind.isWritten), withTexts: true, asked, reading), asked)
    }

    /// Every version of the questions: somebody may have kept an answer to what a later version does not ask.
    private func asked(_ reading: Reading) throws -> AskedQuestions {
        let versions = try RoundStore.contents(of: round.id, reading)
        return AskedQuestions(versions)
    }

    /// That a dropped question has answers is told only when so many have.
    private var fewestToTell: Int {
        if case .confidential(let threshold) = round.confidentiality { threshold.people } else { 1 }
    }

    private func read(
        _ questions: [Question], withTexts: Bool, _ asked: AskedQuestions, _ reading: Reading
    ) throws -> (columns: SurveyColumns, margins: [Margin], count: Int) {
        let count = try FeedbackStore.count(of: round.id, reading)
        var reader = SheetReader(columns: SurveyColumns(questions, respondents: count, withTexts: withTexts))
        var margins = MarginsBuilder(respondents: count, withPartners: round.privacy == .open)
        var plans: [Int: SheetPlan] = [:]
        var person = 0
        try FeedbackStore.eachSheet(of: round.id, reading) { row in
            guard person < count else { return }
            let version: Int = try row.get("version")
            let plan = plans[version] ?? SheetPlan(asked.version(version), and: asked, into: reader.columns)
            plans[version] = plan
            try margins.add(row, of: person)
            try row.withBytes("answers") { reader.read($0, of: person, plan) }
            person += 1
        }
        return (reader.columns, margins.all, count)
    }

    private func survey(
        _ read: (columns: SurveyColumns, margins: [Margin], count: Int), _ asked: AskedQuestions
    ) throws -> Survey {
        let keys = Set(asked.questions.map(\.key))
        return try Survey(
            respondents: read.count, secret: secret, margins: read.margins,
            questions: read.columns.closed.filter { keys.contains($0.key) },
            orders: read.columns.ordered.filter { keys.contains($0.key) },
            numbers: read.columns.counted.filter { keys.contains($0.key) }, texts: read.columns.written,
            themes: asked.themes.map { Insight.Theme(key: $0.key, questions: AskedQuestions.measuring($0).map(\.key)) })
    }
}

extension Question.Kind {
    var isWritten: Bool { self == .text || self == .swot }
}

extension Round {
    /// Under which promise figures are made for readers inside the region.
    var confidentiality: Confidentiality {
        switch privacy {
        case .open: .open
        case .confidential(let threshold): .confidential(Threshold(.insideRegion, raisedTo: threshold))
        }
    }
}

/// Who answered, by sector, by level and (in an open round) by organisation.
private struct MarginsBuilder {
    private var sectors: [UInt16]
    private var levels: [UInt16]
    private var partners: [UInt16]
    private var partnerKeys: [String] = []
    private var partnerPlaces: [String: UInt16] = [:]
    private let withPartners: Bool

    init(respondents: Int, withPartners: Bool) {
        sectors = Array(repeating: Margin.unknown, count: respondents)
        levels = sectors
        partners = sectors
        self.withPartners = withPartners
    }

    mutating func add(_ row: Row, of person: Int) throws {
        if let sector = try row.optional("sector", as: String.self) {
            sectors[person] = Sector.allCases.firstIndex { $0.rawValue == sector }.map(UInt16.init) ?? Margin.unknown
        }
        if let level = try row.optional("level", as: String.self) {
            levels[person] = Level.allCases.firstIndex { $0.rawValue == level }.map(UInt16.init) ?? Margin.unknown
        }
        guard withPartners, let partner = try row.optional("partner", as: String.self) else { return }
        if let place = partnerPlaces[partner] {
            partners[person] = place
        } else if partnerKeys.count < Int(Margin.unknown) {
            partners[person] = UInt16(partnerKeys.count)
            partnerPlaces[partner] = UInt16(partnerKeys.count)
            partnerKeys.append(partner)
        }
    }

    var all: [Margin] {
        let known = [
            Margin(key: View.sector.rawValue, groups: Sector.allCases.map(\.rawValue), of: sectors),
            Margin(key: View.level.rawValue, groups: Level.allCases.map(\.rawValue), of: levels),
        ]
        guard withPartners, !partnerKeys.isEmpty else { return known }
        return known + [Margin(key: View.organisation.rawValue, groups: partnerKeys, of: partners)]
    }
}

/// The ways to look at a round's answers: the margins of its survey, by their keys.
enum View: String, CaseIterable, Sendable {
    case sector, level, organisation
}
