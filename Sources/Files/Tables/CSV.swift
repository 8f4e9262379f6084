/// A table as a file that opens well in a Dutch spreadsheet: UTF-8 with a byte order mark, semicolons, CRLF, decimal
/// commas (RFC 4180 but for the delimiter).
///
/// No text cell can become a formula: see `CSV.neutral`. Figures have cases of their own and stay figures.
package struct CSV: Sendable {
    package enum Cell: Sendable, Equatable {
        case text(String)
        case integer(Int)
        /// Rounded half away from zero to 0 to 9 decimals; what is not finite is written as an empty cell.
        case number(Double, decimals: Int)
        case date(WrittenDate)
        case empty
    }

    /// The file so far.
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init() {}

    package init(heading: [String], rows: some Sequence<[Cell]>) {
        append(heading.map(Cell.text))
        for row in rows { append(row) }
    }

    package mutating func append(_ row: [Cell]) {
        for (column, cell) in row.enumerated() {
            if column > 0 { bytes.append(Ascii.semicolon) }
            append(cell)
        }
        bytes += [Ascii.carriageReturn, Ascii.lineFeed]
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .text(let text): appendQuoted(Self.neutral(text))
        case .integer(let number): bytes += String(number).utf8
        case .number(let number, let decimals): bytes += DecimalComma.text(number, decimals: decimals).utf8
        case .date(let day): bytes += day.text.utf8
        case .empty: break
        }
    }

    /// Line ends inside a cell are written as LF, and other control characters but tab left out, as on the way in.
    private mutating func appendQuoted(_ text: String) {
        let clean = PlainText.text(of: text.utf8).utf8
        guard clean.contains(where: Self.needsQuotes) || clean.first == Ascii.space || clean.last == Ascii.space else {
            bytes += clean
            return
        }
        bytes.append(Ascii.quote)
        for byte in clean {
            if byte == Ascii.quote { bytes.append(Ascii.quote) }
            bytes.append(byte)
        }
        bytes.append(Ascii.quote)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case Ascii.semicolon, Ascii.quote, Ascii.lineFeed, Ascii.tab, Ascii.comma, Ascii.pipe: true
        default: false
        }
    }
}

extension CSV {
    /// The text with an apostrophe before it if a spreadsheet could take it for a formula (OWASP, "CSV Injection"):
    /// if its first visible character is `=`, `+`, `-` or `@`, in any width, or if a tab, CR or LF comes before that.
    ///
    /// Blanks, control characters and marks without width do not count as visible.
    package static func neutral(_ text: String) -> String {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\r", "\n": return "'" + text
            case _ where isUnseen(scalar): continue
            default: return opensFormula(scalar) ? "'" + text : text
            }
        }
        return text
    }

    private static func opensFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3D, 0x2B, 0x2D, 0x40: true  // = + - @
        case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: true  // the same, full width
        case 0xFE66, 0xFE62, 0xFE63, 0xFE6B: true  // the same, small
        case 0x2212: true  // minus
        default: false
        }
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        if PlainText.isBlank(scalar) || scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format: return true
        default: return false
        }
    }
}
