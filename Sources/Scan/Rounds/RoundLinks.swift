internal import Database
package import Markup
package import Membership

/// The addresses of making and following a round.
package enum RoundLinks {
    package static func all(_ region: Region.ID) -> Link { "/regions/\(region.text)/rounds" }
    package static func new(_ region: Region.ID) -> Link { "/regions/\(region.text)/rounds/new" }
    package static func home(_ region: Region.ID, _ round: Round.ID) -> Link { "/regions/\(region.text)/rounds/\(round.text)" }
    package static func home(_ round: Round) -> Link { home(round.region, round.id) }

    package static func questions(_ round: Round) -> Link { "\(home(round))/questions" }
    /// The list with one theme unfolded.
    static func questions(_ round: Round, showing theme: String) -> Link { "\(questions(round))?theme=\(theme)" }
    package static func selection(_ round: Round) -> Link { "\(home(round))/selection" }
    package static func question(_ round: Round, _ key: String) -> Link { "\(home(round))/questions/\(key)" }
    package static func theme(_ round: Round, _ key: String) -> Link { "\(home(round))/themes/\(key)" }
    package static func themes(_ round: Round) -> Link { "\(home(round))/themes" }
    package static func newTheme(_ round: Round) -> Link { "\(home(round))/themes/new" }
    package static func newQuestion(_ round: Round, theme key: String) -> Link { "\(theme(round, key))/questions/new" }
    package static func questions(_ round: Round, theme key: String) -> Link { "\(theme(round, key))/questions" }

    package static func invitations(_ round: Round) -> Link { invitations(round.region, round.id) }
    package static func invitations(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round))/invitations" }
    package static func guests(_ round: Round) -> Link { "\(home(round))/guests" }
    package static func removal(_ round: Round, _ invitation: Invitation.ID) -> Link {
        "\(home(round))/invitations/\(invitation.text)/removals"
    }
    package static func openLink(_ round: Round) -> Link { "\(home(round))/open-link" }
    package static func openLinkRemovals(_ round: Round) -> Link { "\(home(round))/open-link/removals" }
    package static func links(_ round: Round) -> Link { "\(home(round))/links" }

    package static func reminders(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round))/reminders" }
    package static func reminders(_ round: Round) -> Link { reminders(round.region, round.id) }

    package static func privacy(_ round: Round) -> Link { "\(home(round))/privacy" }
    package static func planning(_ round: Round) -> Link { "\(home(round))/planning" }
    /// Made by the answering room: exactly what a respondent sees.
    package static func preview(_ round: Round) -> Link { "\(home(round))/preview/0" }
    /// Made by the feedback room.
    package static func report(_ round: Round) -> Link { "\(home(round))/report" }
    /// Made by the conversation room.
    package static func conversation(_ round: Round) -> Link { "\(home(round))/conversation" }

    package static func coverage(_ round: Round) -> Link { "\(home(round))/coverage" }
    package static func coverageFile(_ round: Round) -> Link { "\(home(round))/coverage.csv" }

    static func removals(_ round: Round) -> Link { "\(home(round))/removals" }

    package static func step(_ round: Round, _ step: Round.Step) -> Link {
        switch step {
        case .open: "\(home(round))/openings"
        case .closed: "\(home(round))/closures"
        case .returned: "\(home(round))/returns"
        case .concluded: "\(home(round))/conclusions"
        }
    }

    /// The respondent's own page; see the answering room.
    package static func answer(_ secret: String) -> Link { "/a/\(secret)" }
    package static func join(_ code: String) -> Link { "/c/\(code)" }
}
