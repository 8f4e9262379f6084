import Files
import Markup
import Site
import Testing

private func cells(_ text: String, delimiter: PastedTable.Delimiter? = nil) throws -> [[String]] {
    try PastedTable.read(text, delimiter: delimiter).rows.map(\.cells)
}

@Suite("A table that was pasted or sent as a file")
struct PastedTableTests {
    @Test(
        "the delimiter is found, whichever it is",
        arguments: [
            ("\t", PastedTable.Delimiter.tab), (";", .semicolon), (",", .comma), ("|", .pipe),
        ])
    func delimiters(mark: String, delimiter: PastedTable.Delimiter) throws {
        let text = "naam\(mark)plaats\nAn\(mark)Gouda\nBo\(mark)Leiden\n"
        let table = try PastedTable.read(text)
        #expect(table.delimiter == delimiter)
        #expect(table.rows.map(\.cells) == [["naam", "plaats"], ["An", "Gouda"], ["Bo", "Leiden"]])
        #expect(table.remarks.isEmpty)
    }

    @Test("decimal commas, commas in sentences and delimiters in quotes mislead no one")
    func misleading() throws {
        #expect(try cells("naam;cijfer\nAn;7,5\nBo;8,0") == [["naam", "cijfer"], ["An", "7,5"], ["Bo", "8,0"]])
        #expect(try cells("Naam (achternaam, voornaam);Rol\nJansen, Piet;lid").last == ["Jansen, Piet", "lid"])
        #expect(try cells("a,\"x;y\"\nb,\"z;w\"") == [["a", "x;y"], ["b", "z;w"]])
        #expect(try cells("a\tb;c\n1\t2;3") == [["a", "b;c"], ["1", "2;3"]])
    }

    @Test("one column has no delimiter; a known delimiter or a first line sep= decides")
    func given() throws {
        #expect(try PastedTable.read("An\nBo").delimiter == nil)
        #expect(try cells("An, Bo\nCo, Di", delimiter: .tab) == [["An, Bo"], ["Co, Di"]])
        let table = try PastedTable.read("SEP=,\r\na;b,c\r\n1,2")
        #expect(table.rows == [.init(number: 1, cells: ["a;b", "c"]), .init(number: 2, cells: ["1", "2"])])
    }

    @Test("quotes hold delimiters, doubled quotes and line ends")
    func quotes() throws {
        let text = "a;b\r\n\"een; \"\"twee\"\"\";\"regel 1\r\nregel 2\"\r\n\"\";\"x\" \r\n"
        #expect(try cells(text) == [["a", "b"], ["een; \"twee\"", "regel 1\nregel 2"], ["", "x"]])
    }

    @Test("a loose quote spoils its own cell at most, and is reported")
    func looseQuotes() throws {
        let table = try PastedTable.read("naam;rol\n\"De Regenboog\" Gouda;lid\n\"open;lid\nBo;5\" lang")
        #expect(
            table.rows.map(\.cells) == [
                ["naam", "rol"], ["\"De Regenboog\" Gouda", "lid"], ["\"open", "lid"], ["Bo", "5\" lang"],
            ])
        #expect(table.remarks == [.looseQuote(row: 2), .looseQuote(row: 3)])
    }

    @Test("lines may end in CR, LF or CRLF, the last one in nothing")
    func lineEnds() throws {
        let wanted = [["a", "b"], ["1", "2"], ["3", ""]]
        for end in ["\n", "\r", "\r\n"] {
            #expect(try cells("a;b\(end)1;2\(end)3;") == wanted)
            #expect(try cells("a;b\(end)1;2\(end)3;\(end)") == wanted)
        }
    }

    @Test("blank rows are skipped and counted; rows keep the number that the spreadsheet shows")
    func blankRows() throws {
        let table = try PastedTable.read("a;b\n;\n\n \u{00A0};\u{200B}\n1;2\n")
        #expect(table.rows.map(\.number) == [1, 5])
        #expect(table.remarks == [.blankRows(3)])
        #expect(try PastedTable.read("").rows.isEmpty)
        #expect(try PastedTable.read("\n\r\n;;;\n").rows.isEmpty)
    }

    @Test("short and long rows are kept and reported; empty cells too many are not")
    func ragged() throws {
        let table = try PastedTable.read("a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3")
        #expect(table.rows.map(\.cells.count) == [3, 2, 4, 5, 3])
        #expect(
            table.remarks == [
                .raggedRow(number: 2, cells: 2, expected: 3), .raggedRow(number: 3, cells: 4, expected: 3),
            ])
        #expect(table.rows[1][1] == "2")
        #expect(table.rows[1][2] == "")
        #expect(table.rows[1][-1] == "")
        #expect(Vocabulary.dutch.text(table.remarks[0].sentence) == "Rij 2 heeft 2 cellen, de meeste rijen hebben er 3.")
    }

    @Test("formulas are text like any other on the way in (S8)")
    func formulas() throws {
        #expect(
            try cells("naam;waarde\n=1+1;@x\n+31 6;-5") == [["naam", "waarde"], ["=1+1", "@x"], ["+31 6", "-5"]])
    }

    @Test("blanks around a cell and control characters inside it disappear")
    func cleaning() throws {
        #expect(try cells(" a ;\u{00A0}b\u{0}\u{7}c\u{FEFF}\n") == [["a", "bc"]])
    }
}

@Suite("Bytes of a table")
struct TableTextTests {
    private let wanted = [["naam", "plaats"], ["Zoë €5", "’s-Gravenhage"]]
    private let text = "naam;plaats\r\nZoë €5;’s-Gravenhage\r\n"

    private func check(_ bytes: [UInt8], _ encoding: PastedTable.Encoding) throws {
        let table = try PastedTable.read(bytes)
        #expect(table.encoding == encoding)
        #expect(table.rows.map(\.cells) == wanted)
    }

    @Test("UTF-8 with and without a byte order mark")
    func utf8() throws {
        try check(Array(text.utf8), .utf8)
        try check([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8)
    }

    @Test("UTF-16 with a byte order mark, either end first")
    func utf16() throws {
        try check([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, .utf16LittleEndian)
        try check([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, .utf16BigEndian)
    }

    @Test("half a character of UTF-16 and a lone surrogate are repaired")
    func brokenUTF16() throws {
        #expect(try PastedTable.read([0xFF, 0xFE, 0x61, 0x00, 0x62]).rows[0][0] == "a\u{FFFD}")
        #expect(try PastedTable.read([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61]).rows[0][0] == "\u{FFFD}a")
    }

    @Test("anything else is Windows-1252, and the report says so")
    func windows() throws {
        let bytes: [UInt8] =
            Array("naam;plaats\r\nZo".utf8) + [0xEB, 0x20, 0x80] + Array("5;".utf8) + [0x92]
            + Array("s-Gravenhage".utf8)
        try check(bytes, .windows1252)
        #expect(try PastedTable.read(bytes).remarks == [.encodingGuessed])
    }

    @Test("Windows-1252 from 0x80 to 0x9F, character by character (WHATWG, index windows-1252)")
    func windowsMap() throws {
        let table = try PastedTable.read([0xFF] + Array(0x80...0x9F as ClosedRange<UInt8>))
        let wanted =
            "ÿ€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        #expect(table.rows[0][0] == wanted)
        #expect(try PastedTable.read([0x78] + Array(0xA0...0xFF)).rows[0][0].unicodeScalars.last == "ÿ")
    }

    @Test("a workbook, a PDF or a picture is refused with advice")
    func binary() {
        #expect(throws: PastedTable.Trouble.notText) { try PastedTable.read([0x50, 0x4B, 3, 4, 0, 0]) }
        #expect(throws: PastedTable.Trouble.notText) { try PastedTable.read("%PDF-1.7") }
        #expect(Vocabulary.dutch.text(PastedTable.Trouble.notText.sentence).contains("CSV"))
    }
}

@Suite("Limits of a table (L3)")
struct TableLimitTests {
    @Test("five thousand rows pass; one more is refused, with the count")
    func rows() throws {
        let rows = { (count: Int) in String(repeating: "a;b\n", count: count) }
        #expect(try PastedTable.read(rows(5_000)).rows.count == 5_000)
        #expect(throws: PastedTable.Trouble.tooManyRows(atLeast: 5_001, limit: 5_000)) {
            try PastedTable.read(rows(5_001))
        }
    }

    @Test("a million rows are refused quickly, counted as far as ten times the limit")
    func million() {
        let bytes = Array(repeating: Array("a;b\n".utf8), count: 1_000_000).flatMap(\.self)
        let limits = PastedTable.Limits(rows: 500)
        let time = ContinuousClock().measure {
            #expect(throws: PastedTable.Trouble.tooManyRows(atLeast: 5_000, limit: 500)) {
                try PastedTable.read(bytes, limits: limits)
            }
        }
        #expect(time < .seconds(5))
        let trouble = PastedTable.Trouble.tooManyRows(atLeast: 50_000, limit: 5_000)
        #expect(Vocabulary.dutch.text(trouble.sentence) == "Deze tabel heeft minstens 50.000 rijen: er passen er 5.000.")
        #expect(trouble.status == 413)
    }

    @Test("bytes, columns and cells have limits, named with their row")
    func others() throws {
        let limits = PastedTable.Limits(bytes: 40, columns: 3, cellBytes: 8)
        let read = { (text: String) in try PastedTable.read(text, limits: limits) }
        #expect(try read("a;b;c\n12345678;ëëëë;\"\"").rows.count == 2)
        #expect(throws: PastedTable.Trouble.tooManyBytes(limit: 40)) { try read(String(repeating: "x", count: 41)) }
        #expect(throws: PastedTable.Trouble.tooManyColumns(row: 2, limit: 3)) { try read("a;b;c\n1;2;3;4") }
        #expect(throws: PastedTable.Trouble.tooManyColumns(row: 1, limit: 3)) { try read("a;b;c;d;e;f;g") }
        #expect(throws: PastedTable.Trouble.cellTooLong(row: 2, limit: 8)) { try read("a;b;c\n123456789") }
        #expect(throws: PastedTable.Trouble.cellTooLong(row: 2, limit: 8)) { try read("a;b\n\"12345\n789") }
    }

    @Test("quotes upon quotes cost time in proportion to the bytes")
    func quoteBombs() {
        for unit in ["\"", ",\"", "\"a,", "\"\"\"a\n", ",\"\"\"", "\n\"", "  \"", "\"\n\"\"x,"] {
            let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
            let time = ContinuousClock().measure { _ = try? PastedTable.read(text) }
            #expect(time < .seconds(5))
        }
    }
}
