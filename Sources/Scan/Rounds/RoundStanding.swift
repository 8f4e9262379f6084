internal import Actions
internal import Database
internal import Membership
internal import Site

/// What a round stands on when somebody thinks of its next step.
struct RoundStanding: Sendable {
    /// How many invited people have an e-mail address.
    let letters: Int
    let conversation: Conversation
    let findings: Int

    init(_ round: Round, _ reading: Reading) throws {
        letters = try InvitationStore.countWithAddress(of: round.id, reading)
        conversation = try ConversationStore.conversation(about: round.id, reading)
        findings = try FindingStore.all(from: round.source, in: round.region, reading).count
    }

    var isTalkedAbout: Bool { findings > 0 }

    /// How many answered, as exactly as may be said.
    static func answered(_ round: Round, _ reading: Reading) throws -> OpenLinkCount.Figure {
        OpenLinkCount.Figure(try FeedbackStore.count(of: round.id, reading), threshold: round.privacy.threshold)
    }
}

extension OpenLinkCount.Figure {
    /// Whether a report can be made of so many answers.
    var isEnough: Bool {
        switch self {
        case .exactly(let count): count > 0
        case .about: true
        case .fewerThan: false
        }
    }
}
