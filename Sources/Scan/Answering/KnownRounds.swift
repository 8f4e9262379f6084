internal import Database
internal import Site
internal import Synchronization

/// The rounds that were answered lately, by the names of their fields: so that a form can be read before it is known
/// whose it is. It is only a guess; the statement that keeps the answers says whether it was right (``FirstAnswer``).
///
/// While two rounds with the same questions are answered at once, the guess fails more often: that takes longer, and
/// comes to the same. It holds nothing of any respondent.
final class KnownRounds: Sendable {
    struct Known: Sendable {
        let round: Round.ID
        let version: Int
        let themes: [Theme]

        func isOf(_ round: Round) -> Bool { self.round == round.id && version == round.version }
    }

    private struct Name: Hashable {
        let file: ObjectIdentifier
        let field: String
    }

    static let shared = KnownRounds(most: 10_000)
    private let most: Int
    private let rounds = Mutex<[Name: Known]>([:])

    init(most: Int) { self.most = most }

    /// The round that last had the first of the questions that the form answers.
    func guess(_ form: Form, in file: DatabaseFile) -> Known? {
        guard let field = form.fields.first(where: { AnswerField.isAnswer($0.name) }) else { return nil }
        return rounds.withLock { $0[Name(file: ObjectIdentifier(file), field: field.name)] }
    }

    func remember(_ round: Round, _ content: Instrument, in file: DatabaseFile) {
        let known = Known(round: round.id, version: round.version, themes: content.themes)
        let names = content.questions.map { Name(file: ObjectIdentifier(file), field: AnswerField.answer($0.key)) }
        rounds.withLock { rounds in
            if rounds.count + names.count > most { rounds = [:] }
            for name in names { rounds[name] = known }
        }
    }
}
