internal import Database
internal import Foundation
internal import Insight
internal import Membership
internal import Site

/// Who answered, as it was said when the round closed.
///
/// Who answered follows from the house's key, which is kept outside the database: on a machine without it nobody seems to
/// have answered. So the figures are kept with the round, as they were published: already protected, of groups and never
/// of a person, so that nothing in them joins anybody to an answer (P1, P2).
struct FrozenCoverage: Sendable, Equatable, Codable {
    /// What the coverage page and its file say.
    let page: RoundCoverage
    /// What the report says.
    let report: Insight.Coverage
    let byOpenLink: [OpenLinkCount]

    /// The figures as they are now, from the answers and the key.
    static func now(_ round: Round, key: [UInt8], _ reading: Reading) throws -> (FrozenCoverage, waiting: [Invitation]) {
        let who = try WhoAnswered(round, key: key, reading)
        let coverage = FrozenCoverage(
            page: who.coverage, report: try report(who),
            byOpenLink: try CoverageStore.byOpenLink(round, who.invitations.filter { who.answered.contains($0.id) }, reading))
        return (coverage, who.waiting)
    }

    /// As the round closed, and else as it is now.
    static func read(_ round: Round, key: [UInt8], _ reading: Reading) throws -> FrozenCoverage {
        try kept(of: round.id, reading) ?? now(round, key: key, reading).0
    }

    private static func report(_ who: WhoAnswered) throws -> Insight.Coverage {
        let sectors = who.invitations.map { invitation in
            invitation.origin.sector.flatMap(Sector.allCases.firstIndex(of:)).map(UInt16.init) ?? Margin.unknown
        }
        let margin = Margin(key: View.sector.rawValue, groups: Sector.allCases.map(\.rawValue), of: sectors)
        return try Insight.Coverage(
            Invitations(margins: [margin], answered: who.invitations.map { who.answered.contains($0.id) }),
            secret: SurveyReader(who.round, key: who.chance).secret, under: who.round.confidentiality)
    }
}

extension FrozenCoverage {
    /// Keeps the figures with a round that closes.
    static func keep(of round: Round, key: [UInt8], _ writing: Writing) throws {
        let (coverage, _) = try now(round, key: key, writing.reading)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(coverage), as: UTF8.self)
        try writing.run("UPDATE round SET coverage = $2 WHERE id = $1", round.id, text)
    }

    static func kept(of round: Round.ID, _ reading: Reading) throws -> FrozenCoverage? {
        let text = try reading.first("SELECT coverage FROM round WHERE id = $1", round) { row in
            try row.optional("coverage", as: String.self)
        }
        return try text.flatMap(\.self).map { try JSONDecoder().decode(FrozenCoverage.self, from: Data($0.utf8)) }
    }
}
