internal import Database
internal import Markup
internal import Membership
internal import Site

/// What every letter to somebody who was invited is made from.
struct RespondentLetter {
    let invitation: Invitation
    let round: Round
    let region: Region
    let minutes: Int
    let language: Language

    /// Nil when the invitation was taken back.
    init?(_ id: Invitation.ID, _ reading: Reading) throws {
        guard let invitation = try InvitationStore.invitation(id, reading),
            let round = try RoundStore.round(invitation.round, reading)
        else { return nil }
        self.invitation = invitation
        self.round = round
        region = try RegionStore.required(round.region, reading)
        minutes = try RoundStore.content(of: round.id, version: round.version, reading).minutes
        language = try invitation.person.flatMap { try PersonStore.person($0, reading) }?.language ?? .dutch
    }

    func link(_ house: House) -> Link { AnswerLinks.personal(invitation.secret(house.key), in: language) }

    func letter(_ subject: Phrase, _ parts: [Letter.Part]) -> Letter {
        Letter(
            subject, in: language, topic: .rounds,
            to: Letter.Receiver(name: invitation.name, address: invitation.email), parts)
    }
}
