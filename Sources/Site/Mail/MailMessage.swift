package import Database
internal import Foundation

/// A message as mail programs read it (RFC 5322, with MIME: RFC 2045, 2046 and 2047): the same in plain text and in HTML.
package struct MailMessage: Sendable {
    package let from: MailAddress
    package let to: MailAddress
    package let subject: HeaderLine
    package let plain: String
    package let html: [UInt8]
    package let date: Moment
    package let id: HeaderLine
    /// The address at which its receiver ends letters of this kind.
    package let off: HeaderLine?

    /// Nil if subject, key or address hold what cannot stand in one header line.
    package init?(
        from: MailAddress, to: MailAddress, subject: String, plain: String, html: [UInt8], date: Moment, id: String,
        off: String? = nil
    ) {
        guard let subject = HeaderLine(subject), let id = HeaderLine(id) else { return nil }
        self.off = off.flatMap { HeaderLine($0) }
        guard (self.off?.text.utf8.count ?? 0) <= 900, (self.off == nil) == (off == nil) else { return nil }
        self.from = from
        self.to = to
        self.subject = subject
        self.plain = plain
        self.html = html
        self.date = date
        self.id = id
    }

    package var bytes: [UInt8] {
        let boundary = "=_" + Data(Sodium.sha256(Array(id.text.utf8)).prefix(18)).map { String($0, radix: 16) }.joined()
        let head =
            [
                "Date: \(Self.dated(date))",
                "From: \(Self.written(from))",
                "To: \(Self.written(to))",
                "Subject: \(Self.words(subject.text))",
                "Message-ID: <\(id.text)>",
            ] + ending + [
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
                "Auto-Submitted: auto-generated",
            ]
        let parts = [
            Self.part("text/plain", Array(Self.lines(plain).utf8)), Self.part("text/html", html),
        ]
        let body = parts.map { "--\(boundary)\r\n\($0)" }.joined() + "--\(boundary)--\r\n"
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// RFC 2369 and 8058. The second line stands only where the address is safe to post to.
    private var ending: [String] {
        guard let off else { return [] }
        let link = "List-Unsubscribe:\r\n <\(off.text)>"
        return off.text.utf8.starts(with: "https://".utf8) ? [link, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"] : [link]
    }

    private static func written(_ address: MailAddress) -> String {
        address.name.isEmpty ? address.address : "\(words(address.name))\r\n <\(address.address)>"
    }

    /// The text as encoded words of at most 75 characters (RFC 2047), also where it is plain ASCII: then nothing in
    /// it can be read as a quote, a comment or a list of addresses.
    private static func words(_ text: String) -> String {
        var pieces: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(String(character).utf8)
            for part in cut(bytes) {
                if pieces[pieces.count - 1].count + part.count > 42 { pieces.append([]) }
                pieces[pieces.count - 1] += part
            }
        }
        return pieces.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// A letter with very many marks on it, in pieces that fit; cut between code points.
    private static func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        guard bytes.count > 42 else { return [bytes] }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { Array(String($0).utf8) }
    }

    private static func part(_ type: String, _ bytes: [UInt8]) -> String {
        let head = ["Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64"]
        let options: Data.Base64EncodingOptions = [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        return head.joined(separator: "\r\n") + "\r\n\r\n" + Data(bytes).base64EncodedString(options: options) + "\r\n"
    }

    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }

    /// `Mon, 23 Nov 2026 11:00:00 +0000`
    private static func dated(_ moment: Moment) -> String {
        let seconds = Int(moment.milliseconds / 1000)
        let day = Day(number: seconds / 86_400)
        let clock = seconds % 86_400
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(names[day.number % 7]), \(day.day) \(months[day.month - 1]) \(day.year) \(time) +0000"
    }
}
