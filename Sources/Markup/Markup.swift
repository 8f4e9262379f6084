/// A piece of HTML or SVG as a value.
///
/// Nothing in it is text of a page yet: it is escaped, byte by byte, when it is written
/// (see ``Writer``), so no value a person typed can become an element or an attribute.
package indirect enum Markup: Sendable {
    /// An element with its attributes and what stands inside it.
    case element(Tag, [Attribute], [Markup])
    /// Words of the product, to be said in the reader's language.
    case phrase(Phrase)
    /// Words of a person, shown as they are.
    case verbatim(String)
    case group([Markup])
    /// Bytes that this module wrote before; see ``Markup/settled(in:)``.
    case settled(Settled)

    package static let nothing = Markup.group([])
}

/// Markup written once and kept, for the parts of a page that do not change.
package struct Settled: Sendable {
    let bytes: [UInt8]
}

extension Markup {
    /// The same markup, written now in `vocabulary`, so that writing it again only copies bytes.
    package func settled(in vocabulary: Vocabulary) -> Markup {
        .settled(Settled(bytes: bytes(in: vocabulary)))
    }

    /// The markup as UTF-8, with every text escaped.
    package func bytes(in vocabulary: Vocabulary = .dutch) -> [UInt8] {
        var writer = Writer(vocabulary: vocabulary)
        writer.write(self)
        return writer.bytes
    }

    /// A whole HTML document: the same as ``bytes(in:)`` after the document type.
    package func document(in vocabulary: Vocabulary = .dutch) -> [UInt8] {
        var writer = Writer(vocabulary: vocabulary)
        writer.writeDocumentType()
        writer.write(self)
        return writer.bytes
    }
}

/// Words of a person, shown as they are: the explicit way to put a `String` on a page.
package func verbatim(_ text: String) -> Markup { .verbatim(text) }

/// A whole number, shown as digits.
package func verbatim(_ number: Int) -> Markup { .verbatim(String(number)) }
