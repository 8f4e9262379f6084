import Files
import Foundation
import Testing

@Suite("Sheets as XLSX")
struct WorkbookFileTests {
    private let hostile = [
        "=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "https://x.example", "{=1}", "_x0041_",
        "é\u{301}\u{0}\u{7}\"<&>",
    ]

    private func book() throws -> WorkbookFile {
        let day = try #require(WrittenDate(year: 2026, month: 11, day: 25))
        return WorkbookFile(sheets: [
            .init(
                name: "Samen/werken: [1]", heading: ["Tekst", "Aantal", "Deel", "Dag"],
                rows: hostile.map { [.text($0), .integer(-3), .number(12.345, decimals: 1), .date(day)] }
                    + [[.empty, .number(.nan, decimals: 2), .empty, .empty]]),
            .init(name: "samen-werken- -1-", heading: ["Kop"], rows: []),
            .init(
                name: String(repeating: "é👩‍👩‍👧", count: 20), heading: [],
                rows: [[.text(String(repeating: "x", count: 40_000))]]),
            .init(name: "'", heading: [], rows: []),
        ])
    }

    @Test("what we write, we read back as it was")
    func roundTrip() throws {
        let read = try Workbook.read(book().bytes())
        #expect(read.sheets.map(\.name) == ["Samen-werken- -1-", "samen-werken- -1- (2)", "é👩‍👩‍👧é👩‍👩‍👧é👩‍👩‍👧é", "Blad 4"])
        let rows = read.sheets[0].rows
        #expect(rows[0].cells.map(\.text) == ["Tekst", "Aantal", "Deel", "Dag"])
        let texts = [
            "=1+1", "+1", "-1", "@x", "=1", "=1", "＝1", "https://x.example", "{=1}", "_x0041_", "é\u{301}\"<&>",
        ]
        #expect(rows.dropFirst().map { $0[0] } == texts.map { .text($0) })
        let day = try #require(WrittenDate(year: 2026, month: 11, day: 25))
        #expect(rows[1].cells.dropFirst() == [.number(-3), .number(12.345), .date(day)])
        #expect(read.sheets[2].rows[0][0].text.utf16.count == 32_767)
    }

    @Test(
        "openpyxl finds real numbers and days, and not one formula (S8)",
        .enabled(if: Peers.hasPython, "openpyxl is needed"))
    func openpyxl() throws {
        let script = """
            import json, openpyxl
            book = openpyxl.load_workbook("ours.xlsx")
            sheet = book.worksheets[0]
            print(json.dumps({
                "kinds": sorted({cell.data_type for each in book.worksheets for row in each.iter_rows() for cell in row if cell.value is not None}),
                "row": [str(cell.value) for cell in sheet[2]], "types": [type(cell.value).__name__ for cell in sheet[2]],
                "format": sheet["C2"].number_format, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
                "links": sum(1 for row in sheet.iter_rows() for cell in row if cell.hyperlink)}))
            """
        let said = try Peers.inFolder { folder in
            try Data(book().bytes()).write(to: URL(fileURLWithPath: folder + "/ours.xlsx"))
            return try Peers.python(script, in: folder)
        }
        let found = try #require(try JSONSerialization.jsonObject(with: said) as? [String: Any])
        #expect(found["kinds"] as? [String] == ["d", "n", "s"], "f would be a formula")
        #expect(found["row"] as? [String] == ["=1+1", "-3", "12.345", "2026-11-25 00:00:00"])
        #expect(found["types"] as? [String] == ["str", "int", "float", "datetime"])
        #expect(found["format"] as? String == "0.0")
        #expect(found["frozen"] as? String == "A2")
        #expect(found["filter"] as? String == "A1:D13")
        #expect(found["links"] as? Int == 0)
    }

    @Test("gnumeric opens it and shows the same figures", .enabled(if: Peers.hasGnumeric, "gnumeric is needed"))
    func gnumeric() throws {
        let text = try Peers.inFolder { folder in
            try Data(book().bytes()).write(to: URL(fileURLWithPath: folder + "/ours.xlsx"))
            try Peers.run(Peers.ssconvert, ["ours.xlsx", "theirs.csv"], in: folder)
            return try String(contentsOfFile: folder + "/theirs.csv", encoding: .utf8)
        }
        #expect(text.split(separator: "\n").dropFirst().first == "=1+1,-3,12.345,2026/11/25")
    }

    @Test("nothing of it stays behind on the disk")
    func nothingStays() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("regio-") }
        _ = try book().bytes()
        let after = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("regio-") }
        #expect(Set(after).subtracting(before).isEmpty)
    }
}
