import Markup
import Site
import Testing

private func form(_ body: String, limits: Form.Limits = .standard) throws -> Form {
    try Form.parse(Array(body.utf8), limits: limits)
}

@Suite("A form as a browser sends it")
struct FormTests {
    @Test("repeated names keep their values in order: a group of checkboxes")
    func repeatedNames() throws {
        let sent = try form("sector=po&naam=An&sector=vo")
        #expect(sent.all("sector") == ["po", "vo"])
        #expect(sent.first("sector") == "po")
        #expect(sent.first("naam") == "An")
        #expect(sent.all("provincie") == [])
        #expect(sent.first("provincie") == nil)
    }

    @Test("plus is a space, an escape is a byte, and names are decoded too")
    func decoding() throws {
        let sent = try form("volle+naam=Zo%C3%AB+%26+co%2B&a%5B%5D=1")
        #expect(sent.first("volle naam") == "Zoë & co+")
        #expect(sent.first("a[]") == "1")
    }

    @Test(
        "a bad escape stays as it is written",
        arguments: [("a%zz", "a%zz"), ("100%", "100%"), ("%4", "%4"), ("%%41", "%A"), ("%4g%41", "%4gA")])
    func badEscapes(sent: String, read: String) throws {
        #expect(try form("naam=\(sent)").first("naam") == read)
    }

    @Test("invalid UTF-8 is repaired: half an ë, and a byte that never occurs")
    func invalidText() throws {
        #expect(try form("naam=Zo%C3").first("naam") == "Zo\u{FFFD}")
        #expect(try form("naam=%FFx").first("naam") == "\u{FFFD}x")
    }

    @Test("control characters disappear, tab and line ends stay, and every line end is one \\n")
    func controls() throws {
        #expect(try form("t=a%00b%07c%1B%7Fd").first("t") == "abcd")
        #expect(try form("t=1%0D%0A2%0D3%0A4%095").first("t") == "1\n2\n3\n4\t5")
        #expect(try form("t=1%0D%0D%0A%0A2").first("t") == "1\n\n\n2")
        #expect(try form("na%00am=x").first("naam") == "x")
    }

    @Test("a name without a value, a value without a name, and nothing between two &")
    func gaps() throws {
        let sent = try form("&&a&=b&c==d&&")
        #expect(sent.fields == Form(["a": "", "": "b", "c": "=d"]).fields)
        #expect(sent.has("a"))
        #expect(!sent.has("b"))
        #expect(try Form.parse([UInt8]()).fields.isEmpty)
    }

    @Test("brackets nest nothing: a[b][c] is a name of seven characters")
    func brackets() throws {
        let sent = try form("a[b][c]=1&a[b]=2")
        #expect(sent.fields.map(\.name) == ["a[b][c]", "a[b]"])
        #expect(sent.first("a") == nil)
    }

    @Test("a name that only looks alike is another name: the Kelvin sign is no K")
    func lookAlikes() throws {
        #expect("\u{212A}" == "K")
        #expect(try form("%E2%84%AA=1").first("K") == nil)
    }

    @Test("the type of the body decides how it is read")
    func contentTypes() throws {
        let bytes = Array("a=1".utf8)[...]
        let type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8"
        #expect(try Form.parse(bytes, contentType: type).first("a") == "1")
        #expect(throws: Form.Trouble.notAForm) { try Form.parse(bytes, contentType: "application/json") }
        #expect(throws: Form.Trouble.notAForm) { try Form.parse(bytes, contentType: nil) }
        #expect(throws: Form.Trouble.notAForm) { try Form.parse(bytes, contentType: "\r\n") }
        #expect(try Form.parse([], contentType: nil) == Form())
        let part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--x--"
        let multipart = Array(part.utf8)[...]
        #expect(try Form.parse(multipart, contentType: "multipart/form-data; boundary=x").first("a") == "2")
    }
}

@Suite("Limits of a form (L3)")
struct FormLimitTests {
    @Test("a thousand fields pass, one more is refused, and so are ten thousand")
    func fields() throws {
        let body = { (count: Int) in Array(repeating: "a=1", count: count).joined(separator: "&") }
        #expect(try form(body(1_000)).fields.count == 1_000)
        #expect(throws: Form.Trouble.tooManyFields(limit: 1_000)) { try form(body(1_001)) }
        #expect(throws: Form.Trouble.tooManyFields(limit: 1_000)) { try form(body(10_000)) }
    }

    @Test("the body, a name and a value each have a limit, counted in bytes after decoding")
    func bytes() throws {
        let limits = Form.Limits(bytes: 20, nameBytes: 3, valueBytes: 4)
        #expect(try form("abc=1234", limits: limits).first("abc") == "1234")
        #expect(try form("abc=%C3%AB%C3%AB", limits: limits).first("abc") == "ëë")
        #expect(throws: Form.Trouble.tooManyBytes(limit: 20)) {
            try form("a=1&b=2&c=3&d=4&e=5&f", limits: limits)
        }
        #expect(throws: Form.Trouble.nameTooLong(limit: 3)) { try form("abcd=1", limits: limits) }
        #expect(throws: Form.Trouble.valueTooLong(field: "abc", limit: 4)) {
            try form("abc=12345", limits: limits)
        }
    }

    @Test("troubles become a status and a sentence that repeats nothing that was sent")
    func troubles() {
        let large = Form.Trouble.tooManyBytes(limit: 1_048_576)
        #expect(large.status == 413)
        #expect(Vocabulary.dutch.text(large.sentence) == "Dit formulier is te groot: meer dan 1 MB.")
        #expect(Vocabulary.dutch.text(Form.Trouble.tooManyFields(limit: 1_000).sentence).contains("1.000"))
        #expect(Form.Trouble.malformed(.boundary).status == 400)
        #expect(Form.Trouble.notAForm.status == 415)
        let long = Form.Trouble.valueTooLong(field: "<b>", limit: 262_144)
        #expect(long.field == "<b>")
        #expect(Vocabulary.dutch.text(long.sentence) == "Deze tekst is te lang: meer dan 256 kB.")
    }
}

@Suite("What a page asks of a form")
struct FormAskingTests {
    @Test("a text comes without blanks around it, and empty if it was not sent")
    func text() throws {
        let form = Form(["naam": " \u{00A0}\u{200B}Anna \n de Boer\t\n", "leeg": " \n "])
        #expect(try form.text("naam", max: 20) == "Anna \n de Boer")
        #expect(try form.text("leeg", max: 20) == "")
        #expect(try form.text("weg", max: 20) == "")
    }

    @Test("a text that is too long is refused, not cut; a smiley counts for two, as in the browser")
    func tooLong() throws {
        let form = Form(["naam": " 12345 ", "lach": "😀😀"])
        #expect(try form.text("naam", max: 5) == "12345")
        #expect(throws: Form.Trouble.textTooLong(field: "naam", limit: 4)) { try form.text("naam", max: 4) }
        #expect(try form.text("lach", max: 4) == "😀😀")
        #expect(throws: Form.Trouble.textTooLong(field: "lach", limit: 3)) { try form.text("lach", max: 3) }
    }

    @Test("an empty number field, which every browser sends, is no number and no trouble")
    func emptyNumber() throws {
        let form = Form(["leeftijd": "", "jaren": "  "])
        #expect(try form.integer("leeftijd") == nil)
        #expect(try form.integer("jaren") == nil)
        #expect(try form.integer("weg") == nil)
    }

    @Test("whole numbers are read, others and those out of range are refused with their field")
    func numbers() throws {
        let form = Form(["a": " 42 ", "b": "-7", "c": "4,5", "d": "٣", "e": "99999999999999999999", "f": "0x1F"])
        #expect(try form.integer("a") == 42)
        #expect(try form.integer("b") == -7)
        for name in ["c", "d", "e", "f"] {
            #expect(throws: Form.Trouble.notANumber(field: name)) { try form.integer(name) }
        }
        #expect(throws: Form.Trouble.numberOutOfRange(field: "a", range: 1...10)) {
            try form.integer("a", in: 1...10)
        }
        let trouble = Form.Trouble.numberOutOfRange(field: "a", range: 1...10)
        #expect(Vocabulary.dutch.text(trouble.sentence) == "Vul een getal in van 1 tot en met 10.")
        #expect(trouble.status == 422)
    }

    @Test("fields that nobody asks for change nothing (A8)")
    func extraFields() throws {
        let plain = Form(["naam": "An"])
        let more = Form(["rol": "beheer", "naam": "An", "naam[rol]": "beheer"])
        #expect(try more.text("naam", max: 9) == plain.text("naam", max: 9))
        #expect(more.all("naam") == plain.all("naam"))
    }
}
