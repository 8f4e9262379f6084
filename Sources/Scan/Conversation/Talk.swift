internal import Actions
internal import Database
internal import Membership
internal import Site

/// Everything that the pages of the talk show, read in one instant.
struct Talk: Sendable {
    let region: Region
    let round: Round
    let content: Instrument
    let conversation: Conversation
    let findings: [Finding]
    /// The region's actions that follow from a finding.
    let actions: [Finding.ID: [ListedAction]]

    init(_ visit: Visit, _ reading: Reading) throws {
        region = try RegionStore.required(visit.region(), reading)
        guard let round = try RoundStore.round(visit.id("round"), in: region.id, reading) else { throw Missing() }
        self.round = round
        content = try RoundStore.content(of: round.id, version: round.version, reading)
        conversation = try ConversationStore.conversation(about: round.id, reading)
        findings = try FindingStore.all(from: round.source, in: region.id, reading)
        actions = try Self.actions(in: region.id, reading)
    }

    /// The same, for a round that can be talked about. Throws ``Missing`` for one that still asks.
    static func held(_ visit: Visit, _ reading: Reading) throws -> Talk {
        let talk = try Talk(visit, reading)
        guard talk.round.canBeTalkedAbout else { throw Missing() }
        return talk
    }

    func findings(_ kind: Finding.Kind) -> [Finding] { findings.filter { $0.kind == kind } }
    func actions(from finding: Finding) -> [ListedAction] { actions[finding.id] ?? [] }

    /// The finding of the address, if it came from this round.
    func finding(_ visit: Visit) throws -> Finding {
        let id: Finding.ID = try visit.id("finding")
        guard let finding = findings.first(where: { $0.id == id }) else { throw Missing() }
        return finding
    }

    /// What is to be made into an action still.
    var withoutAction: [Finding] { findings(.attention).filter { actions(from: $0).isEmpty } }

    private static func actions(in region: Region.ID, _ reading: Reading) throws -> [Finding.ID: [ListedAction]] {
        var found: [Finding.ID: [ListedAction]] = [:]
        for listed in try ActionStore.all(in: region, reading) {
            if let finding = listed.action.finding { found[finding, default: []].append(listed) }
        }
        return found
    }
}
