/// Words of the product: Dutch in the code, said in the reader's language when written.
///
/// `"Ronde \(name) is gesloten"` has the key `Ronde %@ is gesloten`; what is interpolated is a
/// person's text (escaped like any other) or another phrase.
package struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
    package enum Part: Sendable, Equatable {
        case words(String)
        case verbatim(String)
        case phrase(Phrase)
    }

    package let parts: [Part]

    package init(stringLiteral value: String) {
        parts = [.words(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    /// The key under which a String Catalog holds the translation; every argument is `%@`.
    package var key: String {
        parts.map { part in
            if case .words(let words) = part { words } else { "%@" }
        }.joined()
    }

    /// Whether anything in it can be translated: `%@, %@` has no words of its own.
    package var hasWords: Bool {
        parts.contains { if case .words(let words) = $0 { words.contains(where: \.isLetter) } else { false } }
    }

    var arguments: [Part] {
        parts.filter { if case .words = $0 { false } else { true } }
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.words(literal)) }
        }

        package mutating func appendInterpolation(_ text: String) { parts.append(.verbatim(text)) }
        package mutating func appendInterpolation(_ number: Int) { parts.append(.verbatim(String(number))) }
        package mutating func appendInterpolation(_ phrase: Phrase) { parts.append(.phrase(phrase)) }
    }
}

extension Phrase {
    /// The phrases one after the other, with commas.
    package static func list(_ all: [Phrase]) -> Phrase {
        guard let first = all.first else { return "" }
        return all.dropFirst().reduce(first) { "\($0), \($1)" }
    }
}
