internal import Database
internal import Markup
internal import Membership
package import Site

/// The letter that brings somebody their personal link. Nobody else reads it: it is made when it goes.
package enum InvitationLetter {
    package static let kind = LetterKind("invitation") { reading, reference, house in
        let today = house.clock.day(of: house.clock.now())
        guard let id = Invitation.ID(reference), let found = try Found(id, reading), found.round.takesAnswers(on: today)
        else { return nil }
        return letter(found, house)
    }

    private struct Found {
        let invitation: Invitation
        let round: Round
        let region: Region
        let minutes: Int
        let language: Language

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
    }

    private static func letter(_ found: Found, _ house: House) -> Letter {
        let words = house.texts.vocabulary(found.language)
        let round = found.round
        let own = AnswerLinks.personal(found.invitation.secret(house.key), in: found.language)
        let link = "\(house.settings.publicAddress)\(own.text)"
        let paragraphs: [Phrase] = [
            "Beste \(found.invitation.name),",
            "De regio \(found.region.name) vraagt hoe u kijkt naar het werk dat we samen doen. Het gaat om: \(round.title).",
            "Antwoorden kost ongeveer \(found.minutes) minuten. Het kan tot en met \(round.closes.long).",
            "Dit is uw eigen link. Geef hem niet door.\n\(link)",
            "U kunt stoppen en later verder gaan met dezelfde link. U hoeft niet in te loggen.",
            "Wie ziet dit? \(Promise.sentence(round, region: found.region.name))",
            "Als de uitkomst er is, leest u die op dezelfde link.",
        ]
        return Letter(
            subject: words.text("Uw kijk op \(found.region.name): \(round.title)"),
            body: paragraphs.map { words.text($0) }.joined(separator: "\n\n") + "\n")
    }
}
