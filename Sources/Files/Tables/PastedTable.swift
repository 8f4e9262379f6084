/// What a person pasted from a spreadsheet or sent as CSV, as rows of text, with a report of what was odd about it.
///
/// Cells are clean text without blanks around it; `=1+1` is three characters and never a formula. Nothing is guessed
/// about what a cell means: see `WrittenNumber` and `WrittenDate`.
package struct PastedTable: Sendable, Equatable {
    /// Rows with at least one cell that is not blank, in order; a heading is one of them (see `columns(matching:)`).
    package let rows: [Row]
    /// Nil if no delimiter was found: the table has one column.
    package let delimiter: Delimiter?
    package let encoding: Encoding
    package let remarks: [Remark]

    package struct Row: Sendable, Equatable {
        /// The row's number as a spreadsheet shows it: from 1, blank rows counted.
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        /// The cell's text; empty beyond the row's end, so that a short row reads as a row with empty cells.
        package subscript(column: Int) -> String {
            cells.indices.contains(column) ? cells[column] : ""
        }

        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

        /// How many cells it has up to the last one that is filled.
        var width: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    }

    package enum Delimiter: Sendable, CaseIterable {
        case tab, semicolon, comma, pipe
    }

    package enum Encoding: Sendable {
        case utf8, utf16LittleEndian, utf16BigEndian, windows1252, codePage850
    }

    /// How much a table may hold; more is refused, never cut.
    package struct Limits: Sendable, Equatable {
        package var bytes: Int
        /// Rows that are not blank.
        package var rows: Int
        package var columns: Int
        /// Bytes of one cell in UTF-8.
        package var cellBytes: Int

        package init(bytes: Int = 10_485_760, rows: Int = 5_000, columns: Int = 200, cellBytes: Int = 10_000) {
            self.bytes = bytes
            self.rows = rows
            self.columns = columns
            self.cellBytes = cellBytes
        }

        package static let standard = Limits()
    }
}

extension PastedTable.Delimiter {
    var byte: UInt8 {
        switch self {
        case .tab: Ascii.tab
        case .semicolon: Ascii.semicolon
        case .comma: Ascii.comma
        case .pipe: Ascii.pipe
        }
    }
}
