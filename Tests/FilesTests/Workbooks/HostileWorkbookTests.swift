import Files
import Foundation
import Testing

/// A book whose parts are given as Python writes them: name and content.
private func zip(_ parts: String, _ more: String = "") -> String {
    """
    import zipfile
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/a.xml"/></Relationships>',
        "xl/worksheets/a.xml": '<worksheet><sheetData><row><c t="inlineStr"><is><t>goed</t></is></c></row></sheetData></worksheet>',
    }
    parts.update(\(parts))
    with zipfile.ZipFile("made", "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items(): out.writestr(name, content)
        \(more)
    """
}

private func inCells(_ cells: String) -> String {
    #"{"xl/worksheets/a.xml": "<worksheet><sheetData>" + \#(cells) + "</sheetData></worksheet>"}"#
}

private func ods(_ rows: String) -> String {
    """
    import zipfile
    head = '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
    tail = '</office:spreadsheet></office:body></office:document-content>'
    with zipfile.ZipFile("made", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", head + \(rows) + tail)
    """
}

/// The most memory that this process ever held, in bytes.
private func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(separator: " ")[1])) * 1_024
}

/// L3.
@Suite(
    "Hostile workbooks are refused, each for its own reason", .serialized,
    .enabled(if: Peers.hasPython, "Python is needed"))
struct HostileWorkbookTests {
    private func trouble(_ script: String, limits: Workbook.Limits = .standard) throws -> Workbook.Trouble? {
        let bytes = try Peers.made(script)
        do {
            _ = try Workbook.read(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("the harmless book that the others were made from is read")
    func harmless() throws {
        #expect(try Workbook.read(Peers.made(zip("{}"))).sheets[0].rows[0].cells == [.text("goed")])
    }

    @Test(
        "parts that lead out, entities, passwords, lies and bombs",
        arguments: [
            (zip("{}", "out.writestr('../../etc/passwd', 'x')"), Workbook.Trouble.unsafeName),
            (zip("{}", "out.writestr('/etc/passwd', 'x')"), .unsafeName),
            (zip("{}", "out.writestr('xl\\\\..\\\\..\\\\x', 'x')"), .unsafeName),
            (zip("{}", "out.writestr('xl/workbook.xml', 'x')"), .broken),
            (zip(inCells(#""<row>" + "<c/>" * 3 + "</row>" + " " * 30_000_000"#)), .tooDense),
            (
                zip(
                    #"{"xl/sharedStrings.xml": "<!DOCTYPE s [<!ENTITY a 'x'>]><sst>&a;</sst>","#
                        + #" "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'}"#
                ),
                .documentType
            ),
            (zip(#"{"xl/worksheets/a.xml": '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'}"#), .broken),
            (
                zip(
                    #"{"xl/worksheets/a.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16")}"#
                ), .broken
            ),
            (zip("{}", "[out.writestr('x%d' % i, '') for i in range(3000)]"), .tooManyParts(limit: 2_000)),
            (
                zip("{}")
                    + "\ndata = bytearray(open('made','rb').read()); data[300] ^= 0xff; open('made','wb').write(data[:-40])",
                .broken
            ),
            (zip("{}").replacing("[Content_Types].xml", with: "anders.xml"), .notAWorkbook),
            (zip("{'xl/worksheets/a.xml': '<worksheet><sheetData><row>'}"), .broken),
            (
                ods(
                    "'<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>'"
                ),
                .tooManyRows(limit: 100_000)
            ),
            (
                ods(
                    "'<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'"
                ),
                .tooManyColumns(limit: 500)
            ),
            (ods("'<!DOCTYPE lol>'"), .documentType),
            (zip("{}") + "\nopen('made','wb').write(b'\\xd0\\xcf\\x11\\xe0' + b'x' * 100)", .oldFormat),
            (zip("{}") + "\nopen('made','wb').write(b'%PDF-1.7')", .text(.notText)),
        ])
    func refused(_ script: String, _ reason: Workbook.Trouble) throws {
        #expect(try trouble(script) == reason)
    }

    @Test("a sheet may hold so many rows, columns, cells and letters, and not one more")
    func limits() throws {
        var limits = Workbook.Limits()
        limits.rows = 3
        limits.columns = 2
        limits.cells = 5
        limits.cellBytes = 4
        let row = { (cells: Int) in "'<row>' + '<c><v>1</v></c>' * \(cells) + '</row>'" }
        #expect(try trouble(zip(inCells("(\(row(1))) * 3")), limits: limits) == nil)
        #expect(try trouble(zip(inCells("(\(row(1))) * 4")), limits: limits) == .tooManyRows(limit: 3))
        #expect(try trouble(zip(inCells("(\(row(2))) * 3")), limits: limits) == .tooManyCells(limit: 5))
        #expect(try trouble(zip(inCells(row(3))), limits: limits) == .tooManyColumns(limit: 2))
        let text = { (text: String) in "'<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>'" }
        #expect(try trouble(zip(inCells(text("vier"))), limits: limits) == nil)
        #expect(try trouble(zip(inCells(text("vijf!"))), limits: limits) == .cellTooLong(limit: 4))
    }

    @Test("memory stays flat: a book of 512 MB unpacked is refused by its table of contents")
    func flat() throws {
        let before = try peak()
        let script = """
            import zipfile
            with zipfile.ZipFile("made", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
                out.writestr("[Content_Types].xml", "<Types/>")
                with out.open("xl/workbook.xml", "w", force_zip64=True) as part:
                    for _ in range(64): part.write(b" " * 8_388_608)
            """
        #expect(try trouble(script, limits: .standard) == .tooManyBytes(limit: 67_108_864))
        #expect(try peak() - before < 50_000_000)
    }

    @Test("cells far away and repeated blanks cost nothing")
    func sparse() throws {
        let far = try Workbook.read(Peers.made(zip(inCells(#"'<row r="1048576"><c r="B1048576"><v>7</v></c></row>'"#))))
        #expect(far.sheets[0].rows == [.init(number: 1_048_576, cells: [.empty, .number(7)])])
        let blank =
            "'<table:table table:name=\"B\"><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row><table:table-cell><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>'"
        let sheet = try Workbook.read(Peers.made(ods(blank))).sheets[0]
        #expect(sheet.rows == [.init(number: 1_048_576, cells: [.text("a  b\nc")])])
    }
}
