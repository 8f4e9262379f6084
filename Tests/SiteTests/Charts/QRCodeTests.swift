import Foundation
import Markup
import Site
import Testing

@Suite("Addresses as a square for a camera")
struct QRCodeTests {
    @Test("one path in a white edge of four squares, with words for who does not see it")
    func picture() throws {
        let code = try #require(QRCode("https://regio.example.nl/c/ryn7ke"))
        let text = String(decoding: code.picture("Naar de ronde").bytes(), as: UTF8.self)
        // Version 3 with level M holds 42 bytes (ISO/IEC 18004, table 7): 29 squares and twice the edge.
        #expect(text.hasPrefix(#"<svg class="qr" role="img" aria-label="Naar de ronde" viewBox="0 0 37 37"><path d="M4 4.5h7"#))
        #expect(text.components(separatedBy: "<path").count == 2)
        #expect(text.utf8.count < 3_500)
    }

    @Test("the three corners are where every reader looks for them")
    func corners() throws {
        let code = try #require(QRCode("a"))
        let text = String(decoding: code.picture("x").bytes(), as: UTF8.self)
        for run in ["M4 4.5h7", "M18 4.5h7", "M4 18.5h7", "M4 24.5h7"] { #expect(text.contains(run), "\(run)") }
    }

    @Test("what does not fit is no code", arguments: [String(repeating: "x", count: 3_000), "a\u{0}b", ""])
    func refused(_ text: String) { #expect(QRCode(text) == nil) }
}
