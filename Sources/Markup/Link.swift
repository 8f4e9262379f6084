/// An address that a page may point to: inside this product, or a checked address elsewhere.
///
/// `"/regions/\(id)/rounds"`: the literal parts are kept, what is interpolated is percent-encoded as one
/// path segment or query value, so a value can never add a segment, a query or a scheme.
package struct Link: Sendable, Equatable, ExpressibleByStringInterpolation {
    package let text: String

    package init(stringLiteral value: String) { text = value }
    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// An address elsewhere that a person typed; nil unless it starts with `https://` or `http://`
    /// and holds no control character or space.
    package init?(elsewhere address: String) {
        let lowered = address.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        text = address
    }

    /// An address of our own that came back from a form; nil unless it starts with one `/` and is plain ASCII.
    package init?(inside path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        text = path
    }

    /// The same address with `#id` behind it.
    package func at(_ id: String) -> Link {
        var interpolation = StringInterpolation(literalCapacity: text.utf8.count + 1, interpolationCount: 1)
        interpolation.appendLiteral(text + "#")
        interpolation.appendInterpolation(id)
        return Link(stringInterpolation: interpolation)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 36)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ link: Link) { text += link.text }

        package mutating func appendInterpolation(_ value: String) {
            // Nearly always a key.
            if value.utf8.allSatisfy(Self.isUnreserved) { return text += value }
            for byte in value.utf8 {
                if Self.isUnreserved(byte) {
                    text.unicodeScalars.append(Unicode.Scalar(byte))
                } else {
                    text += "%" + Self.hex(byte >> 4) + Self.hex(byte & 15)
                }
            }
        }

        /// RFC 3986, section 2.3.
        private static func isUnreserved(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                true
            default: false
            }
        }

        private static func hex(_ nibble: UInt8) -> String { String(nibble, radix: 16, uppercase: true) }
    }
}
