internal import CXlsxWriter
internal import Foundation

/// Sheets as an XLSX file with real numbers, shares and days.
///
/// Every text is stored as a text: no cell of this file is a formula, whatever it begins with.
package struct WorkbookFile: Sendable, Equatable {
    package var sheets: [Sheet]

    package struct Sheet: Sendable, Equatable {
        /// Shortened and mended to what a spreadsheet allows; two that come out the same get a number.
        package var name: String
        package var heading: [String]
        package var rows: [[CSV.Cell]]

        package init(name: String, heading: [String], rows: [[CSV.Cell]]) {
            (self.name, self.heading, self.rows) = (name, heading, rows)
        }
    }

    package init(sheets: [Sheet]) { self.sheets = sheets }

    /// Why no file could be made: a full disk, mostly.
    package struct Trouble: Error, Sendable, Equatable { package let reason: String }

    /// The file's bytes. The library writes files alone, so it is written in a folder that nobody else may open, which
    /// is gone again before this answers.
    package func bytes() throws(Trouble) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("regio-\(UUID().uuidString)").path
        guard mkdir(folder, 0o700) == 0 else { throw Trouble(reason: "no folder for temporary files") }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/table.xlsx"
        try write(to: path, in: folder)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Trouble(reason: "the file is not there")
        }
        return [UInt8](data)
    }

    private func write(to path: String, in folder: String) throws(Trouble) {
        let outcome = folder.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            guard let book = workbook_new_opt(path, &options) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
            var formats = Formats(book)
            for (sheet, name) in zip(sheets, SheetNames.unique(sheets.map(\.name))) {
                guard let made = workbook_add_worksheet(book, name) else { continue }
                sheet.write(into: made, &formats)
            }
            return workbook_close(book)
        }
        guard outcome == LXW_NO_ERROR else { throw Trouble(reason: String(cString: lxw_strerror(outcome))) }
    }
}

extension WorkbookFile.Sheet {
    fileprivate func write(into sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats) {
        for (column, title) in heading.enumerated() {
            _ = worksheet_write_string(sheet, 0, UInt16(column), SheetText.safe(title), formats.bold)
        }
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                write(cell, UInt32(row + 1), UInt16(column), sheet, &formats)
            }
        }
        for (column, width) in widths.enumerated() {
            _ = worksheet_set_column(sheet, UInt16(column), UInt16(column), width, formats.wrapped)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        if !heading.isEmpty, !rows.isEmpty {
            _ = worksheet_autofilter(sheet, 0, 0, UInt32(rows.count), UInt16(heading.count - 1))
        }
    }

    private func write(
        _ cell: CSV.Cell, _ row: UInt32, _ column: UInt16, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: inout Formats
    ) {
        switch cell {
        case .text(let text):
            _ = worksheet_write_string(sheet, row, column, SheetText.safe(text), formats.wrapped)
        case .integer(let number):
            _ = worksheet_write_number(sheet, row, column, Double(number), formats.number(decimals: 0))
        case .number(let number, let decimals) where number.isFinite:
            _ = worksheet_write_number(sheet, row, column, number, formats.number(decimals: decimals))
        case .date(let day):
            var moment = lxw_datetime(
                year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
            _ = worksheet_write_datetime(sheet, row, column, &moment, formats.date)
        case .number, .empty: break
        }
    }

    /// Wide enough for most of what stands in the column, in characters.
    private var widths: [Double] {
        heading.indices.map { column in
            let texts = rows.prefix(200).map { row in row.indices.contains(column) ? row[column].width : 0 }
            return Double(min(max(texts.max() ?? 0, heading[column].count + 3, 8), 60))
        }
    }
}

extension CSV.Cell {
    fileprivate var width: Int {
        switch self {
        case .text(let text): text.count + 1
        case .integer, .number: 10
        case .date: 12
        case .empty: 0
        }
    }
}

/// The ways in which cells are shown, each made once in a workbook.
private struct Formats {
    private let book: UnsafeMutablePointer<lxw_workbook>
    let bold: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?
    private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        bold = workbook_add_format(book)
        format_set_bold(bold)
        wrapped = workbook_add_format(book)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        date = workbook_add_format(book)
        format_set_num_format(date, "dd-mm-yyyy")
        format_set_align(date, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    mutating func number(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
        let decimals = min(max(decimals, 0), 9)
        if let made = numbers[decimals] { return made }
        let format = workbook_add_format(book)
        format_set_num_format(format, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        numbers[decimals] = format
        return format
    }
}

/// Texts as a cell of XLSX can hold them.
enum SheetText {
    /// The most that a cell holds, in UTF-16.
    static let most = 32_767

    /// Without control characters and noncharacters; what would be read as a code (`_x0041_`) is written as one; what
    /// does not fit ends in an ellipsis.
    static func safe(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in PlainText.text(of: text.utf8).unicodeScalars where scalar.value & 0xFFFE != 0xFFFE {
            clean.append(scalar)
        }
        let escaped = String(clean).replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
        guard escaped.utf16.count > most else { return escaped }
        var cut = ""
        for character in escaped where cut.utf16.count + character.utf16.count < most { cut.append(character) }
        return cut + "…"
    }
}

/// Names that every spreadsheet takes: at most 31 characters, none of `[]:*?/\`, no two alike.
enum SheetNames {
    static func unique(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.enumerated().map { place, name in
            let base = mended(name, place)
            var (unique, number) = (base, 1)
            while !taken.insert(unique.lowercased()).inserted {
                number += 1
                let tail = " (\(number))"
                unique = shortened(base, to: 31 - tail.utf16.count) + tail
            }
            return unique
        }
    }

    private static func mended(_ name: String, _ place: Int) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in SheetText.safe(name).unicodeScalars where !"\n\t".unicodeScalars.contains(scalar) {
            clean.append("[]:*?/\\".unicodeScalars.contains(scalar) ? "-" : scalar)
        }
        var short = PlainText.trimmed(shortened(String(clean), to: 31))
        while short.hasPrefix("'") { short.removeFirst() }
        while short.hasSuffix("'") { short.removeLast() }
        return short.isEmpty || short.lowercased() == "history" ? "Blad \(place + 1)" : short
    }

    private static func shortened(_ text: String, to most: Int) -> String {
        var short = ""
        for character in text {
            if short.utf16.count + character.utf16.count > most { break }
            short.append(character)
        }
        return short
    }
}
