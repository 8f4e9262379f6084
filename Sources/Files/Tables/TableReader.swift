/// Walks through a table in UTF-8 once, row by row (RFC 4180, with any of CR, LF and CRLF as the line end).
///
/// More lenient than the standard in one way: where a quote opens a cell but does not close at its end, the cell is
/// read again as it stands, up to the next delimiter. A stray quote then spoils one cell, not the rest of the table.
/// Every quoted stretch is read twice at most, so the work stays in proportion to the bytes.
struct TableReader {
    private let bytes: ArraySlice<UInt8>
    private let delimiter: UInt8?
    private let limits: PastedTable.Limits
    private var position: Int
    private var number = 0
    private var text = PlainText()
    /// Numbers of the rows with a quote that opens a cell but does not close at its end.
    private(set) var looseQuotes: [Int] = []
    /// How many quotes stood inside cells that are not quoted: many if the delimiter is the wrong one.
    private(set) var bareQuotes = 0

    init(_ bytes: ArraySlice<UInt8>, delimiter: PastedTable.Delimiter?, limits: PastedTable.Limits) {
        self.bytes = bytes
        self.delimiter = delimiter?.byte
        self.limits = limits
        position = bytes.startIndex
    }

    /// The next row, blank ones included; nil at the end.
    mutating func next() throws(PastedTable.Trouble) -> PastedTable.Row? {
        guard position < bytes.endIndex else { return nil }
        number += 1
        var cells: [String] = []
        repeat {
            guard cells.count < limits.columns else {
                throw .tooManyColumns(row: number, limit: limits.columns)
            }
            cells.append(PlainText.trimmed(try cell()))
        } while skipDelimiter()
        skipLineEnd()
        return PastedTable.Row(number: number, cells: cells)
    }

    private mutating func cell() throws(PastedTable.Trouble) -> String {
        let start = position
        skipSpaces()
        if position < bytes.endIndex && bytes[position] == Ascii.quote {
            position += 1
            if try readQuoted() { return text.take() }
            noteLooseQuote()
        }
        position = start
        text.clear()
        return try bareCell()
    }

    /// Reads behind an opening quote; false if there is no closing quote at the end of a cell.
    private mutating func readQuoted() throws(PastedTable.Trouble) -> Bool {
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == Ascii.quote {
                guard position < bytes.endIndex && bytes[position] == Ascii.quote else {
                    skipSpaces()
                    return isAtCellEnd
                }
                position += 1
            }
            try append(byte)
        }
        return false
    }

    private mutating func bareCell() throws(PastedTable.Trouble) -> String {
        while !isAtCellEnd {
            if bytes[position] == Ascii.quote { bareQuotes += 1 }
            try append(bytes[position])
            position += 1
        }
        return text.take()
    }

    private mutating func append(_ byte: UInt8) throws(PastedTable.Trouble) {
        text.append(byte)
        guard text.count <= limits.cellBytes else { throw .cellTooLong(row: number, limit: limits.cellBytes) }
    }

    private mutating func noteLooseQuote() {
        if looseQuotes.last != number { looseQuotes.append(number) }
    }
}

extension TableReader {
    private var isAtCellEnd: Bool {
        guard position < bytes.endIndex else { return true }
        let byte = bytes[position]
        return byte == delimiter || byte == Ascii.lineFeed || byte == Ascii.carriageReturn
    }

    private mutating func skipDelimiter() -> Bool {
        guard position < bytes.endIndex && bytes[position] == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() {
        let isReturn = position < bytes.endIndex && bytes[position] == Ascii.carriageReturn
        if isReturn { position += 1 }
        if position < bytes.endIndex && bytes[position] == Ascii.lineFeed { position += 1 }
    }

    private mutating func skipSpaces() {
        while position < bytes.endIndex && bytes[position] == Ascii.space { position += 1 }
    }
}
