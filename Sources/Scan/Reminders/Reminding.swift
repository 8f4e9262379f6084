internal import Database
internal import Membership
internal import Site

/// What a reminder is made from: the round, who was invited, and what may be said of who answered.
struct Reminding: Sendable {
    let desk: RoundDesk
    let sent: [Reminder]
    let coverage: RoundCoverage
    let invited: Int
    /// Those invited who did not answer and want letters. Never shown, never counted on a page of a confidential round.
    let waiting: [Invitation]
    let today: Day

    static func read(_ id: Round.ID, _ region: Region, _ house: House, _ today: Day, _ reading: Reading) throws
        -> Reminding
    {
        let desk = try RoundDesk.read(id, region, reading)
        guard !desk.round.state.isComposed else { throw Missing() }
        let who = try WhoAnswered(desk.round, key: house.key, reading)
        let waiting = try who.waiting.filter { try !$0.email.isEmpty && !MailOff(.rounds, $0.email).isOff(reading) }
        return Reminding(
            desk: desk, sent: try ReminderStore.all(of: id, reading), coverage: who.coverage,
            invited: who.invitations.count { !$0.email.isEmpty }, waiting: waiting, today: today)
    }

    var round: Round { desk.round }
    var reach: ReminderReach { ReminderReach(round, coverage, exactly: waiting.count) }
    var isOpen: Bool { round.takesAnswers(on: today) }
    /// The number of the next one; nil after two, or when no answers are taken.
    var next: Int? { isOpen && invited > 0 && sent.count < Reminder.most ? sent.count + 1 : nil }
    var behind: Sector? { coverage.behind?.sector }
}

/// Whom a reminder in the outbox is for: sealed with the house's key, because a name there would tell who had not
/// answered when it went (P2).
struct ReminderReference {
    let invitation: Invitation.ID
    let number: Int

    private static let purpose = "reminder"

    init(_ invitation: Invitation.ID, number: Int) {
        self.invitation = invitation
        self.number = number
    }

    init?(_ sealed: String, key: [UInt8]) {
        let parts = Sealed.opened(sealed, Self.purpose, key: key)?.split(separator: " ").map(String.init) ?? []
        guard parts.count == 2, let number = Int(parts[0]), let id = Invitation.ID(parts[1]) else { return nil }
        self.init(id, number: number)
    }

    func sealed(_ key: [UInt8]) -> String { Sealed.closed("\(number) \(invitation.text)", Self.purpose, key: key) }
}
