/// Reads the compact JSON of an answer sheet byte by byte, without making values of what is not asked for.
///
/// Whatever the bytes are, it never reads past their end; what it cannot read it reports as nil or false.
struct AnswerScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The bytes between the quotes of a text, escapes as they stand.
    struct Piece {
        let range: Range<Int>
        let hasEscapes: Bool
    }

    var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    /// Passes `byte`, and blanks before it, if it comes now.
    mutating func pass(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard next == byte, place < bytes.count else { return false }
        place += 1
        return true
    }

    mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    }

    mutating func piece() -> Piece? {
        guard pass(UInt8(ascii: "\"")) else { return nil }
        let start = place
        var hasEscapes = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                place += 1
                return Piece(range: start..<place - 1, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                place += 1
            }
            place += 1
        }
        place = bytes.count
        return nil
    }

    /// Passes `null` if it comes now.
    mutating func passNull() -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: "n") else { return false }
        place = min(place + 4, bytes.count)
        return true
    }

    /// The digits of a number as they stand.
    mutating func digits() -> Range<Int>? {
        skipBlanks()
        let start = place
        while place < bytes.count, Self.isOfNumber(bytes[place]) { place += 1 }
        return place > start ? start..<place : nil
    }

    /// A whole number of at most three digits; nil for anything else, which is passed.
    mutating func small() -> Int? {
        guard let range = digits() else {
            skipValue()
            return nil
        }
        guard range.count <= 3 else { return nil }
        var number = 0
        for byte in bytes[range] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// Passes whatever value comes now.
    mutating func skipValue() {
        var depth = 0
        repeat {
            skipBlanks()
            switch next {
            case UInt8(ascii: "\""): if piece() == nil { return }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                place += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                place += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return }
                place += 1
            default: skipWord()
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func skipWord() {
        repeat { place += 1 } while place < bytes.count && Self.isOfWord(bytes[place])
        place = min(place, bytes.count)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "+")
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        isOfNumber(byte) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
    }

    /// Whether a piece says exactly `word`.
    func says(_ piece: Piece, _ word: [UInt8]) -> Bool {
        guard piece.range.count == word.count, !piece.hasEscapes else { return false }
        var place = piece.range.lowerBound
        for byte in word {
            if bytes[place] != byte { return false }
            place += 1
        }
        return true
    }

    /// A piece as text, its escapes resolved (RFC 8259, section 7).
    func text(_ piece: Piece) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[piece.range])
        if !piece.hasEscapes { return String(decoding: raw, as: UTF8.self) }
        return String(decoding: JSONEscapes.resolved(raw), as: UTF8.self)
    }
}

/// The escapes inside a JSON text.
enum JSONEscapes {
    static func resolved(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var clean: [UInt8] = []
        clean.reserveCapacity(raw.count)
        var place = 0
        while place < raw.count {
            guard raw[place] == UInt8(ascii: "\\"), place + 1 < raw.count else {
                clean.append(raw[place])
                place += 1
                continue
            }
            place += 2
            switch raw[place - 1] {
            case UInt8(ascii: "n"): clean.append(0x0A)
            case UInt8(ascii: "t"): clean.append(0x09)
            case UInt8(ascii: "r"): clean.append(0x0D)
            case UInt8(ascii: "b"): clean.append(0x08)
            case UInt8(ascii: "f"): clean.append(0x0C)
            case UInt8(ascii: "u"): clean += scalar(raw, &place)
            case let other: clean.append(other)
            }
        }
        return clean
    }

    /// The scalar of `\u` and what follows; half a pair, or no digits, becomes the replacement character.
    private static func scalar(_ raw: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> [UInt8] {
        let replacement = Array("\u{FFFD}".utf8)
        guard let first = unit(raw, place) else { return replacement }
        place += 4
        if let scalar = Unicode.Scalar(first) { return Array(String(scalar).utf8) }
        guard first < 0xDC00, place + 1 < raw.count, raw[place] == UInt8(ascii: "\\"),
            raw[place + 1] == UInt8(ascii: "u"), let second = unit(raw, place + 2), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { return replacement }
        place += 6
        return Array(String(scalar).utf8)
    }

    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32? {
        guard place + 4 <= raw.count else { return nil }
        return UInt32(String(decoding: raw[place..<place + 4], as: UTF8.self), radix: 16)
    }
}
