extension PastedTable {
    /// What was odd, though readable. Row numbers are those of the spreadsheet.
    package enum Remark: Sendable, Equatable {
        /// Not UTF-8 or UTF-16, so taken for Windows-1252 or code page 850: accents may be wrong.
        case encodingGuessed
        case blankRows(Int)
        /// Fewer cells than most rows have, or more that are filled.
        case raggedRow(number: Int, cells: Int, expected: Int)
        /// A quote that does not close, or closes before the cell ends: the cell was read as it stands.
        case looseQuote(row: Int)
    }

    /// Why a table was not taken.
    package enum Trouble: Error, Sendable, Equatable {
        case tooManyBytes(limit: Int)
        /// Counted up to ten times the limit.
        case tooManyRows(atLeast: Int, limit: Int)
        case tooManyColumns(row: Int, limit: Int)
        case cellTooLong(row: Int, limit: Int)
        /// The bytes are a workbook (XLSX, XLS or ODS), a PDF or a picture.
        case notText
    }
}

extension PastedTable.Trouble {
    /// The status of the answer (RFC 9110): 413 for the whole, 422 for what a person can mend in the table.
    package var status: Int {
        switch self {
        case .tooManyBytes, .tooManyRows, .tooManyColumns: 413
        case .cellTooLong, .notText: 422
        }
    }
}
