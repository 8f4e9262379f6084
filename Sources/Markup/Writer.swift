/// Writes markup as UTF-8 bytes and escapes every text on the way.
///
/// Escaping works on bytes, never on Characters: to Swift a quote followed by a combining mark is one
/// Character that equals no quote, and would slip through.
struct Writer {
    let vocabulary: Vocabulary
    private(set) var bytes: [UInt8] = []

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        bytes.reserveCapacity(16_384)
    }

    mutating func writeDocumentType() { write("<!doctype html>") }

    mutating func write(_ markup: Markup) {
        switch markup {
        case .element(let tag, let attributes, let children): write(tag, attributes, children)
        case .phrase(let phrase): writeEscaped(phrase)
        case .verbatim(let text): writeEscaped(text)
        case .group(let parts): for part in parts { write(part) }
        case .settled(let settled): bytes += settled.bytes
        }
    }

    private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ children: [Markup]) {
        bytes.append(UInt8(ascii: "<"))
        write(tag.name)
        for attribute in attributes { write(attribute) }
        if tag.isShape, children.isEmpty { write("/") }
        bytes.append(UInt8(ascii: ">"))
        guard !tag.isVoid, !tag.isShape || !children.isEmpty else { return }
        for child in children { write(child) }
        write("</")
        write(tag.name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attribute: Attribute) {
        bytes.append(UInt8(ascii: " "))
        write(attribute.name)
        switch attribute.value {
        case .present: return
        case .text(let text): writeQuoted { $0.writeEscaped(text) }
        case .phrase(let phrase): writeQuoted { $0.writeEscaped(phrase) }
        }
    }

    private mutating func writeQuoted(_ value: (inout Writer) -> Void) {
        write("=\"")
        value(&self)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func writeEscaped(_ phrase: Phrase) {
        for part in vocabulary.said(phrase) {
            switch part {
            case .words(let words), .verbatim(let words): writeEscaped(words)
            case .phrase(let inner): writeEscaped(inner)
            }
        }
    }

    /// The same escapes for text and attributes: `& < > " '`. Control characters that HTML forbids are left out.
    private mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var clean = 0
            for index in utf8.indices where Self.special[Int(utf8[index])] {
                bytes.append(contentsOf: utf8[clean..<index])
                clean = index + 1
                writeEscape(utf8[index])
            }
            bytes.append(contentsOf: utf8[clean...])
        }
    }

    private mutating func writeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): write("&amp;")
        case UInt8(ascii: "<"): write("&lt;")
        case UInt8(ascii: ">"): write("&gt;")
        case UInt8(ascii: "\""): write("&quot;")
        case UInt8(ascii: "'"): write("&#39;")
        default: break
        }
    }

    private static let special: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F: true
        default: false
        }
    }
}
