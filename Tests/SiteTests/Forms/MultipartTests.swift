import Site
import Testing

private let type = "multipart/form-data; boundary=grens"

private func parse(_ body: String, type: String = type, limits: Form.Limits = .upload) throws -> Form {
    try Form.parse(multipart: Array(body.utf8)[...], contentType: type, limits: limits)
}

private func field(_ name: String, _ value: String) -> String {
    "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
}

private func file(_ fileName: String, _ content: String, type: String = "text/csv") -> String {
    "--grens\r\nContent-Disposition: form-data; name=\"bijlage\"; filename=\"\(fileName)\"\r\n"
        + "Content-Type: \(type)\r\n\r\n\(content)\r\n"
}

private let end = "--grens--\r\n"

@Suite("A form with files")
struct MultipartTests {
    @Test("fields and files come in order, contents byte for byte")
    func fieldsAndFiles() throws {
        let form = try parse(
            field("naam", "Zoë") + file("lijst.csv", "a;b\r\n1;2") + field("sector", "po") + field("sector", "vo")
                + file("twee.csv", "") + end)
        #expect(form.fields == Form(["naam": "Zoë", "sector": "po", "sector": "vo"]).fields)
        #expect(form.files.map(\.fileName) == ["lijst.csv", "twee.csv"])
        #expect(form.file("bijlage").map { Array($0.bytes) } == Array("a;b\r\n1;2".utf8))
        #expect(form.file("bijlage")?.mediaType == "text/csv")
        #expect(form.files("bijlage").count == 2)
        #expect(form.file("naam") == nil)
    }

    @Test("a text field is cleaned as in any form, a file is not touched")
    func cleaning() throws {
        let form = try parse(field("t", "a\u{0}b\r\nc") + file("x", "a\u{0}b\r\nc") + end)
        #expect(form.first("t") == "ab\nc")
        #expect(form.file("bijlage").map { Array($0.bytes) } == Array("a\u{0}b\r\nc".utf8))
    }

    @Test("a file field that was left empty is no file")
    func emptyFileField() throws {
        let form = try parse(file("", "") + end)
        #expect(form.files.isEmpty)
        #expect(form.fields.isEmpty)
    }

    @Test("what looks almost like the boundary is content")
    func nearlyBoundary() throws {
        let content = "\r\n--gren\r\n-grens\r\r\n--\n--grens\r"
        #expect(
            try parse(field("t", "x") + file("x", content) + end).files.first.map { Array($0.bytes) }
                == Array(content.utf8))
    }

    @Test("the boundary may be quoted, and stand behind other parameters")
    func quotedBoundary() throws {
        let body = field("a", "1") + end
        #expect(try parse(body, type: "Multipart/Form-Data; charset=utf-8; boundary=\"grens\"").first("a") == "1")
        #expect(try parse(body, type: "multipart/form-data;boundary=grens;").first("a") == "1")
    }

    @Test(
        "a boundary that is missing, empty, too long, doubled or of odd characters is refused",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=\"grens", "multipart/form-data; boundary=\"gr\r\nens\"",
            "multipart/form-data; boundary=grens; boundary=grens", "multipart/mixed; boundary=grens",
            "multipart/form-data; boundary=\"grens \"", "multipart/form-data; boundary=gr;ens", "",
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ])
    func badBoundary(type: String) {
        #expect(throws: Form.Trouble.malformed(.boundary)) { try parse(field("a", "1") + end, type: type) }
    }

    @Test("wherever the body is cut off, it is refused: no half file is taken for a whole one")
    func truncated() throws {
        let whole = Array((field("naam", "An") + file("lijst.csv", "a;b") + "--grens--").utf8)
        #expect(try Form.parse(multipart: whole[...], contentType: type).files.count == 1)
        for count in 0..<whole.count {
            #expect(throws: Form.Trouble.self) {
                try Form.parse(multipart: whole[..<count], contentType: type)
            }
        }
        #expect(throws: Form.Trouble.malformed(.noFinalBoundary)) { try parse(field("a", "1")) }
        #expect(throws: Form.Trouble.malformed(.noFinalBoundary)) { try parse(field("a", "1") + "--grens") }
    }

    @Test("text before the first boundary or behind the last one is refused")
    func around() {
        #expect(throws: Form.Trouble.malformed(.boundary)) { try parse("hallo\r\n" + field("a", "1") + end) }
        #expect(throws: Form.Trouble.malformed(.afterBoundary)) { try parse(field("a", "1") + end + "x") }
        #expect(throws: Form.Trouble.malformed(.afterBoundary)) { try parse("--grensX\r\n\r\n" + end) }
    }
}

@Suite("Headers inside a form with files")
struct PartHeaderTests {
    private func headers(_ lines: String) throws -> Form {
        try parse("--grens\r\n\(lines)\r\n\r\n1\r\n" + end)
    }

    @Test("names are read with or without quotes, in any case, with other headers beside them")
    func disposition() throws {
        #expect(try headers("content-disposition:form-data;name=a").first("a") == "1")
        #expect(try headers("X-Iets: ja\r\nContent-Disposition: Form-Data; Name=\"a;b=c\"").first("a;b=c") == "1")
        #expect(try headers("Content-Disposition: form-data; name=\"a\\\"b\"").first("a\"b") == "1")
        #expect(try headers("Content-Disposition: form-data; name=\"\"").first("") == "1")
    }

    @Test(
        "a part that does not say which field it is, or says it twice, is refused",
        arguments: [
            "X-Iets: ja", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition: form-data; name=\"a", "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
            "Content-Disposition: form-data; name=\"a\"; filename=\"x\"; filename*=UTF-8''y",
            "Content-Disposition: form-data; name=\"a\" x",
        ])
    func badDisposition(lines: String) {
        #expect(throws: Form.Trouble.malformed(.partDisposition)) { try headers(lines) }
    }

    @Test(
        "lines that are no header, that fold, or that hide a line end are refused",
        arguments: [
            "hallo", ": leeg", "Naam met spatie: x", "Content-Disposition: form-data;\r\n name=\"a\"",
            "Content-Disposition: form-data; name=\"a\nX: y\"", "Content-Disposition: form-data; name=\"a\rb\"",
            "Content-Disposition: form-data; name=\"a\u{0}b\"",
        ])
    func injection(lines: String) {
        #expect(throws: Form.Trouble.malformed(.partHeader)) { try headers(lines) }
    }

    @Test("an encoding that would change the bytes is refused")
    func encoding() throws {
        let name = "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: "
        #expect(try headers(name + "Binary").first("a") == "1")
        #expect(throws: Form.Trouble.malformed(.partEncoding)) { try headers(name + "base64") }
    }

    @Test("a media type that is no media type becomes application/octet-stream")
    func mediaType() throws {
        #expect(try parse(file("x", "1", type: "TEXT/CSV; charset=x") + end).files.first?.mediaType == "text/csv")
        let odd = try parse(file("x", "1", type: "<script>") + end)
        #expect(odd.files.first?.mediaType == "application/octet-stream")
    }
}

@Suite("Limits of a form with files (L3)")
struct MultipartLimitTests {
    @Test("fields, files, names, values, files' bytes and header bytes each have a limit")
    func limits() throws {
        let limits = Form.Limits(
            bytes: 10_000, fields: 3, nameBytes: 10, valueBytes: 4, files: 1, fileBytes: 6, partHeaderBytes: 100)
        let fits = field("een", "1234") + file("x", "123456") + field("twee", "")
        #expect(try parse(fits + end, limits: limits).fields.count == 2)
        let refused: [(String, Form.Trouble)] = [
            (fits + field("drie", "") + end, .tooManyFields(limit: 3)),
            (file("x", "") + file("y", "") + end, .tooManyFiles(limit: 1)),
            (file("x", "1234567") + end, .fileTooLarge(field: "bijlage", limit: 6)),
            (field("een", "12345") + end, .valueTooLong(field: "een", limit: 4)),
            (field("elf letters", "1") + end, .nameTooLong(limit: 10)),
            (file(String(repeating: "x", count: 100), "1") + end, .malformed(.partHeaderTooLong)),
            (field("een", String(repeating: "x", count: 10_000)), .tooManyBytes(limit: 10_000)),
        ]
        for (body, trouble) in refused {
            #expect(throws: trouble) { try parse(body, limits: limits) }
        }
    }

    @Test("empty file fields count as parts, so ten thousand of them are refused")
    func emptyParts() {
        let body = String(repeating: file("", ""), count: 10_000) + end
        #expect(throws: Form.Trouble.tooManyFields(limit: 1_000)) { try parse(body) }
    }
}

@Suite("Names of files from outside (S8)")
struct FileNameTests {
    @Test(
        "only the last component stays, without control characters or marks that turn the reading direction",
        arguments: [
            ("lijst.csv", "lijst.csv"), ("../../etc/passwd", "passwd"), ("C:\\Users\\An\\lijst.csv", "lijst.csv"),
            ("..\\../x", "x"), ("map/", "map"), ("..", "bestand"), ("", "bestand"), ("/", "bestand"),
            ("a\u{0}b\r\nc.csv", "abc.csv"), (" .verborgen. ", "verborgen"), ("vdp.\u{202E}exe", "vdp.exe"),
            ("één schoolplan.pdf", "één schoolplan.pdf"), ("\u{200B}\u{FEFF}", "bestand"),
        ])
    func safe(sent: String, safe: String) {
        #expect(FileName.safe(sent) == safe)
    }

    @Test("a long name is cut at 150 bytes between characters, and keeps its ending")
    func long() {
        // 145 bytes are left before ".xlsx": 72 times the two bytes of é.
        let name = FileName.safe(String(repeating: "é", count: 200) + ".xlsx")
        #expect(name == String(repeating: "é", count: 72) + ".xlsx")
        #expect(FileName.safe(String(repeating: "x", count: 400)).utf8.count == 150)
    }

    @Test("an upload arrives with its safe name")
    func inForm() throws {
        let form = try parse(file("../../C:\\geheim\\plan.csv", "1") + end)
        #expect(form.files.first?.fileName == "plan.csv")
    }
}
