import Files
import Testing

/// The file without its byte order mark.
private func text(_ rows: [CSV.Cell]...) -> String {
    var csv = CSV()
    for row in rows { csv.append(row) }
    return String(decoding: csv.bytes.dropFirst(3), as: UTF8.self)
}

@Suite("Tables as files for a Dutch spreadsheet")
struct CSVTests {
    @Test("a byte order mark, semicolons, CRLF and decimal commas")
    func form() {
        let csv = CSV(
            heading: ["Naam", "Aantal", "Cijfer", ""],
            rows: [[.text("Zoë"), .integer(12_345), .number(7.5, decimals: 2), .empty]])
        #expect(csv.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) == "Naam;Aantal;Cijfer;\r\nZoë;12345;7,50;\r\n")
    }

    @Test("quotes stand where they are needed, and line ends inside are one LF")
    func quoting() {
        #expect(text([.text("a;b"), .text("c\"d"), .text("e, f"), .text("g")]) == "\"a;b\";\"c\"\"d\";\"e, f\";g\r\n")
        #expect(text([.text("a\r\nb\rc\u{0}d")]) == "\"a\nb\ncd\"\r\n")
        #expect(text([.text(" a ")]) == "\" a \"\r\n")
        #expect(text([.text("")], []) == "\r\n\r\n")
    }

    @Test(
        "figures: rounded half away from zero, without thousands, never with a mark before them",
        arguments: [
            (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"), (-1.25, 1, "-1,3"), (1234567.891, 2, "1234567,89"),
            (0.05, 1, "0,1"), (-0.04, 1, "0,0"), (3, 3, "3,000"), (0.007, 3, "0,007"),
            (1e20, 2, "100000000000000000000"),
            (-1.25e21, 0, "-1250000000000000000000"), (.nan, 2, ""), (.infinity, 0, ""), (1, 99, "1,000000000"),
            (1, -1, "1"), (0.1 + 0.2, 2, "0,30"),
        ] as [(Double, Int, String)])
    func numbers(number: Double, decimals: Int, written: String) {
        #expect(text([.number(number, decimals: decimals)]) == written + "\r\n")
    }

    @Test("whole numbers, negative ones too, stay as they are")
    func integers() {
        #expect(text([.integer(-5), .integer(.min), .integer(0)]) == "-5;-9223372036854775808;0\r\n")
    }

    @Test("what goes out comes back the same, but for the blanks around a cell")
    func roundTrip() throws {
        let texts = ["Zoë", "a;b", "c\"d\"", "regel 1\nregel 2", "e,f\tg|h", "\"", "\"\""]
        let csv = CSV(heading: ["x", "y", "z", "p", "q", "r", "s"], rows: [texts.map(CSV.Cell.text)])
        let table = try PastedTable.read(csv.bytes)
        #expect(table.delimiter == .semicolon)
        #expect(table.rows.last?.cells == texts)
    }
}

@Suite("No text becomes a formula (S8)")
struct FormulaTests {
    @Test(
        "an apostrophe stands before every text that a spreadsheet could take for a formula",
        arguments: [
            "=1+1", "+31 6 12345678", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\r\nx", " =1", "  \t=1", "\u{00A0}=1",
            "\u{2003}\u{202F}-1", "\u{3000}+1", "\u{200B}=1", "\u{FEFF}=1", "\u{2060}@x", "\u{00AD}=1", "\u{202E}=1",
            "\u{0}=1", "\u{1B}=1", "\u{85}=1", "\u{2028}=1", "＝1+1", "＋1", "－1", "＠x", " ＝1", "﹦1", "﹢1", "﹣1", "﹫x",
            "−1", "=\u{301}1", "\u{E0020}=1", "\u{3164}=1", "=", " \n",
        ])
    func neutral(hostile: String) throws {
        #expect(CSV.neutral(hostile).unicodeScalars.first == "'")
        let cells = try PastedTable.read(CSV(heading: ["a", "b"], rows: [[.text("x"), .text(hostile)]]).bytes).rows[1]
            .cells
        #expect(cells[1].unicodeScalars.first == "'")
    }

    @Test(
        "other texts stay as they are",
        arguments: ["", " ", "a=1", "1-2", "'=1", "e-mail", "«=»", "5 = 5", "\u{301}=", "ë", "\u{00A0}", "(-1)", "—"])
    func untouched(harmless: String) {
        #expect(CSV.neutral(harmless) == harmless)
    }

    @Test("no cell that a text writes begins with a formula's mark, whatever one character stands before it")
    func everyPrefix() {
        for value in 0..<0x3100 as Range<UInt32> {
            // A quote is left out: it is doubled in the file, and the cell begins with it.
            guard let scalar = Unicode.Scalar(value), scalar != "\"" else { continue }
            let written = text([.text(String(scalar) + "=1")])
            let first = written.unicodeScalars.first { $0 != "\"" }
            let isUnseen =
                scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint || value < 0x20
            #expect(first != "=", "after U+\(String(value, radix: 16))")
            #expect(first == "'" || !isUnseen)
        }
    }
}
