/// One sheet of an XLSX file, cell by cell.
struct SheetPart: XMLListener {
    private(set) var collector: CellCollector
    private let strings: [Workbook.Cell]
    private let formats: [NumberFormat]
    private let from1904: Bool
    private var row = 0
    private var column = -1
    private var type = "n"
    private var format = NumberFormat.plain
    private var value = ""
    private var isValue = false
    private var inline = RichText()

    init(_ collector: CellCollector, strings: [Workbook.Cell], formats: [NumberFormat], from1904: Bool) {
        self.collector = collector
        (self.strings, self.formats, self.from1904) = (strings, formats, from1904)
    }

    mutating func open(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) }.map { max(min($0, 1_048_576), row + 1) } ?? row + 1
            column = -1
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            type = attributes["t"] ?? "n"
            let style = attributes["s"].flatMap { Int($0) } ?? 0
            format = formats.indices.contains(style) ? formats[style] : .plain
            value = ""
        case "v": isValue = true
        default: inline.open(name)
        }
    }

    mutating func text(_ text: String) throws(Workbook.Trouble) {
        guard isValue else { return inline.text(text) }
        value += text
    }

    mutating func close(_ name: Substring) throws(Workbook.Trouble) {
        switch name {
        case "v": isValue = false
        case "c": try collector.put(cell(), column: column)
        case "row": try collector.endRow(number: row)
        default: inline.close(name)
        }
    }

    private mutating func cell() -> Workbook.Cell {
        let written = inline.take()
        switch type {
        case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? .empty
        case "inlineStr": return written
        case "str": return CellCollector.text(RichText.unescaped(value))
        case "b": return value.isEmpty ? .empty : .truth(value == "1" || value == "true")
        case "e": return value.isEmpty ? .empty : .fault(value)
        case "d": return ISODate.cell(value)
        default: return number()
        }
    }

    private func number() -> Workbook.Cell {
        guard let number = Double(value), number.isFinite else { return .empty }
        switch format {
        case .plain: return .number(number)
        case .date: return SerialDate.cell(number, isTimeOnly: false, from1904: from1904)
        case .time: return SerialDate.cell(number, isTimeOnly: true, from1904: from1904)
        }
    }

    /// From 0: "A1" is 0, "AA7" is 26.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8.prefix(while: Ascii.isLetter) {
            column = column * 26 + Int(byte & 0x1F)
            if column > 100_000 { return nil }
        }
        return column == 0 ? nil : column - 1
    }
}

/// Days and times as ISO 8601 writes them.
enum ISODate {
    /// 2024-03-01 or 2024-03-01T12:30:00; text if it is neither.
    static func cell(_ text: String) -> Workbook.Cell {
        guard let day = WrittenDate(String(text.prefix(10))) else { return CellCollector.text(text) }
        guard text.utf8.count > 11 else { return .date(day) }
        let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, clock.allSatisfy({ (0..<60).contains($0) }) else { return .date(day) }
        let seconds = clock[0] * 3_600 + clock[1] * 60 + clock[2]
        return seconds == 0 ? .date(day) : .moment(day, seconds: seconds)
    }

    /// PT12H30M00S in seconds; nil if it is not written that way.
    static func duration(_ text: String) -> Int? {
        guard let parts = text.wholeMatch(of: #/PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d+)?S)?/#) else {
            return nil
        }
        let number = { (digits: Substring?) in digits.flatMap { Int($0) } ?? 0 }
        return number(parts.output.1) * 3_600 + number(parts.output.2) * 60 + number(parts.output.3)
    }
}
