internal import Database
internal import Markup
internal import Site

/// What a row says otherwise about a role that somebody has already. An empty cell says nothing.
struct RoleImportChange: Sendable {
    let here: Appointee
    let level: Level
    let from: Day
    let until: Day?

    /// Each difference as it was and as it will be.
    var says: [Phrase] {
        [
            level == here.level ? nil : "niveau: \(here.level.label) → \(level.label)",
            ImportDifference.from(here.from, from),
            ImportDifference.lastDay(here.until, until),
        ].compactMap(\.self)
    }

    var objection: Phrase? {
        if until != here.until, here.role == .projectLeader || here.role == .leadExecutive {
            return "Beëindig deze rol bij Mensen. Daar kiest u een opvolger."
        }
        guard let until, until < from else { return nil }
        return "De laatste dag ligt voor de eerste: \(from.long)."
    }

    func carryOut(in region: Region.ID, _ writing: Writing) throws -> [ImportedThing] {
        try HoldingStore.change(here.id, level: level, from: from, until: until, in: region, writing)
        return [
            level == here.level ? nil : ImportedThing(.holdingLevel, here.id.text, before: here.level.rawValue),
            until == here.until ? nil : ImportedThing(.holdingEnd, here.id.text, before: here.until?.description),
            from == here.from ? nil : ImportedThing(.holdingStart, here.id.text, before: here.from.description),
        ].compactMap(\.self)
    }
}
