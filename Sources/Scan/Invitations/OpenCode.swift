package import Database
internal import Site

/// The short code of an open link: said aloud, read from a big screen, typed on a phone.
package enum OpenCode {
    /// Letters and digits of which none looks like another: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V.
    static let alphabet = Array("acdefhjkmnpqrtwxy34679".utf8)
    static let length = 6

    /// What a person typed as a code is stored: in small letters, without blanks and hyphens. Nil if it cannot be one.
    package static func typed(_ text: String) -> String? {
        let bytes = Array(bare(text.lowercased()).utf8)
        guard bytes.count == length, bytes.allSatisfy({ alphabet.contains($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Without the blanks, also hard ones, and hyphens with which a code is written.
    static func bare(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }))
    }

    /// A code that no round has. Nil in the unthinkable case that twenty draws were all taken.
    package static func unused(_ reading: Reading) throws -> String? {
        for _ in 0..<20 {
            let code = String(decoding: (0..<length).map { _ in draw() }, as: UTF8.self)
            if try !RoundStore.isTaken(code: code, reading) { return code }
        }
        return nil
    }

    private static func draw() -> UInt8 { alphabet[Int.random(in: alphabet.indices)] }

    /// In two groups of three capitals, easier to say and to type; a blank between them that does not break the line.
    package static func shown(_ code: String) -> String {
        let capitals = code.uppercased()
        return "\(capitals.prefix(3))\u{A0}\(capitals.suffix(3))"
    }
}
