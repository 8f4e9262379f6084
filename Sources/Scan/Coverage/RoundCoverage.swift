internal import Database
internal import Insight
package import Membership
internal import Site

/// Who answered and who did not, by sector, level and organisation: the figures that pages and files show.
///
/// In a confidential round they come from the one function that protects small groups; nothing here counts beside it.
package struct RoundCoverage: Sendable, Equatable, Codable {
    package let whole: Share?
    package let bySector: [Row<Sector>]
    package let byLevel: [Row<Level>]
    package let byPartner: [Row<Partner.ID>]
    /// Whether something is not shown, to protect people.
    package var hidesSome: Bool {
        bySector.contains { $0.share == nil } || byLevel.contains { $0.share == nil } || byPartner.contains { $0.share == nil }
    }

    package struct Row<Group: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
        /// Nil: those in hidden groups or without one, together.
        package let group: Group?
        /// Nil where it is hidden.
        package let share: Share?
    }

    /// How many of how many answered, as exactly as may be said.
    package struct Share: Sendable, Equatable, Codable {
        package let invited: Int
        package let answered: Answered

        package enum Answered: Sendable, Equatable, Codable {
            case exactly(Int)
            case about(Int)
            /// Nobody or hardly anybody.
            case few
            /// Everybody or nearly everybody.
            case most
        }

        /// For a bar and for an order: 0...1.
        package var part: Double {
            guard invited > 0 else { return 0 }
            return switch answered {
            case .exactly(let count), .about(let count): min(1, max(0, Double(count) / Double(invited)))
            case .few: 0.02
            case .most: 0.98
            }
        }

        /// At least so many did not answer, as far as may be said.
        package var missing: Int {
            switch answered {
            case .exactly(let count), .about(let count): max(0, invited - count)
            case .few: invited
            case .most: 0
            }
        }
    }

    package init(_ round: Round, _ invitations: [Invitation], answered: Set<Invitation.ID>, key: [UInt8]) {
        let partners = Self.ordered(invitations.compactMap(\.origin.partner))
        let margins = [
            Self.margin("sector", Sector.allCases, invitations.map(\.origin.sector)),
            Self.margin("level", Level.allCases, invitations.map(\.origin.level)),
            Self.margin("partner", partners, invitations.map(\.origin.partner)),
        ]
        let found = Self.coverage(margins, invitations.map { answered.contains($0.id) }, round, key)
        whole = found.flatMap { Self.share($0.whole) }
        bySector = Self.rows(found, 0, Sector.allCases)
        byLevel = Self.rows(found, 1, Level.allCases)
        byPartner = Self.rows(found, 2, partners)
    }

    /// By sector alone, for a region's home. Sectors come first, so their figures are those of the whole table, and
    /// chance adds nothing to them.
    init(_ round: Round, _ counts: [SectorCount]) {
        let sectors = counts.flatMap { [Sector?](repeating: $0.sector, count: $0.invited) }
        let answered = counts.flatMap { count in (0..<count.invited).map { $0 < count.answered } }
        let found = Self.coverage([Self.margin("sector", Sector.allCases, sectors)], answered, round, [])
        whole = found.flatMap { Self.share($0.whole) }
        bySector = Self.rows(found, 0, Sector.allCases)
        byLevel = []
        byPartner = []
    }

    private static func coverage(
        _ margins: [Margin], _ answered: [Bool], _ round: Round, _ key: [UInt8]
    ) -> Insight.Coverage? {
        let confidentiality: Confidentiality =
            switch round.privacy {
            case .open: .open
            case .confidential(let threshold): .confidential(Threshold(.insideRegion, raisedTo: threshold))
            }
        return try? Insight.Coverage(
            Insight.Invitations(margins: margins, answered: answered), secret: secret(round, key), under: confidentiality)
    }

    private static func ordered(_ partners: [Partner.ID]) -> [Partner.ID] {
        Set(partners).sorted { $0.text < $1.text }
    }

    private static func margin<Group: Hashable>(_ key: String, _ groups: [Group], _ ofEach: [Group?]) -> Margin {
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, UInt16($0)) })
        return Margin(
            key: key, groups: groups.map { "\($0)" }, of: ofEach.map { $0.flatMap { places[$0] } ?? Margin.unknown })
    }

    /// What chance adds in a confidential round follows from the round and the key, so a figure is the same each time.
    private static func secret(_ round: Round, _ key: [UInt8]) -> Insight.Secret {
        let bytes = Sodium.seal(Array("coverage\u{0}\(round.id.text)".utf8), key: key)
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        return Insight.Secret(high: number(0..<8), low: number(8..<16))
    }

    private static func rows<Group>(_ found: Insight.Coverage?, _ margin: Int, _ groups: [Group]) -> [Row<Group>] {
        guard let table = found?.margins[margin] else { return [] }
        let shown = zip(groups, table.groups).map { Row(group: $0, share: share($1.response)) }
            .filter { $0.share?.invited != 0 }
        return shown + (table.others.map { [Row(group: nil, share: share($0))] } ?? [])
    }

    private static func share(_ figure: Published.Figure<Insight.Coverage.Response>) -> Share? {
        guard let response = figure.value else { return nil }
        return switch response.answered {
        case .people(let count): Share(invited: response.invited, answered: .exactly(count))
        case .about(let count): Share(invited: response.invited, answered: .about(max(0, min(response.invited, count))))
        case .few: Share(invited: response.invited, answered: .few)
        case .most: Share(invited: response.invited, answered: .most)
        }
    }
}

extension RoundCoverage {
    /// The sector of which most people are missing, where fewer than half answered: the finding to begin with.
    package var behind: (sector: Sector, share: Share)? {
        bySector.compactMap { row in
            guard let sector = row.group, let share = row.share, share.invited > 1, share.part < 0.5 else { return nil }
            return (sector, share)
        }.max { ($0.1.missing, $1.0.rawValue) < ($1.1.missing, $0.0.rawValue) }
    }
}
