package import Database
package import Insight
internal import Membership
internal import Site

/// Turns the answers of a round into the survey that figures are made from, in one pass over its rows.
package struct SurveyReader {
    /// Which answers are read.
    package enum Wanted: Sendable {
        /// Everything but what people wrote.
        case figures
        /// Only what people wrote, in one theme or in all.
        case texts(theme: String?)
    }

    let round: Round
    /// The round's own number, from which the chance in confidential figures follows.
    let secret: Insight.Secret

    /// `key` is the house's key, which is kept outside the database.
    package init(_ round: Round, key: [UInt8]) {
        self.round = round
        let digest = Site.Secret.derived(from: key, "figures", round.id.text).digest(for: "figures")
        secret = Insight.Secret(
            high: UInt64(digest.prefix(16), radix: 16) ?? 0, low: UInt64(digest.dropFirst(16).prefix(16), radix: 16) ?? 0)
    }

    /// The questions that were asked: the newest version and every other under which somebody answered.
    func asked(_ reading: Reading) throws -> AskedQuestions {
        let used = try FeedbackStore.versions(answeredIn: round.id, reading)
        let earlier = used.filter { $0 != round.version }.sorted(by: >)
        return AskedQuestions(
            newest: try RoundStore.content(of: round.id, version: round.version, reading),
            earlier: try earlier.map { try RoundStore.content(of: round.id, version: $0, reading) })
    }

    package func survey(_ wanted: Wanted, _ reading: Reading) throws -> Survey {
        try survey(wanted, asked(reading), reading)
    }

    func survey(_ wanted: Wanted, _ asked: AskedQuestions, _ reading: Reading) throws -> Survey {
        let count = try FeedbackStore.count(of: round.id, reading)
        var reader = SheetReader(
            columns: SurveyColumns(questions(wanted, asked), respondents: count, withTexts: wanted.isTexts))
        var margins = MarginsBuilder(respondents: count, withPartners: round.privacy == .open)
        var plans: [Int: SheetPlan] = [:]
        var person = 0
        try FeedbackStore.eachSheet(of: round.id, reading) { row in
            guard person < count else { return }
            let version: Int = try row.get("version")
            let plan = try plans[version] ?? SheetPlan(
                RoundStore.content(of: round.id, version: version, reading), into: reader.columns)
            plans[version] = plan
            try margins.add(row, of: person)
            try row.withBytes("answers") { reader.read($0, of: person, plan) }
            person += 1
        }
        return try Survey(
            respondents: count, secret: secret, margins: margins.all, questions: reader.columns.closed,
            orders: reader.columns.ordered, numbers: reader.columns.counted, texts: reader.columns.written,
            themes: asked.themes.map { Insight.Theme(key: $0.key, questions: AskedQuestions.measuring($0).map(\.key)) })
    }

    private func questions(_ wanted: Wanted, _ asked: AskedQuestions) -> [Question] {
        switch wanted {
        case .figures: asked.questions.filter { !$0.kind.isWritten }
        case .texts(let theme): (theme.map { asked.theme($0)?.questions ?? [] } ?? asked.questions).filter(\.kind.isWritten)
        }
    }
}

extension SurveyReader.Wanted {
    fileprivate var isTexts: Bool { if case .texts = self { true } else { false } }
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
package enum View: String, CaseIterable, Sendable {
    case sector, level, organisation
}
