import Site
import Testing

@Suite("A line of a header (S9)")
struct HeaderLineTests {
    @Test("an ordinary text fits, accents and tabs too")
    func fits() {
        #expect(HeaderLine("Uitnodiging: overleg op één maart\t(2)")?.text == "Uitnodiging: overleg op één maart\t(2)")
        #expect(HeaderLine("") != nil)
    }

    @Test(
        "CR, LF, both as the one Character that Swift makes of them, NUL and other controls do not",
        arguments: ["a\rb", "a\nb", "a\r\nBcc: x@y.nl", "a\u{0}b", "\u{1B}[2J", "\u{7F}", "\r\n", "e\r\n\u{301}"])
    func refused(text: String) {
        #expect(HeaderLine(text) == nil)
        #expect(!HeaderLine.isSafe(text))
    }

    @Test("the reason to look at bytes: \\r\\n holds neither \\r nor \\n as a Character")
    func oneCharacter() {
        #expect(!"a\r\nb".contains("\n" as Character))
        #expect(!HeaderLine.isSafe("a\r\nb"))
    }
}

@Suite("The name that a download gets")
struct AttachmentTests {
    @Test(
        "a plain name stands in quotes; another also gets its true name by RFC 5987",
        arguments: [
            ("monitor 2024.csv", "attachment; filename=\"monitor 2024.csv\""),
            ("één.pdf", "attachment; filename=\"een.pdf\"; filename*=UTF-8''%C3%A9%C3%A9n.pdf"),
            ("€ 5.csv", "attachment; filename=\"_ 5.csv\"; filename*=UTF-8''%E2%82%AC%205.csv"),
            ("a\"b.csv", "attachment; filename=\"a_b.csv\"; filename*=UTF-8''a%22b.csv"),
            ("50%.csv", "attachment; filename=\"50_.csv\"; filename*=UTF-8''50%25.csv"),
            ("a*'(1).csv", "attachment; filename=\"a*'(1).csv\""),
            ("a*'é.csv", "attachment; filename=\"a*'e.csv\"; filename*=UTF-8''a%2A%27%C3%A9.csv"),
            ("../x\r\nSet-Cookie: a=b", "attachment; filename=\"xSet-Cookie: a=b\""),
            ("", "attachment; filename=\"bestand\""),
        ])
    func attachment(name: String, line: String) {
        #expect(HeaderLine.attachment(name).text == line)
    }

    @Test("every name of one byte or one odd character gives a line that is safe")
    func alwaysSafe() {
        for value in 0..<0x3000 as Range<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let line = HeaderLine.attachment("a\(Character(scalar))b").text
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
            #expect(line.utf8.count(where: { $0 == 0x22 }) == 2)
        }
    }
}
