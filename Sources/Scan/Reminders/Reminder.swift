package import Database
package import Membership
internal import Site

/// A letter to those invited who did not answer yet. A round has two of them at most.
package struct Reminder: Sendable, Equatable {
    package static let most = 2

    /// 1 or 2.
    package let number: Int
    package let sent: Moment
    /// The sector of which most people were missing when it went, as the coverage page said it.
    package let behind: Sector?
}

/// How many people the next reminder goes to, as exactly as may be said.
///
/// In a confidential round it comes from the figure that the coverage page shows, and from nothing else: a number of its
/// own would tell, beside that one, who answered.
package enum ReminderReach: Sendable, Equatable {
    case exactly(Int)
    case about(Int)
    /// Everybody who was invited, or nearly.
    case nearlyAll
    case hardlyAnyone
    /// Too few people were invited to say.
    case unsaid

    package init(_ round: Round, _ coverage: RoundCoverage, exactly count: Int) {
        guard round.privacy != .open else { self = .exactly(count); return }
        guard let whole = coverage.whole else { self = .unsaid; return }
        self =
            switch whole.answered {
            case .exactly, .about: .about(whole.missing)
            case .few: .nearlyAll
            case .most: .hardlyAnyone
            }
    }
}
