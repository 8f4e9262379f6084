/// The key of one thing of the kind `Of`; keys of different kinds do not mix.
///
/// New keys are UUIDs of version 7 (RFC 9562): they sort by the time of making, which keeps indexes compact.
/// What must not show when it was made gets a random key instead.
package struct ID<Of>: Hashable, Sendable, Storable, Restorable, CustomStringConvertible {
    package let text: String

    /// Nil unless `text` has the form of a key: 1 to 64 of `a-z A-Z 0-9 - _`.
    package init?(_ text: String) {
        guard isKey(text) else { return nil }
        self.text = text
    }

    package init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.init(text)
    }

    package var stored: Value { .text(text) }
    package var description: String { text }

    /// A new key, made at `moment`.
    package static func new(at moment: Moment) -> ID {
        new(at: moment, from: (0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// A key made at `moment` of which the rest follows from 16 `bytes`: the same key each time.
    package static func new(at moment: Moment, from bytes: [UInt8]) -> ID {
        var bytes = Array(bytes.prefix(16))
        let milliseconds = UInt64(max(0, moment.milliseconds))
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (8 * (5 - UInt64(index)))) }
        bytes[6] = (bytes[6] & 0x0F) | 0x70
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        return ID(unchecked: hyphenated(bytes))
    }

    /// When a key made by ``new(at:)`` was made; nil for a key of another form.
    package var made: Moment? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard text.utf8.count == 36, digits.count == 32, digits[12] == UInt8(ascii: "7") else { return nil }
        return Int64(String(decoding: digits.prefix(12), as: UTF8.self), radix: 16).map(Moment.init(milliseconds:))
    }

    private init(unchecked text: String) { self.text = text }
}

private func isKey(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { (1...64).contains($0.count) && $0.allSatisfy(isKeyByte) }
}

private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
    default: false
    }
}

private func hyphenated(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    let digits = Array("0123456789abcdef".utf8)
    for (index, byte) in bytes.enumerated() {
        if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = ID(text) else { throw Trouble.unreadable(column: "id") }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
