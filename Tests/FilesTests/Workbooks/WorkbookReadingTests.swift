import Files
import Foundation
import Testing

private let everyKind = """
    import datetime, openpyxl
    from openpyxl.comments import Comment
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Eén"
    sheet.append(["naam", "aantal", "deel", "dag", "moment", "klok", "waar", "fout", "leeg", "achteraan"])
    sheet.append(["  =1+1 é\\n tweede ", 3, 0.25, datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 12, 30, 5),
        datetime.time(9, 5), True, "#N/A", None, "z"])
    sheet["A2"].data_type = "s"
    sheet["A2"].comment = Comment("een opmerking", "x")
    sheet["C2"].number_format = "0%"
    sheet["B7"] = -12345.678
    sheet.merge_cells("A9:C9")
    sheet["A9"] = "samengevoegd"
    sheet["A10"] = "=B2*2"
    sheet["D10"] = 45000
    sheet["D10"].number_format = '[$-413]d mmmm yyyy;@'
    sheet["E10"] = 0.5
    sheet["E10"].number_format = '"dag" 0.00 "h"'
    book.create_sheet("Leeg")
    book.create_sheet("Laatste")["B2"] = "_x000D_ telt"
    book.save("made.xlsx")
    """

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> WrittenDate {
    try #require(WrittenDate(year: year, month: month, day: day))
}

@Suite(
    "Workbooks of other makers", .enabled(if: Peers.hasPython && Peers.hasGnumeric, "openpyxl and gnumeric are needed"))
struct WorkbookReadingTests {
    private func expectEveryKind(_ book: Workbook, sheet name: String = "Eén") throws {
        let sheet = try #require(book.sheet(name))
        #expect(sheet.rows.map(\.number) == [1, 2, 7, 9, 10])
        let row = sheet.rows[1]
        #expect(row[0] == .text("=1+1 é\n tweede"))
        #expect(row[1] == .number(3))
        #expect(row[2] == .number(0.25))
        #expect(row[3] == .date(try day(2024, 3, 1)))
        #expect(row[4] == .moment(try day(2024, 3, 1), seconds: 45_005))
        #expect(row[5] == .time(seconds: 32_700))
        #expect(row[6] == .truth(true))
        #expect(row[7] == .fault("#N/A") || row[7] == .text("#N/A"))
        #expect(row[8] == .empty)
        #expect(row[9] == .text("z"))
        #expect(row[10] == .empty, "beyond the end")
        #expect(sheet.rows[2].cells == [.empty, .number(-12_345.678)])
        #expect(sheet.rows[3].cells == [.text("samengevoegd")])
        #expect(sheet.rows[4][3] == .date(try day(2023, 3, 15)))
        #expect(sheet.rows[4][4] == .number(0.5))
    }

    @Test("openpyxl: every kind of cell comes in as what it is")
    func openpyxl() throws {
        let bytes = try Peers.inFolder { folder in
            try Peers.python(everyKind, in: folder)
            return try Peers.bytes(folder + "/made.xlsx")
        }
        let book = try Workbook.read(bytes)
        #expect(book.kind == .xlsx)
        #expect(book.sheets.map(\.name) == ["Eén", "Leeg", "Laatste"])
        try expectEveryKind(book)
        #expect(book.sheets[1].rows.isEmpty)
    }

    @Test("gnumeric: the same book as ODS and as its own XLSX", arguments: ["ods", "xlsx"])
    func gnumeric(_ ending: String) throws {
        let bytes = try Peers.inFolder { folder in
            try Peers.python(everyKind, in: folder)
            try Peers.run(Peers.ssconvert, ["made.xlsx", "other.\(ending)"], in: folder)
            return try Peers.bytes(folder + "/other.\(ending)")
        }
        let book = try Workbook.read(bytes)
        #expect(book.kind == (ending == "ods" ? .ods : .xlsx))
        #expect(book.sheets.map(\.name) == ["Eén", "Leeg", "Laatste"])
        try expectEveryKind(book)
    }

    @Test("days are counted from 1904 where the book says so, and the day that never was is no day")
    func epochs() throws {
        let script = """
            import datetime, openpyxl
            from openpyxl.utils.datetime import CALENDAR_MAC_1904
            book = openpyxl.Workbook()
            book.epoch = CALENDAR_MAC_1904
            book.active["A1"] = datetime.date(2024, 3, 1)
            book.save("made")
            """
        #expect(try Workbook.read(Peers.made(script)).sheets[0].rows[0][0] == .date(try day(2024, 3, 1)))
        let old = """
            import openpyxl
            book = openpyxl.Workbook()
            for row, serial in enumerate([1, 59, 60, 61, 367], 1):
                book.active.cell(row, 1, serial).number_format = "yyyy-mm-dd"
            book.save("made")
            """
        let cells = try Workbook.read(Peers.made(old)).sheets[0].rows.map { $0[0] }
        // The first three by ECMA-376 part 1, 18.17.4.1; 61 is 1 March 1900 and 367 is 1 January 1901.
        #expect(
            cells == [
                .date(try day(1900, 1, 1)), .date(try day(1900, 2, 28)), .number(60), .date(try day(1900, 3, 1)),
                .date(try day(1901, 1, 1)),
            ])
    }

    @Test(
        "every real workbook says cell for cell what openpyxl reads in it",
        .enabled(if: Peers.hasData, "no sample files here"),
        arguments: [
            "duo/crebo-opleidingsnamen-2023-2024.xlsx", "duo/mbo-brin.xlsx", "duo/mbo-opleiding-tech-label.xlsx",
            "enquete-definities/xlsform-alle-vraagtypen.xlsx", "enquete-definities/xlsform-dubbele-kolommen.xlsx",
            "enquete-definities/xlsform-socio-economic-en-fr.xlsx", "enquete-definities/xlsform-spec-zh-en.xlsx",
        ])
    func realWorkbooks(_ name: String) throws {
        let script = """
            import json, openpyxl
            book = openpyxl.load_workbook("\(Peers.data)/\(name)", data_only=True)
            def said(value):
                if isinstance(value, bool): return "true" if value else "false"
                if isinstance(value, float) and value == int(value): value = int(value)
                if isinstance(value, (int, float)): return str(value).replace(".", ",")
                if hasattr(value, "isoformat"): return value.isoformat()[:10]
                return "\\n".join(str(value).splitlines()).strip()
            out = [[sheet.title, sorted([cell.row, cell.column, said(cell.value)] for row in sheet.iter_rows()
                for cell in row if cell.value is not None and said(cell.value))] for sheet in book.worksheets]
            print(json.dumps(out))
            """
        struct Cell: Hashable { let row: Int, column: Int, text: String }
        let said = try Peers.inFolder { try Peers.python(script, in: $0) }
        let sheets = try #require(try JSONSerialization.jsonObject(with: said) as? [[Any]])
        let book = try Workbook.read(Peers.bytes("\(Peers.data)/\(name)"))
        #expect(book.sheets.map(\.name) == sheets.compactMap { $0[0] as? String })
        for (sheet, theirs) in zip(book.sheets, sheets) {
            let ours = Set(
                sheet.rows.flatMap { row in
                    row.cells.enumerated().compactMap { column, cell in
                        cell.isEmpty ? nil : Cell(row: row.number, column: column + 1, text: cell.text)
                    }
                })
            let cells = try #require(theirs[1] as? [[Any]])
            let wanted = Set(
                cells.compactMap { cell -> Cell? in
                    guard let row = cell[0] as? Int, let column = cell[1] as? Int, let text = cell[2] as? String else {
                        return nil
                    }
                    return Cell(row: row, column: column, text: text)
                })
            #expect(!wanted.isEmpty || sheet.rows.isEmpty)
            #expect(ours.symmetricDifference(wanted).prefix(5).map { $0 } == [], "\(sheet.name)")
        }
    }

    @Test(
        "every real table in text has the rows and columns that its maker counted",
        .enabled(if: Peers.hasData, "no sample files here"),
        arguments: [
            ("duo/alle-vestigingen-vo-2020.csv", 1_610, 31),
            ("duo/examens-geslaagden-gezakten-cijfers-2018-2019.csv", 11_694, 15),
            ("duo/leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv", 24_243, 22),
            ("duo/zittenblijven-vo-2019.csv", 1_339, 11),
            ("duo/mbo-studenten-en-gediplomeerden-techniek-2015-2019.csv", 951, 34),
            ("duo/hbo-inschrijvingen-2019.csv", 3_815, 18), ("regio/gemeente-naar-regio-ad-2018.csv", 236, 2),
            ("regio/woonplaats-gemeente-corop-2024.csv", 2_501, 6),
        ])
    func realTables(_ name: String, _ rows: Int, _ columns: Int) throws {
        let book = try Workbook.read(Peers.bytes("\(Peers.data)/\(name)"))
        #expect(book.kind == .text)
        #expect(book.sheets[0].rows.count == rows + 1, "with the heading")
        #expect(book.sheets[0].rows[0].cells.count == columns)
    }
}

@Suite("Code pages, guessed by their bytes")
struct CodePageTests {
    @Test(
        "Dutch words in code page 850 are told from the same in Windows-1252",
        arguments: ["Coördinatie;één\nreünie;Zeeuws-Vlaanderen", "zoölogie;financiële", "café\nprivé"])
    func apart(_ text: String) throws {
        let script = { (page: String) in "open('made', 'wb').write(\(text.debugDescription).encode('\(page)'))" }
        for (page, encoding) in [
            ("cp850", PastedTable.Encoding.codePage850), ("cp1252", .windows1252), ("utf-8", .utf8),
        ] {
            let table = try PastedTable.read(Peers.made(script(page)))
            #expect(table.encoding == encoding, "\(page)")
            #expect(table.rows.map { $0.cells.joined(separator: ";") }.joined(separator: "\n") == text, "\(page)")
        }
    }

    @Test("quotes, dashes and the euro of Windows-1252 are no letters of MS-DOS")
    func marks() throws {
        let bytes: [UInt8] =
            Array("foto".utf8) + [0x92] + Array("s".utf8) + [0x96] + Array("nu ".utf8) + [0x80] + Array("5".utf8)
        #expect(try PastedTable.read(bytes).rows[0].cells == ["foto’s–nu €5"])
    }

    @Test("every character of code page 850, by Python's own table", .enabled(if: Peers.hasPython, "Python is needed"))
    func everyCharacter() throws {
        let script = "open('made', 'wb').write(b'a\\x82a\\n' * 100 + b''.join(b'x%c\\n' % i for i in range(128, 256)))"
        let wanted = try Peers.inFolder { folder in
            try Peers.python("print(bytes(range(128, 256)).decode('cp850'), end='')", in: folder)
        }
        let table = try PastedTable.read(Peers.made(script))
        let read = table.rows.dropFirst(100).map { $0.cells[0].dropFirst() }.joined()
        let clean = String(decoding: wanted, as: UTF8.self).filter { $0 != "\u{A0}" }
        #expect(table.encoding == .codePage850)
        #expect(read == clean)
    }
}
