import Markup
import Testing

@Suite("Markup is escaped by the byte")
struct WriterTests {
    private func html(_ markup: Markup) -> String { String(decoding: markup.bytes(), as: UTF8.self) }

    @Test("text and attributes are escaped")
    func escapes() {
        let page = html(p(.class("a\"b"), .title("\("<&>'")")) { verbatim("<script>\"&'") })
        #expect(page == "<p class=\"a&quot;b\" title=\"&lt;&amp;&gt;&#39;\">&lt;script&gt;&quot;&amp;&#39;</p>")
    }

    @Test("a quote with a combining mark behind it is still a quote", arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20DD}"])
    func combiningMarks(_ mark: String) {
        let hostile = "x\"\(mark) onmouseover=alert(1) <\(mark)b>"
        let page = html(input(.value(hostile)))
        #expect(!page.dropFirst(14).dropLast(2).utf8.contains(UInt8(ascii: "\"")))
        #expect(!page.dropFirst().dropLast().utf8.contains(UInt8(ascii: "<")))
    }

    @Test("control characters that HTML forbids are left out")
    func controls() {
        #expect(html(p { verbatim("a\u{0}b\u{8}c\u{7F}d\te\nf") }) == "<p>abcd\te\nf</p>")
    }

    @Test("void elements have no end")
    func void() {
        #expect(html(div { br(); hr() }) == "<div><br><hr></div>")
    }

    @Test("markup written before is written again byte for byte")
    func settled() {
        let part = div { p { verbatim("<&>") } }
        #expect(part.settled(in: .dutch).bytes() == part.bytes())
    }
}

@Suite("Phrases are said in the reader's language")
struct PhraseTests {
    private let english = Vocabulary(
        code: "en", translations: ["Ronde %@ sluit op %@": "On %2$@ round %1$@ closes", "dag": "day"])

    @Test("the key holds a mark for each argument")
    func key() {
        let phrase: Phrase = "Ronde \("A") sluit op \(3)"
        #expect(phrase.key == "Ronde %@ sluit op %@")
    }

    @Test("a translation may turn the arguments round")
    func order() {
        #expect(english.text("Ronde \("A") sluit op \("dag" as Phrase)") == "On day round A closes")
    }

    @Test("what a person typed is not read as a format")
    func formats() {
        #expect(english.text("Ronde \("%@ %2$@") sluit op \(1)") == "On 1 round %@ %2$@ closes")
    }

    @Test("without a translation the Dutch is said")
    func fallback() {
        #expect(english.text("Nieuw") == "Nieuw")
    }
}

@Suite("Links stay inside what they were written for")
struct LinkTests {
    @Test("a value can not add a segment, a query or a scheme")
    func encoding() {
        let link: Link = "/regions/\("a/../b?c=d&e#f")/é\("é")"
        #expect(link.text == "/regions/a%2F..%2Fb%3Fc%3Dd%26e%23f/é%C3%A9")
    }

    @Test("only web addresses elsewhere", arguments: ["javascript:alert(1)", "data:text/html,x", "//host", "https://a b", "ftp://x", "\u{1}https://x"])
    func elsewhere(_ address: String) {
        #expect(Link(elsewhere: address) == nil)
    }

    @Test("an address that came back must lie inside", arguments: ["//evil.example", "/\\evil.example", "https://x", "", "/a b", "/a\r\nb"])
    func inside(_ path: String) {
        #expect(Link(inside: path) == nil)
    }

    @Test("lengths are short")
    func lengths() {
        #expect(String(decoding: rect(.x(.share(1.0 / 3)), .width(.percent(50)), .y(2)).bytes(), as: UTF8.self)
            == "<rect x=\"33.3%\" width=\"50%\" y=\"2\"/>")
    }
}
