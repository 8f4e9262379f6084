import Database
import Foundation
import Markup
import Site
import TestHouse
import Testing

@Suite("Letters end in one click (RFC 8058), and nobody ends another's")
struct MailOffTests {
    private let house: TestHouse
    init() throws { house = try TestHouse() }

    private var off: MailOff { MailOff(.rounds, "noor@bedrijf.nl") }
    private var path: String { off.link(key: house.key).text }
    private func isOff(_ off: MailOff) async throws -> Bool { try await house.database.read { try off.isOff($0) } }

    @Test("looking, also by HEAD, changes nothing; the page has one button and tells no address")
    func looking() async throws {
        let seen = try await house.browser().get(path)
        #expect(
            seen.status == 200 && seen.text.components(separatedBy: "<button").count == 2
                && !seen.text.contains("bedrijf"))
        #expect(try await house.browser().head(path).status == 200)
        #expect(try await !isOff(off))
    }

    @Test("the button ends letters of that kind for that address alone, and can be taken back")
    func button() async throws {
        let browser = house.browser()
        #expect(try await browser.post(path).shows("U krijgt geen mail meer over rondes"))
        #expect(try await isOff(off))
        #expect(try await !isOff(MailOff(.actions, "noor@bedrijf.nl")))
        #expect(try await !isOff(MailOff(.rounds, "bo@bedrijf.nl")))
        #expect(try await browser.post(path + "/returns", from: path).status == 200)
        #expect(try await !isOff(off))
    }

    @Test("a mail program posts without a form; anything else needs the form's token (S5)")
    func oneClick() async throws {
        let browser = house.browser()
        #expect(try await browser.post(path, ["List-Unsubscribe": "Other"], token: nil).status != 200)
        #expect(try await browser.post(path + "/returns", ["List-Unsubscribe": "One-Click"], token: nil).status != 200)
        #expect(try await !isOff(off))
        let seen = try await browser.post(path, ["List-Unsubscribe": "One-Click"], token: nil)
        #expect(seen.status == 200 && seen.location == nil, "no redirect: it would not be followed")
        #expect(try await isOff(off))
        let account = try await browser.post("/sign-out", ["List-Unsubscribe": "One-Click"], token: nil)
        #expect(account.location == nil, "no other route takes it")
    }

    @Test("a link that was changed, or was made with another key or for something else, opens nothing")
    func forged() async throws {
        let key = house.key
        let sealed = String(path.dropFirst("/mail/".count))
        for place in stride(from: 0, to: sealed.utf8.count - 2, by: 3) {
            var bytes = Array(sealed.utf8)
            bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(MailOff(String(decoding: bytes, as: UTF8.self), key: key) == nil)
        }
        #expect(MailOff(sealed, key: [UInt8](repeating: 1, count: 32)) == nil)
        #expect(MailOff(Sealed.closed("rounds noor@bedrijf.nl", "reminder", key: key), key: key) == nil)
        for text in ["", "A", "%%%", String(repeating: "A", count: 53), String(repeating: "A", count: 400)] {
            #expect(MailOff(text, key: key) == nil)
        }
        #expect(MailOff(sealed, key: key) == off)
        #expect(try await house.browser().get("/mail/\(sealed)A").status == 404)
    }

    @Test("what is off is kept as a digest, without the address and without the link")
    func hashed() async throws {
        _ = try await house.browser().post(path)
        let rows = try #require(try EveryTable(file: house.folder + "/regio.sqlite").table("mail_off")).rows
        #expect(rows.count == 1)
        for value in rows.flatMap({ $0 }) { #expect(!value.contains("noor") && !path.contains(value)) }
    }
}
