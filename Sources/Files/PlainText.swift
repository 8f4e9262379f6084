/// What every text from outside goes through, byte by byte, before it is a `String`.
///
/// CRLF and a lone CR become `\n`; NUL, the other C0 controls except tab, and DEL are left out; invalid UTF-8 is
/// repaired with U+FFFD.
package struct PlainText {
    private var bytes: [UInt8] = []
    private var followsReturn = false

    package init() {}

    package var count: Int { bytes.count }

    package mutating func append(_ byte: UInt8) {
        guard Self.isPlain(byte) else { return appendControl(byte) }
        bytes.append(byte)
        followsReturn = false
    }

    /// Appends at once what needs no look: bytes that are all plain.
    package mutating func append(plain run: ArraySlice<UInt8>) {
        if run.isEmpty { return }
        bytes.append(contentsOf: run)
        followsReturn = false
    }

    private mutating func appendControl(_ byte: UInt8) {
        let isSecondHalf = byte == Ascii.lineFeed && followsReturn
        followsReturn = byte == Ascii.carriageReturn
        if byte == Ascii.tab { bytes.append(byte) }
        if followsReturn || (byte == Ascii.lineFeed && !isSecondHalf) { bytes.append(Ascii.lineFeed) }
    }

    /// No control character: goes into a text as it is.
    package static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F
    }

    /// The text so far; what is appended next begins a new one in the same memory.
    package mutating func take() -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        clear()
        return text
    }

    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        followsReturn = false
    }

    package static func text(of bytes: some Sequence<UInt8>) -> String {
        var plain = PlainText()
        for byte in bytes { plain.append(byte) }
        return plain.take()
    }
}

extension PlainText {
    /// Without blanks around it: white space of Unicode and the marks that have no width.
    package static func trimmed(_ text: String) -> String {
        if isTight(text) { return text }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...last])
    }

    /// White space, and what shows as nothing: zero width space, word joiner, byte order mark.
    package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B, 0x2060, 0xFEFF: true
        default: scalar.properties.isWhitespace
        }
    }

    /// Most texts begin and end with a visible ASCII character; they need no second look.
    private static func isTight(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    }
}

/// The bytes that carry meaning in forms, headers and tables.
package enum Ascii {
    package static let tab: UInt8 = 0x09
    package static let lineFeed: UInt8 = 0x0A
    package static let carriageReturn: UInt8 = 0x0D
    package static let space: UInt8 = 0x20
    package static let quote: UInt8 = 0x22
    package static let percent: UInt8 = 0x25
    package static let ampersand: UInt8 = 0x26
    package static let plus: UInt8 = 0x2B
    package static let comma: UInt8 = 0x2C
    package static let hyphen: UInt8 = 0x2D
    package static let colon: UInt8 = 0x3A
    package static let semicolon: UInt8 = 0x3B
    package static let equals: UInt8 = 0x3D
    package static let backslash: UInt8 = 0x5C
    package static let pipe: UInt8 = 0x7C

    package static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    package static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// The value of a hexadecimal digit.
    package static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// A character of a `token` (RFC 9110, section 5.6.2).
    package static func isToken(_ byte: UInt8) -> Bool {
        if isDigit(byte) || isLetter(byte) { return true }
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: return true
        default: return false
        }
    }
}
