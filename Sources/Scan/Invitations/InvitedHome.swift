internal import Database
internal import Markup
internal import Membership
package import Site

/// That somebody is asked to answer, on the home of their region, with the way to their own questions.
///
/// Only the invitation of whoever looks; whether it was answered is not told here (P2).
package enum InvitedHome {
    package static let part = HomePart { reading, asked in
        let open = try RoundStore.all(in: asked.region, reading).filter { $0.takesAnswers(on: asked.today) }
        let found = try open.compactMap { round in
            try InvitationStore.invitation(of: asked.viewer.person, to: round.id, reading).map { (round, $0) }
        }
        let isInsider = asked.viewer.belongs(to: .insiders, of: asked.region)
        return HomePart.Told(
            steps: isInsider ? [] : found.map { step($0, $1, asked.key) },
            sections: isInsider ? found.map { asking($0, $1, asked.key) } : [])
    }

    private static func step(_ round: Round, _ invitation: Invitation, _ key: [UInt8]) -> NextStep {
        NextStep(
            urgency: 45, title: "U bent gevraagd voor \(round.title)", why: "Antwoorden kan tot en met \(round.closes.long).",
            label: "Naar mijn vragen", link: RoundLinks.answer(invitation.secret(key).text))
    }

    private static func asking(_ round: Round, _ invitation: Invitation, _ key: [UInt8]) -> Markup {
        section {
            h2 { "U bent gevraagd voor \(round.title)" }
            p { "Antwoorden kan tot en met \(round.closes.long)." }
            p { a(.href(RoundLinks.answer(invitation.secret(key).text))) { "Naar mijn vragen" } }
        }
    }
}
