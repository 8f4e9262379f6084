package import Database
internal import Site

/// What opening a round does besides moving its state.
package enum Opening {
    /// Writes beside each invitation what may be kept with its answer: everything in an open round, and in a
    /// confidential one only what enough others share.
    package static func settleOrigins(of invitations: [Invitation], in round: Round, _ writing: Writing) throws {
        let origins = invitations.map(\.origin)
        let kept = round.privacy.threshold.map { Coarsening(threshold: $0).origins(of: origins) } ?? origins
        for (invitation, origin) in zip(invitations, kept) {
            try InvitationStore.setAnswerOrigin(origin, of: invitation.id, writing)
        }
    }

    static func queueLetters(for invitations: [Invitation], in round: Round, at now: Moment, _ writing: Writing) throws {
        for invitation in invitations where !invitation.email.isEmpty {
            try Outbox.add(
                InvitationLetter.kind.name, to: invitation.email, name: invitation.name,
                subject: round.title, about: invitation.id.text, at: now, writing)
        }
    }
}
