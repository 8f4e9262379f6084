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

/// The answers by question key, and the themes that were "not for us".
package struct AnswerSheet: Sendable, Equatable {
    package var answers: [String: Given] = [:]
    /// Keys of themes that the respondent said are not for them.
    package var notForUs: Set<String> = []

    package init(answers: [String: Given] = [:], notForUs: Set<String> = []) {
        self.answers = answers
        self.notForUs = notForUs
    }

    /// An answer to one question. Scale: the level from 0, lowest first; yes/partly/no: "yes", "partly", "no";
    /// choices: option keys; order: all option keys, most important first.
    package enum Given: Sendable, Equatable {
        case dontKnow
        case level(Int)
        case choice(String)
        case choices([String])
        case order([String])
        case number(Double)
        case text(String)
        case swot(strengths: String, weaknesses: String, opportunities: String, threats: String)
    }
}
