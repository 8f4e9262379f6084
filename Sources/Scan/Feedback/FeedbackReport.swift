internal import Database
internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The result of a closed round: what was asked, and the one published value that every page, picture, table and
/// file about it reads (P1).
struct FeedbackReport: Sendable {
    let round: Round
    let asked: AskedQuestions
    let figures: Published
    let coverage: Coverage
    /// The names of organisations by key, for an open round.
    let partners: [String: String]

    /// How the figures are protected: the fewest people that are shown; nil in an open round.
    var threshold: Int? {
        if case .confidential(let threshold) = figures.confidentiality { threshold.people } else { nil }
    }
}

/// A report beside the earlier rounds of the region that asked some of the same questions, the newest first.
struct ComparedReport: Sendable {
    let now: FeedbackReport
    let earlier: [FeedbackReport]

    var last: FeedbackReport? { earlier.first }

    /// The scale questions of now beside those of the last round before it.
    var changes: [ThenAndNow] { last.map { now.figures.compared(with: $0.figures) } ?? [] }
}

/// Makes reports, and keeps those of closed rounds: their answers cannot change any more.
enum FeedbackDesk {
    /// How many earlier rounds are laid beside a report.
    static let mostEarlier = 4

    /// The report of a round that is closed. Throws `Missing` before that.
    static func report(_ round: Round, _ house: House) async throws -> FeedbackReport {
        guard round.state.isClosed else { throw Site.Missing() }
        let key = ReportCache.Key(house: house.key, round: round.id, edition: round.edition)
        if let kept = ReportCache.shared.report(key) { return kept }
        let made = try await house.database.readAtLength { reading in try make(round, house.key, reading) }
        ReportCache.shared.keep(made, as: key)
        return made
    }

    static func compared(_ round: Round, _ house: House) async throws -> ComparedReport {
        let now = try await report(round, house)
        let keys = Set(now.figures.questions.map(\.key))
        let rounds = try await house.database.read { try RoundStore.all(in: round.region, $0) }
        var earlier: [FeedbackReport] = []
        for other in rounds where other.isBefore(round) && earlier.count < mostEarlier {
            let then = try await report(other, house)
            if then.figures.questions.contains(where: { keys.contains($0.key) }) { earlier.append(then) }
        }
        return ComparedReport(now: now, earlier: earlier)
    }

    /// What people wrote, in one theme or in all; made anew each time, because it is large and seldom asked for.
    /// Nil where nothing was asked that is answered in writing.
    static func texts(_ report: FeedbackReport, theme: String?, _ house: House) async throws -> Published? {
        let questions = theme.map { report.asked.theme($0)?.questions ?? [] } ?? report.asked.questions
        guard questions.contains(where: \.kind.isWritten) else { return nil }
        return try await house.database.readAtLength { reading in
            let reader = SurveyReader(
                report.round, key: try RoundChance.key(of: report.round.id, or: house.key, reading))
            return Published(
                try reader.texts(of: theme, report.asked, reading), under: report.round.confidentiality)
        }
    }

    private static func make(_ round: Round, _ key: [UInt8], _ reading: Reading) throws -> FeedbackReport {
        let reader = SurveyReader(round, key: try RoundChance.key(of: round.id, or: key, reading))
        let (asked, survey) = try reader.figures(reading)
        return FeedbackReport(
            round: round, asked: asked,
            figures: Published(survey, under: round.confidentiality),
            coverage: try FrozenCoverage.read(round, key: key, reading).report,
            partners: round.privacy == .open ? try FeedbackStore.partnerNames(in: round.region, reading) : [:])
    }
}

extension Round {
    /// Whether it closed before `other`, in the same region.
    fileprivate func isBefore(_ other: Round) -> Bool {
        id != other.id && state.isClosed && (closes, id.text) < (other.closes, other.id.text)
    }
}

extension Round.State {
    /// No answer can change any more.
    var isClosed: Bool {
        switch self {
        case .composed, .open: false
        case .closed, .returned, .concluded: true
        }
    }

    /// The result went back to those who answered.
    var isReturned: Bool {
        switch self {
        case .composed, .open, .closed: false
        case .returned, .concluded: true
        }
    }
}
