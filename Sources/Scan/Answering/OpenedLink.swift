internal import Database
internal import Membership
internal import Site

/// What a respondent's secret opens: the round, its questions, and what was answered so far.
struct OpenedLink: Sendable {
    let secret: Secret
    let round: Round
    let region: Region
    /// Nil for somebody who came through the open link.
    let invitation: Invitation?
    let content: AskedContent
    /// Nil as long as nothing was sent.
    let response: Response?

    var instrument: Instrument { content.instrument }
    var language: Language { content.language }
    var sheet: AnswerSheet { response?.sheet ?? AnswerSheet() }

    /// Nil when the secret opens nothing.
    static func find(_ secret: Secret, _ language: Language, _ house: House, _ reading: Reading) throws -> OpenedLink? {
        let key = ResponseStore.key(secret)
        let invitation = try InvitationStore.invitation(secret, reading)
        guard let id = try invitation?.round ?? ResponseStore.round(of: key, reading),
            let round = try RoundStore.round(id, reading)
        else { return nil }
        let content = try AskedContents.shared.content(of: round, in: language, house, reading)
        return OpenedLink(
            secret: secret, round: round, region: try RegionStore.required(round.region, reading),
            invitation: invitation, content: content,
            response: try ResponseStore.response(key, in: id, for: content.instrument, reading))
    }

    /// Where the round stands for whoever would answer today.
    func stand(on day: Day) -> Stand { Stand(round, on: day) }

    enum Stand: Sendable {
        case notYet, open, closed, returned

        init(_ round: Round, on day: Day) {
            switch round.state {
            case .composed: self = .notYet
            case .open: self = round.takesAnswers(on: day) ? .open : .closed
            case .closed: self = .closed
            case .returned, .concluded: self = .returned
            }
        }
    }
}
