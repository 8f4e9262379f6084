import Markup

enum TestWords {
    /// A phrase as a Dutch reader sees it.
    static func dutch(_ phrase: Phrase) -> String { Vocabulary.dutch.text(phrase) }
}
