/// Where the rows begin and what stands between their cells.
struct TableStart {
    let bytes: ArraySlice<UInt8>
    let delimiter: PastedTable.Delimiter?

    init(_ bytes: ArraySlice<UInt8>, delimiter: PastedTable.Delimiter?, limits: PastedTable.Limits) {
        if let (named, rest) = Self.named(in: bytes) {
            (self.bytes, self.delimiter) = (rest, delimiter ?? named)
        } else {
            (self.bytes, self.delimiter) = (bytes, delimiter ?? Self.guess(bytes, limits: limits))
        }
    }

    /// A first line `sep=;`, which spreadsheets do not show, and what comes behind it.
    private static func named(in bytes: ArraySlice<UInt8>) -> (PastedTable.Delimiter, ArraySlice<UInt8>)? {
        let line = bytes.prefix { $0 != Ascii.lineFeed && $0 != Ascii.carriageReturn }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let delimiter = PastedTable.Delimiter.allCases.first(where: { $0.byte == line.last })
        else { return nil }
        let rest = bytes[line.endIndex...]
        return (delimiter, rest.dropFirst(rest.starts(with: [Ascii.carriageReturn, Ascii.lineFeed]) ? 2 : 1))
    }

    /// The delimiter by which the first rows agree best; nil if none divides them.
    ///
    /// Of two that agree equally, the earlier in tab, semicolon, comma, pipe: decimal commas and commas in sentences
    /// are more common than semicolons in either.
    private static func guess(_ bytes: ArraySlice<UInt8>, limits: PastedTable.Limits) -> PastedTable.Delimiter? {
        var best: (delimiter: PastedTable.Delimiter, agreement: Agreement)?
        for delimiter in PastedTable.Delimiter.allCases {
            let agreement = Agreement(bytes, delimiter: delimiter, limits: limits)
            if agreement.rows > 0, best.map({ $0.agreement < agreement }) ?? true { best = (delimiter, agreement) }
        }
        return best?.delimiter
    }
}

/// How well the first rows agree on their number of cells, if one delimiter is assumed.
private struct Agreement: Comparable {
    /// Whether the first row, mostly the heading, is divided at all.
    private var dividesFirst = false
    /// Rows with the most common number of cells, if that is two or more.
    private(set) var rows = 0
    /// Those of them without a quote in the middle of a cell.
    private var cleanRows = 0

    private static let sample = 20

    init(_ bytes: ArraySlice<UInt8>, delimiter: PastedTable.Delimiter, limits: PastedTable.Limits) {
        let sampled = Self.sample(bytes, delimiter: delimiter, limits: limits)
        let rowsByCount = sampled.reduce(into: [Int: Int]()) { $0[$1.cells, default: 0] += 1 }
        let common = rowsByCount.filter { $0.key >= 2 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let common else { return }
        dividesFirst = (sampled.first?.cells ?? 0) >= 2
        rows = common.value
        cleanRows = sampled.count { $0.cells == common.key && !$0.hasBareQuote }
    }

    /// The first rows that are not empty lines: how many cells they have, and whether quotes stand inside them.
    private static func sample(
        _ bytes: ArraySlice<UInt8>, delimiter: PastedTable.Delimiter, limits: PastedTable.Limits
    ) -> [(cells: Int, hasBareQuote: Bool)] {
        var reader = TableReader(bytes, delimiter: delimiter, limits: limits)
        var sampled: [(cells: Int, hasBareQuote: Bool)] = []
        var quotes = 0
        do {
            while sampled.count < sample, let row = try reader.next() {
                if row.cells.count > 1 || !row.isBlank { sampled.append((row.cells.count, reader.bareQuotes > quotes)) }
                quotes = reader.bareQuotes
            }
        } catch {
            // The reading itself will say what is wrong; a row that is too wide was divided all the same.
            if case .tooManyColumns(_, let limit) = error { sampled.append((limit + 1, false)) }
        }
        return sampled
    }

    static func < (one: Agreement, other: Agreement) -> Bool {
        if one.dividesFirst != other.dividesFirst { return other.dividesFirst }
        return (one.cleanRows, one.rows) < (other.cleanRows, other.rows)
    }
}
