package import Database
package import Membership
internal import Site

/// One time that a region asks its partners with an instrument: composed → open → closed → returned → concluded.
package struct Round: Sendable, Equatable {
    package typealias ID = Database.ID<Round>

    package let id: ID
    package let region: Region.ID
    package var title: String
    /// Which instrument it was made from; rounds of one instrument can be compared.
    package var instrument: String
    package var purpose: Purpose
    package var privacy: Privacy
    /// The last day on which answers can be given.
    package var closes: Day
    package var state: State
    /// The short code of the open link; nil where only invited people answer.
    package var code: String?
    /// Shown theme by theme, or as one page.
    package var pace: Pace
    /// Counts changes of the round, so that the second of two editors is told.
    package let edition: Int
    /// The newest version of its questions.
    package let version: Int

    package init(
        id: ID, region: Region.ID, title: String, instrument: String, purpose: Purpose, privacy: Privacy, closes: Day,
        state: State = .composed, code: String? = nil, pace: Pace = .byTheme, edition: Int = 1, version: Int = 1
    ) {
        self.id = id
        self.region = region
        self.title = title
        self.instrument = instrument
        self.purpose = purpose
        self.privacy = privacy
        self.closes = closes
        self.state = state
        self.code = code
        self.pace = pace
        self.edition = edition
        self.version = version
    }

    package enum Purpose: String, StoredEnum, CaseIterable { case learn, account }

    /// What happens with who said what. Fixed once the round is open: it was promised to those who answered.
    package enum Privacy: Sendable, Equatable {
        /// Each answer carries its organisation, and people are told so before the first question.
        case open
        /// No figure for fewer than `threshold` people (at least 5); thresholds can be raised, never lowered.
        case confidential(threshold: Int)
    }

    package enum Pace: String, StoredEnum, CaseIterable {
        case byTheme = "by-theme"
        case onePage = "one-page"
    }

    package enum State: Sendable, Equatable {
        case composed
        case open(since: Moment)
        case closed(at: Moment)
        /// The result went back to those who answered.
        case returned(at: Moment)
        case concluded(at: Moment)

        package var isComposed: Bool { self == .composed }
        package var isConcluded: Bool { if case .concluded = self { true } else { false } }
        package var isOpen: Bool { if case .open = self { true } else { false } }
    }

    /// Answers are taken until the end of the last day.
    package func takesAnswers(on day: Day) -> Bool {
        if case .open = state { day <= closes } else { false }
    }
}
