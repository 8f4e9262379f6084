internal import Markup

/// A word that a heading or a cell may hold: as the screen says it, and the other ways to write it. The English of
/// what the screen says is one of those ways; a test fails where it is not.
struct SpelledWord: Sendable {
    let said: Phrase
    let also: [String]

    init(_ said: Phrase, _ also: String...) {
        self.said = said
        self.also = also
    }

    var all: [String] { [Vocabulary.dutch.text(said)] + also }
}
