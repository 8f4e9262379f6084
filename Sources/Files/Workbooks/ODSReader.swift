/// Reads the sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.2 part 1, chapters 8, 9 and 19).
struct ODSReader {
    private let archive: ZipArchive
    private let limits: Workbook.Limits

    init(_ archive: ZipArchive, _ limits: Workbook.Limits) {
        (self.archive, self.limits) = (archive, limits)
    }

    func sheets() throws(Workbook.Trouble) -> [Workbook.Sheet] {
        if let list = try archive.part("META-INF/manifest.xml"),
            String(decoding: list, as: UTF8.self).contains("encryption-data")
        {
            throw .locked
        }
        guard let content = try archive.part("content.xml") else { throw .notAWorkbook }
        let reading = try XMLWalk.walk(content, ContentPart(limits))
        guard reading.isSpreadsheet else { throw .notAWorkbook }
        return reading.sheets
    }
}

private struct ContentPart: XMLListener {
    private(set) var sheets: [Workbook.Sheet] = []
    private(set) var isSpreadsheet = false
    private var collector: CellCollector
    private var name = ""
    private var (row, rowTimes) = (0, 1)
    private var (column, cellTimes) = (0, 1)
    private var attributes: [String: String] = [:]
    private var paragraphs: [String] = []
    private var isParagraph = false
    /// How deep inside a note: its text is not the cell's.
    private var notes = 0
    /// How deep inside a table: one within a cell is not a sheet.
    private var tables = 0

    init(_ limits: Workbook.Limits) { collector = CellCollector(limits) }

    mutating func open(_ element: Substring, _ attributes: [String: String]) throws(Workbook.Trouble) {
        switch element {
        case "spreadsheet": isSpreadsheet = true
        case "table":
            tables += 1
            if tables == 1 { (name, row) = (PlainText.text(of: (attributes["table:name"] ?? "").utf8), 0) }
        case "table-row" where tables == 1:
            rowTimes = Self.times(attributes["table:number-rows-repeated"])
            column = 0
        case "table-cell" where tables == 1, "covered-table-cell" where tables == 1:
            cellTimes = Self.times(attributes["table:number-columns-repeated"])
            self.attributes = attributes
            paragraphs = []
        case "annotation": notes += 1
        default: openText(element, attributes)
        }
    }

    private mutating func openText(_ element: Substring, _ attributes: [String: String]) {
        guard notes == 0, tables == 1 else { return }
        switch element {
        case "p":
            isParagraph = true
            paragraphs.append("")
        case "s": add(String(repeating: " ", count: min(Self.times(attributes["text:c"]), 1_000)))
        case "tab": add("\t")
        case "line-break": add("\n")
        default: break
        }
    }

    mutating func text(_ text: String) {
        if notes == 0, tables == 1, isParagraph { add(text) }
    }

    private mutating func add(_ text: String) {
        if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += text }
    }

    mutating func close(_ element: Substring) throws(Workbook.Trouble) {
        switch element {
        case "annotation": notes -= 1
        case "p" where notes == 0: isParagraph = false
        case "table-cell" where tables == 1, "covered-table-cell" where tables == 1: try endCell()
        case "table-row" where tables == 1:
            try collector.endRow(number: row + 1, times: rowTimes)
            row += rowTimes
        case "table":
            tables -= 1
            if tables == 0 { try endSheet() }
        default: break
        }
    }

    private mutating func endCell() throws(Workbook.Trouble) {
        let cell = cell()
        if !cell.isEmpty {
            for more in 0..<cellTimes { try collector.put(cell, column: column + more) }
        }
        column += cellTimes
    }

    private mutating func endSheet() throws(Workbook.Trouble) {
        guard sheets.count < collector.limits.sheets else { throw .tooManySheets(limit: collector.limits.sheets) }
        sheets.append(collector.takeSheet(name))
    }

    private func cell() -> Workbook.Cell {
        let shown = paragraphs.joined(separator: "\n")
        switch attributes["office:value-type"] {
        case "float", "percentage", "currency":
            if shown.hasPrefix("#") || shown.hasPrefix("Err:") { return .fault(shown) }
            return attributes["office:value"].flatMap(Double.init).flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
        case "date": return ISODate.cell(attributes["office:date-value"] ?? shown)
        case "time":
            return attributes["office:time-value"].flatMap(ISODate.duration).map { .time(seconds: $0) } ?? .empty
        case "boolean": return .truth(attributes["office:boolean-value"] == "true")
        default: return CellCollector.text(attributes["office:string-value"] ?? shown)
        }
    }

    /// At least 1, and never so many that counting them could overflow.
    private static func times(_ text: String?) -> Int {
        min(max(text.flatMap { Int($0) } ?? 1, 1), 10_000_000)
    }
}
