/// A word that cannot be guessed and opens something: a session, a personal link, an invitation.
/// What is stored is only its ``digest``.
package struct Secret: Sendable, Hashable {
    package let text: String

    /// 130 random bits in letters and digits that survive being read aloud.
    package static func new() -> Secret { Secret(encoding: Sodium.random(17)) }

    /// A secret that follows from a key that is kept outside the database, so it need not be stored to be said again.
    package static func derived(from key: [UInt8], _ purpose: String, _ id: String) -> Secret {
        Secret(encoding: Array(Sodium.seal(Array("\(purpose)\u{0}\(id)".utf8), key: key).prefix(17)))
    }

    /// Nil unless `text` has the form of a secret.
    package init?(_ text: String) {
        guard text.utf8.count == 26, text.utf8.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
        self.text = text
    }

    private init(encoding bytes: [UInt8]) {
        text = Self.base32(bytes, length: 26)
    }

    /// What may be stored: SHA-256 over purpose and secret, in hexadecimal. Different purposes give digests
    /// that cannot be compared with each other.
    package func digest(for purpose: String) -> String {
        hexadecimal(Sodium.sha256(Array("\(purpose)\u{0}\(text)".utf8)))
    }

    /// Crockford's base 32 without the letters that look like digits.
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func base32(_ bytes: [UInt8], length: Int) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes where text.count < length {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5, text.count < length {
                bits -= 5
                text.append(alphabet[(buffer >> bits) & 31])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Two digits for each byte.
package func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
