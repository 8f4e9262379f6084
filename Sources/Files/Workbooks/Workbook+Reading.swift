extension Workbook {
    /// Reads a workbook, or a table in text, from the bytes of a file. Its first bytes tell what it is: a name proves
    /// nothing.
    package static func read(
        _ bytes: ArraySlice<UInt8>, limits: Limits = .standard
    ) throws(Trouble) -> Workbook {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldFormat }
        guard bytes.starts(with: [0x50, 0x4B]) else { return try table(bytes, limits) }
        let archive = try ZipArchive(bytes, limits: limits)
        if archive.contains("content.xml") {
            return Workbook(sheets: try ODSReader(archive, limits).sheets(), kind: .ods)
        }
        guard archive.contains("[Content_Types].xml") else { throw .notAWorkbook }
        return Workbook(sheets: try XLSXReader(archive, limits).sheets(), kind: .xlsx)
    }

    package static func read(_ bytes: [UInt8], limits: Limits = .standard) throws(Trouble) -> Workbook {
        try read(bytes[...], limits: limits)
    }

    private static func table(_ bytes: ArraySlice<UInt8>, _ limits: Limits) throws(Trouble) -> Workbook {
        let few = PastedTable.Limits(
            bytes: limits.bytes, rows: limits.rows, columns: limits.columns, cellBytes: limits.cellBytes)
        let table: PastedTable
        do {
            table = try PastedTable.read(bytes, limits: few)
        } catch {
            throw .text(error)
        }
        let rows = table.rows.map { row in
            Row(number: row.number, cells: row.cells.prefix(row.width).map { $0.isEmpty ? .empty : .text($0) })
        }
        return Workbook(sheets: [Sheet(name: "", rows: rows)], kind: .text)
    }
}

/// Collects the cells of one file within its limits.
struct CellCollector {
    let limits: Workbook.Limits
    private var cells = 0
    private var textBytes = 0
    private var rows: [Workbook.Row] = []
    private var row: [Workbook.Cell] = []

    init(_ limits: Workbook.Limits) { self.limits = limits }

    /// Puts a cell in a column of the current row; blanks between are made when something stands behind them.
    mutating func put(_ cell: Workbook.Cell, column: Int) throws(Workbook.Trouble) {
        guard !cell.isEmpty else { return }
        guard column < limits.columns else { throw .tooManyColumns(limit: limits.columns) }
        try count(cell)
        if row.count <= column { row += Array(repeating: .empty, count: column + 1 - row.count) }
        row[column] = cell
    }

    private mutating func count(_ cell: Workbook.Cell) throws(Workbook.Trouble) {
        cells += 1
        guard cells <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
        guard case .text(let text) = cell else { return }
        guard text.utf8.count <= limits.cellBytes else { throw .cellTooLong(limit: limits.cellBytes) }
        textBytes += text.utf8.count
        guard textBytes <= limits.textBytes else { throw .tooManyBytes(limit: limits.textBytes) }
    }

    /// Ends the row; the same row stands there `times` times.
    mutating func endRow(number: Int, times: Int = 1) throws(Workbook.Trouble) {
        defer { row.removeAll(keepingCapacity: true) }
        guard !row.isEmpty else { return }
        guard times <= limits.rows - rows.count else { throw .tooManyRows(limit: limits.rows) }
        guard row.count * (times - 1) <= limits.cells - cells else { throw .tooManyCells(limit: limits.cells) }
        cells += row.count * (times - 1)
        for more in 0..<times { rows.append(Workbook.Row(number: number + more, cells: row)) }
    }

    mutating func takeSheet(_ name: String) -> Workbook.Sheet {
        defer { rows = [] }
        return Workbook.Sheet(name: name, rows: rows)
    }

    static func text(_ raw: String) -> Workbook.Cell {
        let text = PlainText.trimmed(PlainText.text(of: raw.utf8))
        return text.isEmpty ? .empty : .text(text)
    }
}
