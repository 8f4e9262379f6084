internal import Database
internal import Markup
internal import Site
internal import Synchronization

/// The questions of one version of a round in one language, with the parts of the page that are the same for everyone
/// written once: a question without its answer. It holds nothing of any respondent.
struct AskedContent: Sendable {
    let instrument: Instrument
    let language: Language
    /// Per theme, per question: the question as it looks when it is still open.
    let open: [[Markup]]

    init(_ instrument: Instrument, _ language: Language, _ vocabulary: Vocabulary) {
        self.instrument = instrument
        self.language = language
        open = instrument.themes.map { theme in
            theme.questions.map { QuestionViews.question($0, .fresh, language).settled(in: vocabulary) }
        }
    }
}

/// Keeps the asked content of rounds that are being answered: a version of a round never changes.
final class AskedContents: Sendable {
    private struct Key: Hashable {
        let file: ObjectIdentifier
        let round: Round.ID
        let version: Int
        let language: Language
    }

    private struct Shelf {
        var contents: [Key: AskedContent] = [:]
        var order: [Key] = []
    }

    static let shared = AskedContents(most: 128)
    private let most: Int
    private let shelf = Mutex(Shelf())

    init(most: Int) { self.most = most }

    /// What the round asks now. While it is being composed it is read anew each time.
    func content(of round: Round, in language: Language, _ house: House, _ reading: Reading) throws -> AskedContent {
        if case .composed = round.state {
            let instrument = try RoundStore.content(of: round.id, version: round.version, reading)
            return AskedContent(instrument, language, house.texts.vocabulary(language))
        }
        return try content(of: round.id, version: round.version, in: language, house, reading)
    }

    /// What one version asked, from the shelf or else read and put on it.
    func content(
        of round: Round.ID, version: Int, in language: Language, _ house: House, _ reading: Reading
    ) throws -> AskedContent {
        let key = Key(file: ObjectIdentifier(house.database), round: round, version: version, language: language)
        if let known = shelf.withLock({ $0.contents[key] }) { return known }
        let instrument = try RoundStore.content(of: round, version: version, reading)
        let content = AskedContent(instrument, language, house.texts.vocabulary(language))
        put(content, key)
        return content
    }

    private func put(_ content: AskedContent, _ key: Key) {
        shelf.withLock { shelf in
            if shelf.contents.updateValue(content, forKey: key) == nil { shelf.order.append(key) }
            if shelf.order.count > most { shelf.contents[shelf.order.removeFirst()] = nil }
        }
    }
}
