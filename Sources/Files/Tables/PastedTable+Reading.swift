extension PastedTable {
    /// Reads a table from the bytes of a file.
    ///
    /// - Parameter delimiter: what stands between cells, if that is known; otherwise it is guessed from the first
    ///   rows. A first line `sep=;`, as Excel writes it, decides.
    package static func read(
        _ bytes: ArraySlice<UInt8>, delimiter: Delimiter? = nil, limits: Limits = .standard
    ) throws(Trouble) -> PastedTable {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        let text = try TableText(bytes)
        let start = TableStart(text.utf8, delimiter: delimiter, limits: limits)
        var collector = RowCollector(limits: limits)
        var reader = TableReader(start.bytes, delimiter: start.delimiter, limits: limits)
        try collector.collect(from: &reader)
        let guessed: [Remark] = text.encoding.isGuess ? [.encodingGuessed] : []
        return PastedTable(
            rows: collector.rows, delimiter: start.delimiter, encoding: text.encoding,
            remarks: guessed + collector.remarks(looseQuotes: reader.looseQuotes))
    }

    package static func read(
        _ bytes: [UInt8], delimiter: Delimiter? = nil, limits: Limits = .standard
    ) throws(Trouble) -> PastedTable {
        try read(bytes[...], delimiter: delimiter, limits: limits)
    }

    /// Reads a table from a text field.
    package static func read(
        _ text: String, delimiter: Delimiter? = nil, limits: Limits = .standard
    ) throws(Trouble) -> PastedTable {
        try read(Array(text.utf8)[...], delimiter: delimiter, limits: limits)
    }
}

/// Keeps the rows that fit, and counts the others without keeping them.
private struct RowCollector {
    let limits: PastedTable.Limits
    private(set) var rows: [PastedTable.Row] = []
    private var blankRows = 0

    init(limits: PastedTable.Limits) {
        self.limits = limits
    }

    mutating func collect(from reader: inout TableReader) throws(PastedTable.Trouble) {
        while let row = try reader.next() {
            if row.isBlank {
                blankRows += 1
            } else if rows.count < limits.rows {
                rows.append(row)
            } else {
                throw .tooManyRows(atLeast: count(from: &reader), limit: limits.rows)
            }
        }
    }

    /// The rows in all, as far as ten times the limit: enough to tell a person how far off the table is.
    private func count(from reader: inout TableReader) -> Int {
        var count = limits.rows + 1
        while count < 10 * limits.rows, let row = try? reader.next() { count += row.isBlank ? 0 : 1 }
        return count
    }

    func remarks(looseQuotes: [Int]) -> [PastedTable.Remark] {
        let blank: [PastedTable.Remark] = blankRows > 0 ? [.blankRows(blankRows)] : []
        return blank + raggedRows() + looseQuotes.map { .looseQuote(row: $0) }
    }

    /// Rows with other cells than most rows have: fewer, or more that are filled.
    private func raggedRows() -> [PastedTable.Remark] {
        let rowsByCount = rows.reduce(into: [Int: Int]()) { $0[$1.cells.count, default: 0] += 1 }
        guard let expected = rowsByCount.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return [] }
        return rows.compactMap { row in
            if row.width > expected { return .raggedRow(number: row.number, cells: row.width, expected: expected) }
            if row.cells.count >= expected { return nil }
            return .raggedRow(number: row.number, cells: row.cells.count, expected: expected)
        }
    }
}
