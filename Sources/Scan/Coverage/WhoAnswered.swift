internal import Database

/// Who was invited to a round and who of them answered: worked out with the key, and never shown as it is.
struct WhoAnswered: Sendable {
    let round: Round
    let invitations: [Invitation]
    let answered: Set<Invitation.ID>
    /// From which the chance in the figures follows, see ``RoundChance``.
    let chance: [UInt8]

    init(_ round: Round, key: [UInt8], _ reading: Reading) throws {
        self.round = round
        invitations = try InvitationStore.all(of: round.id, reading)
        answered = try Answered.among(invitations, in: round.id, key: key, reading)
        chance = try RoundChance.key(of: round.id, or: key, reading)
    }

    /// The protected figures.
    var coverage: RoundCoverage { RoundCoverage(round, invitations, answered: answered, key: chance) }
    var waiting: [Invitation] { invitations.filter { !answered.contains($0.id) } }
}
