package import Database
package import Membership
internal import Site

package enum CoverageStore {
    /// How many people answered by sector, by whatever way they came.
    static func answers(of round: Round.ID, _ reading: Reading) throws -> [Sector?: Int] {
        let rows = try reading.all(
            "SELECT sector, COUNT(*) AS n FROM response WHERE round = $1 AND answers <> '{}' GROUP BY sector", round
        ) { (sector: try $0.optional("sector", as: Sector.self), count: try $0.get("n", as: Int.self)) }
        return Dictionary(rows.map { ($0.sector, $0.count) }) { $0 + $1 }
    }

    /// Invited and answered by sector: what a region's home needs, in one quick question.
    package static func sectors(of round: Round.ID, _ reading: Reading) throws -> [SectorCount] {
        try reading.all(
            "SELECT sector, COUNT(*) AS n, SUM(has_answered) AS done FROM invitation WHERE round = $1 GROUP BY sector", round
        ) { SectorCount(sector: try $0.optional("sector"), invited: try $0.get("n"), answered: try $0.get("done")) }
    }

    /// The answers that came by the open link, by sector: all answers without those of invited people.
    package static func byOpenLink(
        _ round: Round, _ invitations: [Invitation], _ reading: Reading
    ) throws -> [OpenLinkCount] {
        var counts = try answers(of: round.id, reading)
        for invitation in invitations where invitation.hasAnswered { counts[invitation.answerOrigin.sector, default: 0] -= 1 }
        let sectors: [Sector?] = Sector.allCases + [nil]
        return sectors.compactMap { sector in
            guard let count = counts[sector], count > 0 else { return nil }
            return OpenLinkCount(sector: sector, count: count, threshold: round.privacy.threshold)
        }
    }
}

/// Invited and answered of one sector; never shown as it is, see ``RoundCoverage``.
package struct SectorCount: Sendable {
    let sector: Sector?
    let invited: Int
    let answered: Int
}

/// How many people of a sector came by the open link, as exactly as may be said.
package struct OpenLinkCount: Sendable, Equatable {
    package let sector: Sector?
    package let figure: Figure

    package enum Figure: Sendable, Equatable {
        case exactly(Int)
        /// To the nearest five, in a confidential round: exact counts would tell, with others, who answered.
        case about(Int)
        case fewerThan(Int)
    }

    init(sector: Sector?, count: Int, threshold: Int?) {
        self.sector = sector
        if let threshold {
            figure = count < threshold ? .fewerThan(threshold) : .about((count + 2) / 5 * 5)
        } else {
            figure = .exactly(count)
        }
    }
}
