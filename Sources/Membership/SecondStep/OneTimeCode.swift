internal import Database
internal import Site

/// The code that an authenticator app shows: six digits that change each half minute (RFC 6238, over RFC 4226).
struct OneTimeCode: Sendable, Equatable {
    static let seconds: Int64 = 30

    /// 20 bytes (RFC 4226, section 4).
    let key: [UInt8]

    static func new() -> OneTimeCode { OneTimeCode(key: Sodium.random(20)) }

    init(key: [UInt8]) { self.key = key }

    static func step(at moment: Moment) -> Int64 { moment.milliseconds / 1000 / seconds }

    func code(step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let sealed = SHA1.hmac(counter, key: key)
        let start = Int(sealed[19] & 15)
        let number = sealed[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let limit = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % limit)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step of which `typed` is the code: now, one earlier or one later (RFC 6238, section 5.2), and after `last`, so
    /// that a code that was used opens nothing again. Nil if it is none of them.
    func step(of typed: String, at moment: Moment, after last: Int64) -> Int64? {
        let now = Self.step(at: moment)
        return (now - 1...now + 1).first { $0 > last && Sodium.equal(Array(code(step: $0).utf8), Array(typed.utf8)) }
    }

    /// The key as people type it: base 32 (RFC 4648), in groups of four.
    var shown: String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var (text, buffer, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for byte in key {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                if text.count % 5 == 4 { text.append(UInt8(ascii: " ")) }
                text.append(alphabet[buffer >> bits & 31])
            }
        }
        return String(decoding: text, as: UTF8.self).uppercased()
    }
}
