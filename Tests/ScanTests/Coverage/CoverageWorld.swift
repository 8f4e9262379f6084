import Database
import Markup
import Membership
import Site
import Testing

@testable import Scan

/// A round and the people it asked, as groups of so many invited and so many answered.
struct CoverageWorld {
    struct Group {
        let sector: Sector?
        let level: Level?
        /// The organisation's key, which sets its place on the page.
        let partner: String?
        let invited: Int
        let answered: Int

        init(_ sector: Sector?, _ level: Level?, _ partner: String?, _ answered: Int, of invited: Int) {
            (self.sector, self.level, self.partner) = (sector, level, partner)
            (self.invited, self.answered) = (invited, answered)
        }
    }

    let round: Round
    let invitations: [Invitation]
    let answered: Set<Invitation.ID>

    static let key = [UInt8](repeating: 7, count: 32)
    static let names = ["a": "Rijnschool", "b": "=Blom Techniek", "c": "Gemeente Alphen"]

    /// - Parameter lastFirst: whether the last people of a group answered, and not the first.
    init(_ privacy: Round.Privacy, lastFirst: Bool = false, isOpen: Bool = true, _ groups: [Group]) throws {
        let id: Round.ID = try #require(Round.ID("round"))
        round = Round(
            id: id, region: try #require(Region.ID("rijnstreek")), title: "Zelfscan", instrument: "self-scan", purpose: .learn,
            privacy: privacy, closes: try #require(Day("2026-12-12")),
            state: isOpen ? .open(since: Moment(milliseconds: 0)) : .closed(at: Moment(milliseconds: 0)))
        var invitations: [Invitation] = []
        var answered: Set<Invitation.ID> = []
        for (place, group) in groups.enumerated() {
            for number in 0..<group.invited {
                let one = try Self.invitation(place, number, group, in: id)
                invitations.append(one)
                if lastFirst ? number >= group.invited - group.answered : number < group.answered { answered.insert(one.id) }
            }
        }
        self.invitations = invitations
        self.answered = answered
    }

    private static func invitation(_ place: Int, _ number: Int, _ group: Group, in round: Round.ID) throws -> Invitation {
        let partner = group.partner.flatMap { Partner.ID($0) }
        return Invitation(
            id: try #require(Invitation.ID("i\(place)-\(number)")), round: round, person: nil, name: "Mens \(place)-\(number).",
            email: "", origin: Response.Origin(sector: group.sector, level: group.level, partner: partner))
    }

    var coverage: RoundCoverage { RoundCoverage(round, invitations, answered: answered, key: Self.key) }

    /// What the page is made from, as the route makes it.
    var shown: CoverageShown { shown(coverage, waiting: round.privacy == .open ? waiting : []) }

    var waiting: [Invitation] { invitations.filter { !answered.contains($0.id) } }

    func shown(_ coverage: RoundCoverage, waiting: [Invitation] = [], byOpenLink: [OpenLinkCount] = []) -> CoverageShown {
        CoverageShown(
            region: Region(
                id: round.region, programme: Programme.ID.new(at: Moment(milliseconds: 0)), name: "Rijnstreek", part: "",
                since: Day(number: 20_000)),
            round: round, coverage: coverage, byOpenLink: byOpenLink,
            names: Dictionary(Self.names.compactMap { key, name in Partner.ID(key).map { ($0, name) } }) { first, _ in first },
            waiting: waiting)
    }
}

extension CoverageShown {
    var html: String { String(decoding: CoveragePages.page(self).body.bytes(), as: UTF8.self) }
    var csv: String { String(decoding: CoverageFile.bytes(self, TestWords.dutch), as: UTF8.self) }
}

extension RoundCoverage.Row {
    /// `7/12`, `~7/12`, `few/12`, `most/12` or `hidden`: easy to compare with a table on paper.
    var figure: String {
        guard let share else { return "hidden" }
        return switch share.answered {
        case .exactly(let count): "\(count)/\(share.invited)"
        case .about(let count): "~\(count)/\(share.invited)"
        case .few: "few/\(share.invited)"
        case .most: "most/\(share.invited)"
        }
    }
}
