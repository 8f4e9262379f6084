internal import Database
internal import Markup
internal import Membership
internal import Site

/// The letter to somebody who did not answer yet: why it matters, and the same personal link.
enum ReminderLetter {
    static let kind = LetterKind("reminder") { reading, reference, house in
        guard let reference = ReminderReference(reference, key: house.key),
            let found = try RespondentLetter(reference.invitation, reading),
            found.round.takesAnswers(on: house.clock.day(of: house.clock.now())),
            try Answered.among([found.invitation], in: found.round.id, key: house.key, reading).isEmpty
        else { return nil }
        let reminder = try ReminderStore.reminder(reference.number, of: found.round.id, reading)
        return found.letter("Nog niet te laat: \(found.round.title)", parts(found, reminder?.behind, house))
    }

    /// In random order: the order of the rows must not tell whom they are for.
    static func queue(_ invitations: [Invitation], number: Int, _ house: House, at now: Moment, _ writing: Writing)
        throws
    {
        for invitation in invitations.shuffled() {
            try Outbox.add(
                kind.name, to: "", name: "", subject: "",
                about: ReminderReference(invitation.id, number: number).sealed(house.key), at: now, writing)
        }
    }

    private static func parts(_ found: RespondentLetter, _ behind: Sector?, _ house: House) -> [Letter.Part] {
        let round = found.round
        return [
            .paragraph("Beste \(found.invitation.name),"),
            .paragraph(
                "Onlangs vroegen we hoe u kijkt naar \(round.title) van de regio \(found.region.name). Uw antwoord missen we nog."
            ),
            .paragraph(why(behind)),
            .paragraph("Antwoorden kost ongeveer \(found.minutes) minuten. Het kan tot en met \(round.closes.long)."),
            .button("Naar de vragen", found.link(house)),
            .paragraph("Dit is uw eigen link. Geef hem niet door."),
            .paragraph("Wie ziet dit? \(Promise.sentence(round, region: found.region.name))"),
        ]
    }

    static func why(_ behind: Sector?) -> Phrase {
        guard let behind else { return "Hoe meer mensen antwoorden, hoe beter het gesprek daarna wordt." }
        return "Van de \(behind.people) hoorden we nog het minst. Zonder hen wordt het gesprek eenzijdig."
    }
}
