/// A text between quotes in Swift source, and what stands around it.
struct SwiftLiteral {
    /// The text as a phrase has it for its key: every interpolation is `%@`.
    let key: String
    /// The last four words and signs before it.
    let before: [Substring]
    /// The brackets it stands in, the outermost first.
    let inside: [SwiftBracket]
    /// Whether the bracket it stands in closes right behind it.
    let isLast: Bool
}

/// A bracket that is open.
struct SwiftBracket {
    let sign: UInt8
    /// What is called or entered: `say` in `say("…")`.
    let name: Substring
    /// Whether it is the body of what was declared to be a phrase, or phrases.
    let holdsPhrases: Bool
}

/// Reads Swift source just far enough to find every literal: comments, raw and long literals, interpolations within
/// interpolations. It was held against the compiler's own tree of types, and missed no phrase.
struct SwiftLiterals {
    private(set) var found: [SwiftLiteral] = []
    private let source: [UInt8]
    private var at = 0
    private var tokens: [Substring] = []
    private var brackets: [SwiftBracket] = []

    init(_ source: [UInt8]) {
        self.source = source
        code(isInterpolation: false)
    }

    private func sees(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { source[at...].starts(with: $0) }
    }

    private mutating func code(isInterpolation: Bool) {
        var depth = 0
        while at < source.count {
            let byte = source[at]
            if sees("//") {
                at = source[at...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
            } else if byte == UInt8(ascii: "\"") || isRawQuote {
                literal()
            } else if Self.isWord(byte) {
                word()
            } else if byte <= 0x20 {
                at += 1
            } else if "([{".utf8.contains(byte) {
                open(byte)
                depth += 1
            } else if ")]}".utf8.contains(byte) {
                at += 1
                if isInterpolation, depth == 0 { return }
                depth -= 1
                _ = brackets.popLast()
                tokens.append(Self.text([byte]))
            } else {
                tokens.append(Self.text([byte]))
                at += 1
            }
        }
    }

    private static func text(_ bytes: some Collection<UInt8>) -> Substring { Substring(decoding: bytes, as: UTF8.self) }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private mutating func word() {
        let end = source[at...].firstIndex { !Self.isWord($0) } ?? source.count
        tokens.append(Self.text(source[at..<end]))
        at = end
    }

    private mutating func open(_ sign: UInt8) {
        let name = tokens.last.flatMap { $0.utf8.first.map(Self.isWord) == true ? $0 : nil } ?? ""
        brackets.append(SwiftBracket(sign: sign, name: name, holdsPhrases: sign == UInt8(ascii: "{") && opensPhrases))
        tokens.append(Self.text([sign]))
        at += 1
    }
}

// What a brace opens.
extension SwiftLiterals {
    /// `-> Phrase {`, `: [Phrase] {` and the like, or a branch inside one.
    private var opensPhrases: Bool {
        let type = tokens.reversed().prefix { ["Phrase", "?", "[", "]", "(", ")", ","].contains($0) }
        let mark = tokens.dropLast(type.count).last
        if type.contains("Phrase"), mark == ":" || mark == ">" { return true }
        return isBranch && brackets.last?.holdsPhrases == true
    }

    /// Whether the brace belongs to `if`, `switch` and their like: back to the brace before, one of them is seen.
    private var isBranch: Bool {
        var depth = 0
        for token in tokens.reversed() {
            switch token {
            case ")", "]": depth += 1
            case "(", "[": depth -= 1
            case "{" where depth == 0, "}" where depth == 0: return false
            case "if", "else", "switch", "guard", "for", "while", "do", "catch": if depth == 0 { return true }
            default: continue
            }
        }
        return false
    }
}

// The literals themselves.
extension SwiftLiterals {
    private var isRawQuote: Bool {
        guard source[at] == UInt8(ascii: "#") else { return false }
        return source[at...].first { $0 != UInt8(ascii: "#") } == UInt8(ascii: "\"")
    }

    private mutating func literal() {
        let before = Array(tokens.suffix(4))
        let inside = brackets
        tokens.append("\"")
        let mark = tokens.count
        let text = read()
        tokens.removeLast(tokens.count - mark)
        let next = source[at...].first { $0 > 0x20 }
        found.append(
            SwiftLiteral(
                key: String(decoding: text, as: UTF8.self), before: before, inside: inside,
                isLast: next.map { ")]}".utf8.contains($0) } ?? false))
    }

    private mutating func read() -> [UInt8] {
        var hashes = 0
        while source[at] == UInt8(ascii: "#") { (hashes, at) = (hashes + 1, at + 1) }
        let isLong = sees("\"\"\"")
        let quotes = isLong ? 3 : 1
        at += quotes
        let raw = Array(repeating: UInt8(ascii: "#"), count: hashes)
        let end = Array(repeating: UInt8(ascii: "\""), count: quotes) + raw
        let escape = [UInt8(ascii: "\\")] + raw
        var text: [UInt8] = []
        while at < source.count, !source[at...].starts(with: end) {
            if source[at...].starts(with: escape) {
                at += escape.count
                escaped(&text)
            } else {
                text.append(source[at])
                at += 1
            }
        }
        at += end.count
        return isLong ? Self.unindented(text) : text
    }

    private mutating func escaped(_ text: inout [UInt8]) {
        let sign = source[at]
        at += 1
        switch sign {
        case UInt8(ascii: "("):
            brackets.append(SwiftBracket(sign: sign, name: "\\", holdsPhrases: false))
            code(isInterpolation: true)
            brackets.removeLast()
            text += "%@".utf8
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "u"): unicode(&text)
        case UInt8(ascii: "\n"): text += Self.joint
        default: text.append(sign)
        }
    }

    private mutating func unicode(_ text: inout [UInt8]) {
        let end = source[at...].firstIndex(of: UInt8(ascii: "}")) ?? source.count
        let digits = String(decoding: source[(at + 1)..<end], as: UTF8.self)
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { text += String(scalar).utf8 }
        at = end + 1
    }

    /// Stands where a long literal goes on with the next line, until its lines are put straight.
    private static let joint: [UInt8] = [0x01, UInt8(ascii: "\n")]

    /// The lines of a long literal without what the last line is indented by.
    private static func unindented(_ text: [UInt8]) -> [UInt8] {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let indent = lines.last?.count, lines.count > 1 else { return text }
        let straight = lines.dropFirst().dropLast().map { $0.dropFirst(indent) }
        let joined = straight.joined(separator: [UInt8(ascii: "\n")])
        var result: [UInt8] = []
        for byte in joined {
            if byte == UInt8(ascii: "\n"), result.last == 0x01 { result.removeLast() } else { result.append(byte) }
        }
        return result
    }
}
