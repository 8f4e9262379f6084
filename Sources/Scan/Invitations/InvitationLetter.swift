internal import Database
internal import Markup
internal import Membership
package import Site

/// The letter that brings somebody their personal link. Nobody else reads it: it is made when it goes.
package enum InvitationLetter {
    package static let kind = LetterKind("invitation") { reading, reference, house in
        let today = house.clock.day(of: house.clock.now())
        guard let id = Invitation.ID(reference), let found = try RespondentLetter(id, reading),
            found.round.takesAnswers(on: today)
        else { return nil }
        return found.letter("Uw kijk op \(found.region.name): \(found.round.title)", parts(found, house))
    }

    private static func parts(_ found: RespondentLetter, _ house: House) -> [Letter.Part] {
        let round = found.round
        return [
            .paragraph("Beste \(found.invitation.name),"),
            .paragraph(
                "De regio \(found.region.name) vraagt hoe u kijkt naar het werk dat we samen doen. Het gaat om: \(round.title)."),
            .paragraph("Antwoorden kost ongeveer \(found.minutes) minuten. Het kan tot en met \(round.closes.long)."),
            .button("Naar de vragen", found.link(house)),
            .paragraph("Dit is uw eigen link. Geef hem niet door."),
            .paragraph("U kunt stoppen en later verder gaan met dezelfde link. U hoeft niet in te loggen."),
            .paragraph("Wie ziet dit? \(Promise.sentence(round, region: found.region.name))"),
            .paragraph("Als de uitkomst er is, leest u die op dezelfde link."),
        ]
    }
}
