internal import Files

/// A header value with parameters, `form-data; name="a"; filename="b"` (RFC 9110, section 5.6.6), or nil if it is
/// not written by the rules: unknown bytes, a quote that does not close, a parameter that stands there twice.
struct HeaderValue: Equatable {
    /// In lower case.
    let value: String
    /// Names in lower case; values as they came.
    private(set) var parameters: [String: String] = [:]

    /// The most parameters that an honest header has; more is refused.
    private static let mostParameters = 16

    init?(_ bytes: some Sequence<UInt8>) {
        var reader = HeaderReader(Array(bytes))
        guard let value = reader.word({ Ascii.isToken($0) || $0 == 0x2F }) else { return nil }
        self.value = value.lowercased()
        while reader.skip(Ascii.semicolon) {
            if reader.isAtEnd { return }
            guard let (name, value) = reader.parameter(), parameters[name] == nil else { return nil }
            guard parameters.count < Self.mostParameters else { return nil }
            parameters[name] = value
        }
        guard reader.isAtEnd else { return nil }
    }
}

/// Walks through one header line.
private struct HeaderReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return position == bytes.count
        }
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count && bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func word(_ belongs: (UInt8) -> Bool) -> String? {
        skipBlanks()
        let start = position
        while position < bytes.count && belongs(bytes[position]) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    mutating func parameter() -> (name: String, value: String)? {
        guard let name = word(Ascii.isToken), skip(Ascii.equals) else { return nil }
        guard let value = skip(Ascii.quote) ? quoted() : word(Ascii.isToken) else { return nil }
        return (name.lowercased(), value)
    }

    /// Up to the closing quote. Only `\"` is an escape: browsers send a backslash in a file name as it is.
    private mutating func quoted() -> String? {
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Ascii.quote { return String(decoding: content, as: UTF8.self) }
            guard byte >= 0x20 && byte != 0x7F || byte == Ascii.tab else { return nil }
            if byte == Ascii.backslash && position < bytes.count && bytes[position] == Ascii.quote {
                content.append(Ascii.quote)
                position += 1
            } else {
                content.append(byte)
            }
        }
        return nil
    }

    private mutating func skipBlanks() {
        while position < bytes.count && (bytes[position] == Ascii.space || bytes[position] == Ascii.tab) {
            position += 1
        }
    }
}
