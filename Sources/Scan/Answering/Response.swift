internal import Database
package import Membership

/// What one respondent (or one organisation together) answered in a round, under a random key.
///
/// In a confidential round nothing in it says who, when, or in which order (P2): the key follows from the secret
/// in the respondent's link, which is not stored; no time is kept; sector and level are kept only where at least
/// the threshold of people share them, and the organisation not at all.
package struct Response: Sendable, Equatable {
    package let key: String
    package let round: Round.ID
    package let origin: Origin
    /// Whether the last step was sent; before that it is saved all the same.
    package var isComplete: Bool
    /// Whether an organisation filled it in together.
    package var isTogether: Bool
    package var sheet: AnswerSheet

    package struct Origin: Sendable, Equatable {
        package let sector: Sector?
        package let level: Level?
        package let partner: Partner.ID?

        package init(sector: Sector?, level: Level?, partner: Partner.ID?) {
            self.sector = sector
            self.level = level
            self.partner = partner
        }
    }

    package init(
        key: String, round: Round.ID, origin: Origin, isComplete: Bool = false, isTogether: Bool = false,
        sheet: AnswerSheet = AnswerSheet()
    ) {
        self.key = key
        self.round = round
        self.origin = origin
        self.isComplete = isComplete
        self.isTogether = isTogether
        self.sheet = sheet
    }
}

extension Response {
    /// What an answer on this invitation may say about where it came from: in a confidential round never the organisation.
    static func origin(of invitation: Invitation, in round: Round) -> Origin {
        guard case .confidential = round.privacy else { return invitation.origin }
        return invitation.answerOrigin
    }
}
