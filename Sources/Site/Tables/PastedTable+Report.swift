extension PastedTable {
    /// What was odd, though readable. Row numbers are those of the spreadsheet.
    package enum Remark: Sendable, Equatable {
        /// Not UTF-8 or UTF-16, so taken for Windows-1252: accents may be wrong.
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

extension PastedTable.Remark {
    package var sentence: String {
        switch self {
        case .encodingGuessed: "Kijk de letters met accenten na: het bestand zegt niet hoe die zijn opgeslagen."
        case .blankRows(1): "Er is 1 lege rij overgeslagen."
        case .blankRows(let count): "Er zijn \(FigureText.count(count)) lege rijen overgeslagen."
        case .raggedRow(let number, let cells, let expected):
            "Rij \(FigureText.count(number)) heeft \(cells) cellen, de meeste rijen hebben er \(expected)."
        case .looseQuote(let row): "In rij \(FigureText.count(row)) staat een los aanhalingsteken."
        }
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

    /// One Dutch sentence (or two) for the page; it repeats nothing that was sent.
    package var sentence: String {
        switch self {
        case .tooManyBytes(let limit): "Deze tabel is te groot: meer dan \(FigureText.size(limit))."
        case .tooManyRows(let atLeast, let limit):
            "Deze tabel heeft minstens \(FigureText.count(atLeast)) rijen: er passen er \(FigureText.count(limit))."
        case .tooManyColumns(let row, let limit):
            "Rij \(FigureText.count(row)) heeft te veel cellen: het mogen er \(FigureText.count(limit)) zijn."
        case .cellTooLong(let row, let limit):
            "Rij \(FigureText.count(row)) heeft een cel van meer dan \(FigureText.size(limit)). "
                + "Misschien ontbreekt er een aanhalingsteken."
        case .notText: "Dit is geen tekst: sla het werkblad op als CSV, of plak de cellen."
        }
    }
}
