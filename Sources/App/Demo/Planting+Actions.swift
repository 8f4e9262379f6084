internal import Actions
internal import Database
internal import Membership
internal import Scan
internal import Site

/// What the regions agreed on, and what came of it.
extension Planting {
    mutating func plantActions(in region: Region, people: [Resident], isCentre: Bool) throws {
        let rounds = try RoundStore.all(in: region.id, writing.reading)
        guard let round = rounds.first(where: { $0.instrument == "self-scan" && $0.closes < world.today }) else { return }
        let findings = try plantFindings(from: round, in: region)
        for (number, planned) in DemoWords.actions.enumerated() where isCentre || number < 3 {
            let action = Action(
                id: newID(), region: region.id, finding: findings[number % findings.count], what: planned.what,
                serves: planned.serves, owner: people[number % people.count].person.id,
                until: world.today.adding(days: planned.days), phase: [.plan, .carryOut, .check][number % 3])
            try ActionStore.add(action, writing)
        }
        if isCentre { try plantTalk(about: round) }
    }

    private mutating func plantFindings(from round: Round, in region: Region) throws -> [Finding.ID] {
        let content = try RoundStore.content(of: round.id, version: round.version, writing.reading)
        var ids: [Finding.ID] = []
        for (number, text) in DemoWords.findings.enumerated() {
            let finding = Finding(
                id: newID(), region: region.id, source: round.id.text, text: text, kind: .attention,
                questions: content.themes[number].questions.prefix(2).map(\.key))
            try FindingStore.add(finding, writing)
            ids.append(finding.id)
        }
        try FindingStore.add(
            Finding(
                id: newID(), region: region.id, source: round.id.text, text: DemoWords.proud, kind: .proud, questions: []),
            writing)
        return ids
    }

    private func plantTalk(about round: Round) throws {
        _ = try ConversationStore.keep(
            Conversation(
                round: round.id, heldOn: round.closes.adding(days: 18), place: "Alderveen",
                notes: "Met 24 mensen rond de tafel. Eerst vertelden de bedrijven, toen de scholen."), writing)
    }
}
