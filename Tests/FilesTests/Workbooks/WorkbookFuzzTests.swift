import Files
import Foundation
import TestHouse
import Testing

@Suite("Damaged workbooks", .enabled(if: Peers.hasPython, "Python is needed"))
struct WorkbookFuzzTests {
    /// Stored, not packed, so that damage reaches the XML; without a checksum that stops it first.
    private static let seeds = """
        import json, subprocess, zipfile, openpyxl, zlib, base64, datetime
        book = openpyxl.Workbook()
        book.active.append(["naam", 3, 0.5, True, datetime.date(2024, 3, 1)])
        book.active.append(["_x0041_", None, "é"])
        book.save("a.xlsx")
        ods = '<o:document-content xmlns:o="o" xmlns:table="t" xmlns:text="x" xmlns:office="o"><o:body><o:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-03-01"/><table:table-cell table:number-columns-repeated="3"><text:p>a<text:s text:c="2"/></text:p></table:table-cell></table:table-row></table:table></o:spreadsheet></o:body></o:document-content>'
        parts = {name: zipfile.ZipFile("a.xlsx").read(name) for name in zipfile.ZipFile("a.xlsx").namelist()}
        import random
        random.seed(7)
        words = [b"<", b">", b"&", b"&#0;", b"<!DOCTYPE x>", b"]]>", b'r="ZZZZZZZ1"', b't="s"', b"99999999999999999999", b"-1", b"1e999", b"_xD800_", b"<c>", b"</row>", b"\\x00", b"\\xff", b'"', b"<table:table>"]
        def hurt(data):
            data = bytearray(data)
            for _ in range(random.randint(1, 4)):
                place = random.randrange(len(data) + 1)
                kind = random.randrange(4)
                if kind == 0 and place < len(data): data[place] = random.randrange(256)
                elif kind == 1: del data[place:place + random.randrange(1, 30)]
                elif kind == 2: data[place:place] = random.choice(words)
                else: data[place:place] = data[place:place + 40]
            return bytes(data)
        out = []
        for turn in range(400):
            with zipfile.ZipFile("b", "w") as file:
                name = random.choice(list(parts) if turn % 2 else ["content.xml"])
                for each, content in (parts if turn % 2 else {"mimetype": b"x", "content.xml": ods.encode()}).items():
                    file.writestr(each, hurt(content) if each == name else content)
            out.append(base64.b64encode(open("b", "rb").read()).decode())
        print(json.dumps(out))
        """

    @Test("whatever is damaged, it is read within the limits or refused")
    func damaged() throws {
        let said = try Peers.inFolder { try Peers.python(Self.seeds, in: $0) }
        let files = try #require(try JSONSerialization.jsonObject(with: said) as? [String])
        var limits = Workbook.Limits()
        limits.rows = 50
        limits.columns = 20
        limits.cells = 100
        limits.cellBytes = 300
        var random = Seeded(state: 3)
        var (read, refused) = (0, 0)
        for file in files {
            var bytes = [UInt8](try #require(Data(base64Encoded: file)))
            for turn in 0..<5 {
                if turn > 0 {
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                guard let book = try? Workbook.read(bytes, limits: limits) else {
                    refused += 1
                    continue
                }
                read += 1
                let rows = book.sheets.flatMap(\.rows)
                #expect(book.sheets.allSatisfy { $0.rows.count <= limits.rows })
                #expect(rows.allSatisfy { $0.cells.count <= limits.columns && $0.cells.contains { !$0.isEmpty } })
                #expect(rows.flatMap(\.cells).count { !$0.isEmpty } <= limits.cells)
                #expect(
                    rows.flatMap(\.cells).allSatisfy {
                        $0.text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 }
                    })
            }
        }
        #expect(read > 100 && refused > 100, "\(read) read, \(refused) refused: both happen")
    }
}
