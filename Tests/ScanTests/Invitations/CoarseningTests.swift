import Database
import Membership
import TestHouse
import Testing

@testable import Scan

@Suite("What may be kept with the answers of a confidential round (P1, P2)")
struct CoarseningTests {
    typealias Origin = Response.Origin

    /// What is wrong with what is kept; empty when nobody stands out.
    private static func faults(_ origins: [Origin], _ kept: [Origin], _ threshold: Int) -> [String] {
        var faults: [String] = []
        if kept.count != origins.count { faults.append("not one each") }
        let cells = Dictionary(grouping: kept) { "\($0.sector?.rawValue ?? "") \($0.level?.rawValue ?? "") \($0.partner?.text ?? "")" }
        let isSilent = kept.allSatisfy { $0 == .unknown }
        for (cell, people) in cells where people.count < threshold && !isSilent { faults.append("\(people.count) share \(cell)") }
        for (origin, one) in zip(origins, kept) {
            if one.partner != nil { faults.append("an organisation is kept") }
            if one.sector != nil && one.sector != origin.sector { faults.append("another sector") }
            if one.level != nil && (one.level != origin.level || one.sector == nil) { faults.append("another level") }
        }
        return faults
    }

    private static func origins(_ counts: [(Sector?, Level?, Int)]) -> [Origin] {
        let partner = Partner.ID.new(at: Moment(milliseconds: 0))
        return counts.flatMap { sector, level, count in
            [Origin](repeating: Origin(sector: sector, level: level, partner: sector == nil ? nil : partner), count: count)
        }
    }

    private static func random(_ dice: inout Dice) -> [Origin] {
        let sectors: [Sector?] = Sector.allCases + [nil]
        let levels: [Level?] = Level.allCases + [nil]
        let cells = sectors.flatMap { sector in levels.map { (sector, $0) } }.shuffled(using: &dice)
        return origins(cells.prefix(Int.random(in: 1...9, using: &dice)).map { ($0.0, $0.1, Int.random(in: 0...14, using: &dice)) })
            .shuffled(using: &dice)
    }

    @Test("in 2,000 random rounds nothing that is kept is shared by fewer than the threshold", arguments: [5, 8])
    func random(threshold: Int) {
        var dice = Dice(seed: 5)
        for number in 0..<1000 {
            let origins = Self.random(&dice)
            #expect(Self.faults(origins, Coarsening(threshold: threshold).origins(of: origins), threshold) == [], "round \(number)")
        }
    }

    /// 12 schools, 9 companies, 3 governments: the three need two others, whom the largest group spares.
    @Test("worked out by hand: 12, 9 and 3 become 10, 9 and 5 of whom nothing is kept")
    func byHand() {
        let origins = Self.origins([(.education, .operational, 12), (.business, .operational, 9), (.government, .operational, 3)])
        let kept = Coarsening(threshold: 5).origins(of: origins)
        #expect(kept.count { $0.sector == .education && $0.level == .operational } == 10)
        #expect(kept.count { $0.sector == .business && $0.level == .operational } == 9)
        #expect(kept.count { $0 == .unknown } == 5)
    }

    @Test("two small levels of one sector keep the sector together")
    func levels() {
        let origins = Self.origins([(.education, .tactical, 3), (.education, .governing, 2), (.business, .tactical, 6)])
        let kept = Coarsening(threshold: 5).origins(of: origins)
        #expect(kept.prefix(5).allSatisfy { $0 == Origin(sector: .education, level: nil, partner: nil) })
        #expect(kept.suffix(6).allSatisfy { $0 == Origin(sector: .business, level: .tactical, partner: nil) })
    }

    @Test("of fewer people than the threshold nothing is kept")
    func few() {
        let origins = Self.origins([(.education, .tactical, 4)])
        #expect(Coarsening(threshold: 5).origins(of: origins) == [.unknown, .unknown, .unknown, .unknown])
    }

    enum Mutant: CaseIterable, Sendable {
        case everythingKept, organisationLeftOut, smallCellsEmptied, thresholdOfFour

        fileprivate func origins(of origins: [Origin]) -> [Origin] {
            switch self {
            case .everythingKept: return origins
            case .organisationLeftOut: return origins.map { Origin(sector: $0.sector, level: $0.level, partner: nil) }
            case .thresholdOfFour: return Coarsening(threshold: 4).origins(of: origins)
            case .smallCellsEmptied:
                return origins.map { one in
                    let like = origins.count { $0.sector == one.sector && $0.level == one.level }
                    return like < 5 ? .unknown : Origin(sector: one.sector, level: one.level, partner: nil)
                }
            }
        }
    }

    @Test("a coarsening that keeps too much is found", arguments: Mutant.allCases)
    func mutants(mutant: Mutant) {
        var dice = Dice(seed: 5)
        let isFound = (0..<1000).contains { _ in
            let origins = Self.random(&dice)
            return !Self.faults(origins, mutant.origins(of: origins), 5).isEmpty
        }
        #expect(isFound, "\(mutant)")
    }

    @Test("in the database of an opened confidential round every stored combination is shared by five")
    func stored() async throws {
        let world = try await RoundWorld(contacts: [.education: 12, .business: 9, .government: 3])
        let browser = try await world.browser()
        let round = try await world.composed(by: browser)
        try await world.inviteAll(round, by: browser, count: 25)
        #expect(try await world.open(round, by: browser).status == 303)
        let invitations = try await world.invitations(round)
        #expect(Self.faults(invitations.map(\.origin), invitations.map(\.answerOrigin), 5) == [])
        #expect(invitations.contains { $0.answerOrigin.sector != nil }, "something is kept")
    }
}
