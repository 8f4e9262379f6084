internal import Synchronization

/// One SQL statement, written out in the source: it can only be made from a literal without interpolation,
/// so no value and no name that came from outside can become part of it.
///
/// Parameters are `$1`, `$2`… as in PostgreSQL. SQLite reads `$1` as a *name* and numbers names by first
/// appearance, which swaps values silently; so the text is kept with `?1`, `?2`… which both agree on.
package struct SQL: Sendable, ExpressibleByStringLiteral {
    let text: String

    package init(stringLiteral value: StaticString) { text = Self.known.text(of: value) }

    private static let known = KnownTexts()

    /// `$` before a digit becomes `?`, but not inside quotes.
    static func numbered(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes = Array(utf8)
        var quoted = false
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "'") { quoted.toggle() }
            guard !quoted, bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count,
                (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1])
            else { continue }
            bytes[index] = UInt8(ascii: "?")
        }
        return bytes
    }
}

/// The text of each statement in the source, rewritten once.
private final class KnownTexts: Sendable {
    private struct Place: Hashable {
        let start: UInt
        let count: Int
    }

    private let texts = Mutex<[Place: String]>([:])

    func text(of literal: StaticString) -> String {
        literal.withUTF8Buffer { utf8 in
            let place = Place(start: UInt(bitPattern: utf8.baseAddress), count: utf8.count)
            return texts.withLock { texts in
                if let known = texts[place] { return known }
                let text = String(decoding: SQL.numbered(utf8), as: UTF8.self)
                // A literal of one character has no place of its own.
                if literal.hasPointerRepresentation { texts[place] = text }
                return text
            }
        }
    }
}
