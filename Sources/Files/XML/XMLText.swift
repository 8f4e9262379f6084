/// The bytes of an XML file as text.
enum XMLText {
    /// The file in UTF-8: as it is, or from the old Western page that its first line names. Others are refused.
    static func utf8(_ bytes: [UInt8]) throws(Workbook.Trouble) -> [UInt8] {
        let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        switch try encoding(bare) {
        case "utf-8", "us-ascii":
            guard (try? UTF8Span(validating: bare.span)) != nil else { throw .broken }
            return bare.startIndex == 0 ? bytes : Array(bare)
        case "iso-8859-1", "windows-1252": return Array(Windows1252.utf8(of: bare))
        default: throw .broken
        }
    }

    private static func encoding(_ bytes: ArraySlice<UInt8>) throws(Workbook.Trouble) -> String {
        guard bytes.starts(with: "<?xml".utf8) else { return "utf-8" }
        let line = String(decoding: bytes.prefix(300).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard let named = line.firstMatch(of: #/\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/#) else {
            if line.contains("encoding") { throw .broken }
            return "utf-8"
        }
        return named.output.1.lowercased()
    }

    /// With what `&` stands for put in its place.
    static func text(_ bytes: ArraySlice<UInt8>) throws(Workbook.Trouble) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var rest = bytes
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += String(decoding: rest[..<start], as: UTF8.self)
            guard let end = rest[start...].prefix(12).firstIndex(of: Ascii.semicolon) else { throw .broken }
            text.unicodeScalars.append(try character(String(decoding: rest[start + 1..<end], as: UTF8.self)))
            rest = rest[(end + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func character(_ name: String) throws(Workbook.Trouble) -> Unicode.Scalar {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            guard name.hasPrefix("#"),
                let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10), number > 0,
                let scalar = Unicode.Scalar(number)
            else { throw .broken }
            return scalar
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }

    static func isInName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || Ascii.isLetter(byte) || Ascii.isDigit(byte) || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
    }
}
