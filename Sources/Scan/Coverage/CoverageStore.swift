package import Database
internal import Markup
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

    /// Invited and answered by sector: what a region's home needs.
    package static func sectors(of round: Round.ID, key: [UInt8], _ reading: Reading) throws -> [SectorCount] {
        let invited = try InvitationStore.sectors(of: round, reading)
        let answered = try Answered.among(invited.map(\.invitation), in: round, key: key, reading)
        return Dictionary(grouping: invited, by: \.sector).map { sector, asked in
            SectorCount(
                sector: sector, invited: asked.count, answered: asked.count { answered.contains($0.invitation) })
        }
    }

    /// The answers that came by the open link, by sector: all answers without those of the invited who answered.
    package static func byOpenLink(
        _ round: Round, _ answered: [Invitation], _ reading: Reading
    ) throws -> [OpenLinkCount] {
        var counts = try answers(of: round.id, reading)
        for invitation in answered { counts[invitation.answerOrigin.sector, default: 0] -= 1 }
        let sectors: [Sector?] = Sector.allCases + [nil]
        let counted: [(sector: Sector?, count: Int)] = sectors.compactMap { sector in
            guard let count = counts[sector], count > 0 else { return nil }
            return (sector, count)
        }
        return OpenLinkCount.all(counted, threshold: round.privacy.threshold)
    }
}

/// Invited and answered of one sector; never shown as it is, see ``RoundCoverage``.
package struct SectorCount: Sendable {
    let sector: Sector?
    let invited: Int
    let answered: Int
}

/// How many people of a sector came by the open link, as exactly as may be said.
package struct OpenLinkCount: Sendable, Equatable, Codable {
    package let sector: Sector?
    /// Several sectors too small to be shown alone, counted as one.
    package var isTogether = false
    package let figure: Figure

    package enum Figure: Sendable, Equatable, Codable {
        case exactly(Int)
        /// To the nearest five, in a confidential round: exact counts would tell, with others, who answered.
        case about(Int)
        case fewerThan(Int)

        init(_ count: Int, threshold: Int?) {
            self =
                if let threshold { count < threshold ? .fewerThan(threshold) : .about((count + 2) / 5 * 5) }
                else { .exactly(count) }
        }
    }

    /// Each sector that may be shown, and those that are too small together: several lines of "fewer than" tell nothing.
    static func all(_ counted: [(sector: Sector?, count: Int)], threshold: Int?) -> [OpenLinkCount] {
        let small = counted.filter { $0.count < threshold ?? 0 }
        let isMerged = small.count > 1
        let alone = counted.filter { !isMerged || $0.count >= threshold ?? 0 }
            .map { OpenLinkCount(sector: $0.sector, count: $0.count, threshold: threshold) }
        guard isMerged else { return alone }
        var together = OpenLinkCount(sector: nil, count: small.reduce(0) { $0 + $1.count }, threshold: threshold)
        together.isTogether = true
        return alone + [together]
    }

    /// What it counts, in words; alone on the page it counts all.
    func name(isAlone: Bool) -> Phrase {
        if isTogether { return isAlone ? "alle sectoren samen" : "andere sectoren samen" }
        return sector?.label ?? "sector onbekend"
    }

    init(sector: Sector?, count: Int, threshold: Int?) {
        self.sector = sector
        figure = Figure(count, threshold: threshold)
    }
}
