import Database
import Foundation
import Site
import Testing

@Suite("A letter as bytes (RFC 5322, 2045, 2047; S9)")
struct MailMessageTests {
    private func message(
        name: String = "Noor Smit", subject: String = "Uw kijk", body: String = "Dag\n", html: String = "<p>Dag</p>", off: String? = nil
    ) throws -> ReadMail {
        let to = try #require(MailAddress(name: name, address: "noor@bedrijf.nl"))
        let from = try #require(MailAddress(name: "Regio aan zet", address: "noreply@regio.nl"))
        let day = try #require(Day("2026-11-23"))
        let noon = Moment(milliseconds: Int64(day.number) * 86_400_000 + 39_723_000)
        return try ReadMail(
            try #require(
                MailMessage(
                    from: from, to: to, subject: subject, plain: body, html: Array(html.utf8), date: noon, id: "k1@regio.nl", off: off)
            ).bytes)
    }

    @Test("the head says who, to whom, what and when")
    func head() throws {
        let mail = try message()
        #expect(mail.names == [
            "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted",
        ])
        #expect(mail.value("Date") == "Mon, 23 Nov 2026 11:02:03 +0000")
        #expect(mail.decoded("From") == "Regio aan zet <noreply@regio.nl>")
        #expect(mail.decoded("To") == "Noor Smit <noor@bedrijf.nl>")
        #expect(mail.decoded("Subject") == "Uw kijk")
        #expect(mail.value("Message-ID") == "<k1@regio.nl>")
        #expect(mail.parts.map(\.type) == ["text/plain", "text/html"], "the richest last (RFC 2046, 5.1.4)")
        #expect(mail.body == "Dag\r\n" && mail.html == "<p>Dag</p>")
    }

    @Test("a long or foreign subject comes back whole, in lines and words that fit", arguments: [
        String(repeating: "Zelfscan van de regio ", count: 20), String(repeating: "één coördinatie ", count: 30),
        String(repeating: "👩‍🏫", count: 60), "e" + String(repeating: "\u{301}", count: 200), "日本語の件名" + String(repeating: "漢", count: 100),
        "=?utf-8?B?SGVs?= (x) \"y\" <z@q.nl>, w@v.nl",
    ])
    func subjects(subject: String) throws {
        let mail = try message(name: subject, subject: subject)
        #expect(mail.decoded("Subject") == subject)
        #expect(mail.decoded("To") == "\(subject) <noor@bedrijf.nl>")
        #expect(mail.value("To")?.utf8.count { $0 == UInt8(ascii: "<") } == 1, "one receiver, whatever the name")
        #expect(mail.value("To")?.utf8.contains(UInt8(ascii: ",")) == false)
        for word in mail.words("Subject") {
            #expect(word.utf8.count <= 75)
            #expect(ReadMail.text(of: word) != nil, "each word is whole by itself: \(word)")
        }
    }

    @Test("every line is ASCII, ends in CR LF and is at most 78 bytes", arguments: [
        "Kort\n", String(repeating: "lang ", count: 4000), ".\n..\nFrom wie\n", "één\r\ntwee\rdrie\n\nvier", "",
    ])
    func lines(body: String) throws {
        let mail = try message(name: String(repeating: "ö", count: 120), subject: String(repeating: "ü", count: 300), body: body)
        #expect(mail.bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
        for line in mail.lines { #expect(line.count <= 78 && !line.contains(0x0D) && !line.contains(0x0A)) }
        #expect(mail.body?.replacingOccurrences(of: "\r\n", with: "\n") == body.replacingOccurrences(of: "\r\n", with: "\n"))
    }

    @Test("CR, LF, both and other controls make no letter: in a name, in a subject, in an address", arguments: [
        "\r\nBcc: x@y.nl", "\nBcc: x@y.nl", "\rBcc: x@y.nl", "\u{0}", "\r\n\u{301}", "\u{7F}", "\u{1B}[2J",
    ])
    func injection(evil: String) throws {
        #expect(MailAddress(name: "Noor" + evil, address: "noor@bedrijf.nl") == nil)
        #expect(MailAddress(name: "Noor", address: "noor@bedrijf.nl" + evil) == nil)
        let one = try #require(MailAddress(name: "Noor", address: "noor@bedrijf.nl"))
        let date = Moment(milliseconds: 0)
        #expect(MailMessage(from: one, to: one, subject: "Uw kijk" + evil, plain: "", html: [], date: date, id: "k") == nil)
        #expect(MailMessage(from: one, to: one, subject: "Uw kijk", plain: "", html: [], date: date, id: "k" + evil) == nil)
        let off = "https://regio.nl/mail/x" + evil
        #expect(MailMessage(from: one, to: one, subject: "Uw kijk", plain: "", html: [], date: date, id: "k", off: off) == nil)
        #expect(MailMessage(from: one, to: one, subject: "Uw kijk", plain: "", html: [], date: date, id: "k") != nil)
    }

    /// The check that S9 warns of: to Swift `"\r\n"` is one Character, which equals neither CR nor LF.
    private static func isSafeByCharacter(_ text: String) -> Bool { !text.contains("\r" as Character) && !text.contains("\n" as Character) }

    @Test("mutant: a check by Character lets through what the check by byte refuses (S9)")
    func byCharacter() {
        let evil = "Noor\r\nBcc: x@y.nl"
        #expect(Self.isSafeByCharacter(evil) && !HeaderLine.isSafe(evil))
        #expect(Self.isSafeByCharacter("Noor") && HeaderLine.isSafe("Noor"))
    }

    @Test("how to end such letters stands in the head, and can be posted to where that is safe (RFC 2369, 8058)")
    func ending() throws {
        let long = "https://regio.example.nl/mail/" + String(repeating: "a", count: 160)
        let mail = try message(off: long)
        #expect(mail.value("List-Unsubscribe") == "<\(long)>")
        #expect(mail.value("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        #expect(mail.lines.allSatisfy { $0.count <= 998 }, "RFC 5322, 2.1.1")
        let open = try message(off: "http://127.0.0.1:8080/mail/a")
        #expect(open.names.contains("List-Unsubscribe") && !open.names.contains("List-Unsubscribe-Post"))
        #expect(try !message().names.contains("List-Unsubscribe"))
    }

    @Test("what stands in a letter cannot end it, or begin another part")
    func boundaries() throws {
        let evil = "--=_\r\n.\r\n--\r\nContent-Type: text/html\r\n\r\n<script>"
        let mail = try message(body: evil, html: evil)
        #expect(mail.parts.count == 2 && mail.body == evil && mail.html == evil)
    }

    @Test("what means something in a header is in no address", arguments: [
        "a@b.nl, c@d.nl", "a@b.nl>", "<a@b.nl", "a@b@c", "a b@c.nl", "a@b.nl;", "\"a\"@b.nl", "a(x)@b.nl", "a\\@b.nl", "a@b:c", "é@b.nl",
        "@b.nl", "a@", "@", "", String(repeating: "a", count: 254) + "@b.nl",
    ])
    func addresses(address: String) { #expect(!MailAddress.isAddress(address)) }
}
