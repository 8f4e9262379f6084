internal import Database
internal import Markup
internal import Membership
internal import Site

/// The letter that says the result is there. It goes to everyone who was invited, whether they answered or not: so it
/// tells nothing of who did.
enum ResultLetter {
    static let kind = LetterKind("result") { reading, reference, house in
        guard let id = Invitation.ID(reference), let found = try RespondentLetter(id, reading) else { return nil }
        switch found.round.state {
        case .returned, .concluded: return letter(found, house)
        case .composed, .open, .closed: return nil
        }
    }

    static func queue(for round: Round, at now: Moment, _ writing: Writing) throws {
        for invitation in try InvitationStore.all(of: round.id, writing.reading) where !invitation.email.isEmpty {
            try Outbox.add(
                kind.name, to: invitation.email, name: invitation.name, subject: round.title, about: invitation.id.text,
                at: now, writing)
        }
    }

    private static func letter(_ found: RespondentLetter, _ house: House) -> Letter {
        let round = found.round
        return found.letter(
            "De uitkomst van \(round.title)",
            [
                .paragraph("Beste \(found.invitation.name),"),
                .paragraph(
                    "U werd gevraagd hoe u kijkt naar \(round.title) van de regio \(found.region.name). De uitkomst is er."
                ),
                .paragraph("Op uw eigen link leest u in het kort wat mensen zeiden, en waar zij anders kijken."),
                .button("Lees de uitkomst", found.link(house)),
                .paragraph("De regio bespreekt de uitkomst. Daaruit volgen acties, met een eigenaar en een datum."),
            ])
    }
}
