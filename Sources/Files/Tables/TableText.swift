/// The bytes of a pasted or uploaded table, as UTF-8.
struct TableText {
    let utf8: ArraySlice<UInt8>
    let encoding: PastedTable.Encoding

    /// A byte order mark decides; without one it is UTF-8 if it is valid as such, and else Windows-1252, which is
    /// what Excel writes under "CSV", or code page 850, which it writes under "CSV (MS-DOS)".
    init(_ bytes: ArraySlice<UInt8>) throws(PastedTable.Trouble) {
        if Self.isKnownBinary(bytes) { throw .notText }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            (utf8, encoding) = (bytes.dropFirst(3), .utf8)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            (utf8, encoding) = (Self.utf8(ofUTF16: bytes.dropFirst(2), lowFirst: true), .utf16LittleEndian)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            (utf8, encoding) = (Self.utf8(ofUTF16: bytes.dropFirst(2), lowFirst: false), .utf16BigEndian)
        } else if Self.isUTF8(bytes) {
            (utf8, encoding) = (bytes, .utf8)
        } else if CodePage850.isLikely(bytes) {
            (utf8, encoding) = (CodePage850.utf8(of: bytes), .codePage850)
        } else {
            (utf8, encoding) = (Windows1252.utf8(of: bytes), .windows1252)
        }
    }

    /// ZIP (XLSX, ODS), compound file (XLS), PDF, PNG, JPEG: what people choose by mistake.
    private static func isKnownBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
        let openings: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47],
            [0xFF, 0xD8, 0xFF],
        ]
        return openings.contains { bytes.starts(with: $0) }
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    /// Lone surrogates and half a unit at the end become U+FFFD.
    private static func utf8(ofUTF16 bytes: ArraySlice<UInt8>, lowFirst: Bool) -> ArraySlice<UInt8> {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(lowFirst ? second << 8 | first : first << 8 | second)
            index += 2
        }
        if index < bytes.endIndex { units.append(0xFFFD) }
        return Array(String(decoding: units, as: UTF16.self).utf8)[...]
    }
}

/// The old Western code page, by the table of the WHATWG Encoding standard (index windows-1252).
enum Windows1252 {
    /// 0x80 to 0x9F. The five bytes without a character of their own stand for the control of the same number.
    private static let upper: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    static func utf8(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let units = bytes.map { byte in
            (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)[...]
    }
}
