package import Database

/// The talk about what a round gave: when, where, and what was said. What was agreed on are findings.
package struct Conversation: Sendable, Equatable {
    package let round: Round.ID
    package var heldOn: Day?
    package var place: String
    package var notes: String
    /// 0 while nothing of it was kept.
    package let edition: Int

    package init(round: Round.ID, heldOn: Day? = nil, place: String = "", notes: String = "", edition: Int = 0) {
        self.round = round
        self.heldOn = heldOn
        self.place = place
        self.notes = notes
        self.edition = edition
    }
}
