/// A workbook that a person sent, as sheets with rows of typed cells: XLSX, ODS, or a table in text as one sheet.
///
/// Formulas are never worked out: a cell holds what the file says it showed.
package struct Workbook: Sendable, Equatable {
    package let sheets: [Sheet]
    package let kind: Kind

    package enum Kind: Sendable { case xlsx, ods, text }

    /// The sheet with this name, in any capitals.
    package func sheet(_ name: String) -> Sheet? {
        sheets.first { $0.name.lowercased() == name.lowercased() }
    }

    package struct Sheet: Sendable, Equatable {
        package let name: String
        /// Rows with at least one cell that is not blank, in order.
        package let rows: [Row]

        package init(name: String, rows: [Row]) {
            (self.name, self.rows) = (name, rows)
        }
    }

    package struct Row: Sendable, Equatable {
        /// The row's number as a spreadsheet shows it: from 1, blank rows counted.
        package let number: Int
        /// Up to the last one that is filled.
        package let cells: [Cell]

        package init(number: Int, cells: [Cell]) {
            (self.number, self.cells) = (number, cells)
        }

        /// Empty beyond the row's end.
        package subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .empty }
    }

    package enum Cell: Sendable, Equatable {
        case empty
        /// Clean text without blanks around it.
        case text(String)
        case number(Double)
        case date(WrittenDate)
        case moment(WrittenDate, seconds: Int)
        /// A time of the day or a duration.
        case time(seconds: Int)
        case truth(Bool)
        /// What a spreadsheet shows where it could not work something out, such as `#N/A`.
        case fault(String)
    }

    /// How much a workbook may hold; more is refused, never cut.
    package struct Limits: Sendable, Equatable {
        /// Of the file as it came.
        package var bytes = 10_485_760
        /// Of all its parts that are read, unpacked.
        package var unpackedBytes = 67_108_864
        /// How many times larger a part over 1 MiB may be than it is packed.
        package var ratio = 200
        package var parts = 2_000
        package var sheets = 100
        /// Rows of one sheet that are not blank.
        package var rows = 100_000
        package var columns = 500
        /// Cells of all sheets that are not blank.
        package var cells = 2_000_000
        /// Bytes of one cell in UTF-8, and of all cells together.
        package var cellBytes = 131_072
        package var textBytes = 67_108_864

        package init() {}
        package static let standard = Limits()
    }

    /// Why a workbook was not taken.
    package enum Trouble: Error, Sendable, Equatable {
        case tooManyBytes(limit: Int)
        /// A part is far larger than it is packed: a bomb.
        case tooDense
        case tooManyParts(limit: Int)
        case tooManySheets(limit: Int)
        case tooManyRows(limit: Int)
        case tooManyColumns(limit: Int)
        case tooManyCells(limit: Int)
        case cellTooLong(limit: Int)
        /// The name of a part leads out of the file.
        case unsafeName
        /// An XML part declares entities.
        case documentType
        /// A password is needed.
        case locked
        /// The format of before 2007 (XLS), or XLSX with a password: they look alike from outside.
        case oldFormat
        /// A ZIP file, but no workbook.
        case notAWorkbook
        case broken
        case text(PastedTable.Trouble)
    }
}

extension Workbook.Trouble {
    /// The status of the answer (RFC 9110): 413 for what is too much, 422 for the rest.
    package var status: Int {
        switch self {
        case .tooManyBytes, .tooManyParts, .tooManySheets, .tooManyRows, .tooManyColumns, .tooManyCells, .tooDense: 413
        case .text(let trouble): trouble.status
        case .cellTooLong, .unsafeName, .documentType, .locked, .oldFormat, .notAWorkbook, .broken: 422
        }
    }
}

extension Workbook.Cell {
    package var isEmpty: Bool { self == .empty }

    /// As a person would type it in a Dutch spreadsheet: a decimal comma, days as 2024-03-01.
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text), .fault(let text): text
        case .number(let number): Self.digits(number)
        case .date(let day): day.text
        case .moment(let day, let seconds): "\(day.text) \(Self.clock(seconds))"
        case .time(let seconds): Self.clock(seconds)
        case .truth(let value): value ? "true" : "false"
        }
    }

    /// The shortest digits that say the number, without an exponent where it can be helped.
    private static func digits(_ number: Double) -> String {
        if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
        return number.description.replacing(".", with: ",")
    }

    private static func clock(_ seconds: Int) -> String {
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        return parts.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}

extension WrittenDate {
    /// 2024-03-01.
    package var text: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
