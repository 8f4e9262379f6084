/// Reads JSON (RFC 8259) by the byte, for what an answer sheet can hold; anything else in it is stepped over whole.
struct JSONReader {
    typealias Unreadable = AnswerSheet.Unreadable

    enum Value: Equatable {
        case null
        case number(Double)
        case string(String)
        case strings([String])
        /// An object whose values are all texts.
        case texts([String: String])
        /// JSON that no answer has.
        case other
    }

    /// How deep arrays and objects may lie in each other.
    private static let deepest = 32
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var unreadable: Unreadable { Unreadable(position: position) }
    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The bytes since `start` as text.
    func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Steps over `wanted` and the blanks before it; false when something else stands there.
    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard byte == UInt8(ascii: wanted) else { return false }
        position += 1
        return true
    }

    mutating func end() throws(Unreadable) {
        skipBlanks()
        if position < bytes.count { throw unreadable }
    }

    /// Calls `member` for each key, with the reader before its value.
    mutating func object(_ member: (inout JSONReader, String) throws(Unreadable) -> Void) throws(Unreadable) {
        guard take("{") else { throw unreadable }
        if take("}") { return }
        repeat {
            skipBlanks()
            let key = try string()
            guard take(":") else { throw unreadable }
            skipBlanks()
            try member(&self, key)
        } while take(",")
        guard take("}") else { throw unreadable }
    }

    mutating func value(depth: Int = 0) throws(Unreadable) -> Value {
        guard depth < Self.deepest else { throw unreadable }
        skipBlanks()
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "{"): return try texts(depth)
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .other)
        case UInt8(ascii: "f"): return try word("false", .other)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: StaticString, _ value: Value) throws(Unreadable) -> Value {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + length]) })
        else { throw unreadable }
        position += length
        return value
    }

    private mutating func array(_ depth: Int) throws(Unreadable) -> Value {
        position += 1
        if take("]") { return .strings([]) }
        var strings: [String] = []
        var count = 0
        repeat {
            if case .string(let text) = try value(depth: depth + 1) { strings.append(text) }
            count += 1
        } while take(",")
        guard take("]") else { throw unreadable }
        return strings.count == count ? .strings(strings) : .other
    }

    private mutating func texts(_ depth: Int) throws(Unreadable) -> Value {
        var texts: [String: String] = [:]
        var isOther = false
        try object { (reader, key) throws(Unreadable) in
            if case .string(let text) = try reader.value(depth: depth + 1) { texts[key] = text } else { isOther = true }
        }
        return isOther ? .other : .texts(texts)
    }
}

// Numbers.
extension JSONReader {
    private mutating func number() throws(Unreadable) -> Double {
        let start = position
        if byte == UInt8(ascii: "-") { position += 1 }
        try wholeDigits()
        if byte == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard let number = Double(text(from: start)), number.isFinite else { throw unreadable }
        return number
    }

    /// A zero stands alone.
    private mutating func wholeDigits() throws(Unreadable) {
        if byte == UInt8(ascii: "0") { position += 1 } else { try digits() }
    }

    private mutating func digits() throws(Unreadable) {
        let start = position
        while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        if position == start { throw unreadable }
    }
}

// Strings.
extension JSONReader {
    mutating func string() throws(Unreadable) -> String {
        guard byte == UInt8(ascii: "\"") else { throw unreadable }
        position += 1
        let start = position
        while let byte, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        guard byte == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }

    private mutating func escapedString(from start: Int) throws(Unreadable) -> String {
        var text = Array(bytes[start..<position])
        while let byte {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0x00..<0x20: throw unreadable
            default: text.append(byte)
            }
        }
        throw unreadable
    }

    private mutating func escape(into text: inout [UInt8]) throws(Unreadable) {
        guard let letter = byte else { throw unreadable }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(Character(try scalar())).utf8))
        default: throw unreadable
        }
    }

    /// A half of a pair without its other half becomes U+FFFD.
    private mutating func scalar() throws(Unreadable) -> Unicode.Scalar {
        let first = try codeUnit()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let afterFirst = position
        if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") {
            position += 2
            let second = try codeUnit()
            if (0xDC00..<0xE000).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
            }
            position = afterFirst
        }
        return "\u{FFFD}"
    }

    private mutating func codeUnit() throws(Unreadable) -> UInt32 {
        guard position + 4 <= bytes.count else { throw unreadable }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Self.hexadecimal(bytes[position]) else { throw unreadable }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
