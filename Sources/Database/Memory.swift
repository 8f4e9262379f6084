internal import Synchronization

/// The answers that were read from the file and still stand in it.
///
/// Each belongs to one version of the file. Before every use the file is asked which version it is now: if that is
/// another, all are forgotten. There is no time for which an answer may be old.
package final class Memory: Sendable {
    private struct Book {
        var version: Int?
        var answers: [AnyHashable: any Sendable] = [:]
        var weight = 0
    }

    private let book = Mutex(Book())
    private let most: (answers: Int, weight: Int)
    private let version: @Sendable () -> Int?

    /// - Parameters:
    ///   - mostAnswers: how many are kept; one more, and it begins anew.
    ///   - mostWeight: the same in bytes, as ``Tally`` counts them.
    ///   - version: a number that is another after every commit, whoever made it; nil when it cannot be told, and then
    ///     nothing is kept.
    package init(mostAnswers: Int = 1_000, mostWeight: Int = 8_000_000, version: @escaping @Sendable () -> Int?) {
        most = (mostAnswers, mostWeight)
        self.version = version
    }

    /// The answer that stands now, if it is known, and the version of the file now.
    package func answer<Question: PureQuestion>(to question: Question) -> (Question.Answer?, version: Int?) {
        book.withLock { book in
            let now = version()
            if now == nil || now != book.version { book = Book(version: now) }
            return (book.answers[question] as? Question.Answer, now)
        }
    }

    /// Keeps an answer that was read after the file had `version`, unless the file changed since: then nobody knows
    /// which of the two it is of.
    package func keep<Question: PureQuestion>(
        _ answer: Question.Answer, to question: Question, weight: Int, since version: Int?
    ) {
        guard let version, weight <= most.weight else { return }
        book.withLock { book in
            guard self.version() == version, book.version == version else { return }
            if book.answers.count >= most.answers || book.weight + weight > most.weight {
                book = Book(version: version)
            }
            if book.answers.updateValue(answer, forKey: question) == nil { book.weight += weight }
        }
    }

    /// What it holds now.
    package var size: (answers: Int, weight: Int) { book.withLock { ($0.answers.count, $0.weight) } }
}

/// Counts the bytes that are read for one answer, from which follows what keeping it takes.
final class Tally {
    var bytes = 0

    /// An estimate on the safe side, for nobody can say what a value takes: each short text becomes a value of its own,
    /// and what is made of it for a page stands in a tree. So four times what was read, and something for the answer.
    var weight: Int { 1_000 + 4 * bytes }
}
