/// One SQL statement, written out in the source: it can only be made from a literal without interpolation,
/// so no value and no name that came from outside can become part of it.
///
/// Parameters are `$1`, `$2`… as in PostgreSQL. SQLite reads `$1` as a *name* and numbers names by first
/// appearance, which swaps values silently; so the text is kept with `?1`, `?2`… which both agree on.
package struct SQL: Sendable, ExpressibleByStringLiteral {
    let text: String

    package init(stringLiteral value: StaticString) {
        text = value.withUTF8Buffer { utf8 in
            String(decoding: Self.numbered(utf8), as: UTF8.self)
        }
    }

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
