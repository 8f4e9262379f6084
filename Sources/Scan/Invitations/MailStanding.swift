internal import Database
internal import Markup
internal import Site

/// How it stands with the letters of a round, for who sent them.
///
/// In a confidential round it looks at letters that everyone gets: an invitation or a result that did not arrive tells
/// nothing of who answered. A reminder would: only those who had not answered get one.
package struct MailStanding: Sendable {
    let waiting: Int
    let refused: [Refused]
    /// Why the mail server takes nothing now.
    let trouble: Verdict.Trouble?

    struct Refused: Sendable {
        let invitation: Invitation
        let answer: String
    }

    package static let none = MailStanding(waiting: 0, refused: [], trouble: nil)

    static func read(_ round: Round, _ house: House, _ reading: Reading) throws -> MailStanding {
        let invitations = Dictionary(try InvitationStore.all(of: round.id, reading).map { ($0.id, $0) }) { first, _ in
            first
        }
        let unsent = try letters(round, house, reading).compactMap { unsent, id in
            invitations[id].map { (letter: unsent, invitation: $0) }
        }
        var seen: Set<Invitation.ID> = []
        let refused = unsent.filter { $0.letter.isRefused && seen.insert($0.invitation.id).inserted }
        return MailStanding(
            waiting: unsent.count { !$0.letter.isRefused },
            refused: refused.map { Refused(invitation: $0.invitation, answer: $0.letter.answer) }
                .sorted { $0.invitation.name < $1.invitation.name },
            trouble: house.mail.trouble)
    }

    private static func letters(_ round: Round, _ house: House, _ reading: Reading) throws -> [(
        Outbox.Unsent, Invitation.ID
    )] {
        let toAll = try [InvitationLetter.kind, ResultLetter.kind].flatMap { try Outbox.unsent($0.name, reading) }
            .compactMap { one in Invitation.ID(one.reference).map { (one, $0) } }
        guard round.privacy == .open else { return toAll }
        let reminders = try Outbox.unsent(ReminderLetter.kind.name, reading).compactMap { one in
            ReminderReference(one.reference, key: house.key).map { (one, $0.invitation) }
        }
        return toAll + reminders
    }
}

/// The same in words.
enum MailStandingPart {
    static func markup(_ standing: MailStanding, _ round: Round) -> Markup {
        .group([waiting(standing), refused(standing, round)])
    }

    private static func waiting(_ standing: MailStanding) -> Markup {
        guard standing.waiting > 0 else { return .nothing }
        return section(.class("aside-step"), .role("status")) {
            h2 { standing.waiting == 1 ? "1 brief wacht nog" : "\(standing.waiting) brieven wachten nog" }
            if standing.trouble == nil {
                p { "Ze gaan vanzelf weg. Soms wil een mailserver eerst even wachten." }
            } else {
                p { "De mailserver neemt nu niets aan. We proberen het vanzelf opnieuw. U hoeft niets te doen." }
            }
        }
    }

    private static func refused(_ standing: MailStanding, _ round: Round) -> Markup {
        guard !standing.refused.isEmpty else { return .nothing }
        return section {
            h2 {
                standing.refused.count == 1
                    ? "Bij 1 mens kwam de brief niet aan"
                    : "Bij \(standing.refused.count) mensen kwam de brief niet aan"
            }
            p {
                round.takesInvitations
                    ? "Kijk of het adres klopt. Trek de uitnodiging anders in en voeg de persoon opnieuw toe."
                    : "Geef deze mensen de open link, of bel ze."
            }
            table {
                thead {
                    tr {
                        th(.scope("col")) { "Naam" }
                        th(.scope("col")) { "Waarom" }
                    }
                }
                tbody { standing.refused.markup(row) }
            }
        }
    }

    private static func row(_ one: MailStanding.Refused) -> Markup {
        tr {
            th(.scope("row")) {
                verbatim(one.invitation.name)
                br()
                span(.class("small")) { verbatim(one.invitation.email) }
            }
            td {
                RefusalWords.why(one.answer)
                if !one.answer.isEmpty { p(.class("small")) { "De mailserver zei: \(one.answer)" } }
            }
        }
    }
}

/// What a mail server means, after its enhanced status code (RFC 3463).
enum RefusalWords {
    static func why(_ answer: String) -> Phrase {
        let words = answer.split(separator: " ")
        let status = words.first.map(String.init) ?? ""
        let code = words.dropFirst().first.map(String.init) ?? ""
        if status.isEmpty { return "Naam of adres kan niet in een brief staan, of de mailserver neemt hem niet aan." }
        if status.hasPrefix("4") { return "Vijf dagen lang nam de mailserver de brief niet aan." }
        if code.hasPrefix("5.2.2") { return "De postbus is vol." }
        if code.hasPrefix("5.1.") { return "Dit adres bestaat niet, of niet meer." }
        if code.hasPrefix("5.7.") { return "De mailserver van de ontvanger houdt deze mail tegen." }
        return "De mailserver van de ontvanger neemt deze mail niet aan."
    }
}
