/// The elements of a page and the names of their attributes, without any text: what hostile text must not change (S1).
///
/// Reads tags as a browser does: a quote ends a value, an angle bracket opens an element, whatever stands around them.
enum Skeleton {
    static func of(_ bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            found.append(tag(bytes, &index))
        }
        return found
    }

    private static func tag(_ bytes: [UInt8], _ index: inout Int) -> String {
        index += 1
        var parts = [word(bytes, &index)]
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            parts.append(word(bytes, &index))
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 2
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
            index += 1
        }
        return parts.joined(separator: " ")
    }

    private static func word(_ bytes: [UInt8], _ index: inout Int) -> String {
        let start = index
        let ends = Array(" >=".utf8)
        while index < bytes.count, !ends.contains(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    }
}

enum Hostile {
    /// A quote under a combining mark is one Character to Swift, and a way out of an attribute to a browser.
    static let texts = [
        #""><script>alert(1)</script>"#, "\"\u{0301} onfocus=alert(1) x=\"", "<\u{0338}b>vet</b>", "'><img src=x onerror=alert(1)>",
        "</textarea></title><h1>Raak</h1>", "=cmd|' /C calc'!A0", "a & b &lt; c", "\u{202E}omgekeerd\u{200B}", "{{7*7}} ${7*7} %3Cb%3E",
    ]
}
