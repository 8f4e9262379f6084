internal import Database
internal import Site

/// The first answers that come by an invitation, worked out before the queue of changes is entered. Nothing was read
/// from the file for it: one statement looks whether all of it holds, and keeps it only then.
struct FirstAnswer: Sendable {
    let key: String
    /// The invitation's digest.
    let invitation: String
    let round: Round.ID
    let version: Int
    let today: Day
    let isComplete: Bool
    let answers: String
}

extension ResponseStore {
    /// False, and nothing changed, when the link is no invitation to this round, when the round takes no answers today
    /// or asks another version by now, or when there are answers already.
    static func add(_ first: FirstAnswer, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            INSERT INTO response (round, key, version, sector, level, partner, is_complete, is_together, answers)
            SELECT round.id, $1, round.version,
                CASE WHEN round.threshold IS NULL THEN invitation.sector ELSE invitation.answer_sector END,
                CASE WHEN round.threshold IS NULL THEN invitation.level ELSE invitation.answer_level END,
                CASE WHEN round.threshold IS NULL THEN invitation.partner ELSE invitation.answer_partner END,
                $2, 0, $3
            FROM invitation JOIN round ON round.id = invitation.round
            WHERE invitation.digest = $4 AND invitation.round = $5
                AND round.state = 'open' AND round.closes >= $6 AND round.version = $7
            ON CONFLICT DO NOTHING
            """,
            first.key, first.isComplete, first.answers, first.invitation, first.round, first.today, first.version) == 1
    }
}
