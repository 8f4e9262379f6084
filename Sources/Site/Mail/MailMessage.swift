package import Database
internal import Foundation

/// A message as mail programs read it (RFC 5322, with MIME: RFC 2045 and 2047).
package struct MailMessage: Sendable {
    package let from: MailAddress
    package let to: MailAddress
    package let subject: HeaderLine
    package let body: String
    package let date: Moment
    package let id: HeaderLine

    /// Nil if subject or key hold what cannot stand in one header line.
    package init?(from: MailAddress, to: MailAddress, subject: String, body: String, date: Moment, id: String) {
        guard let subject = HeaderLine(subject), let id = HeaderLine(id) else { return nil }
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.date = date
        self.id = id
    }

    package var bytes: [UInt8] {
        let head = [
            "Date: \(Self.dated(date))",
            "From: \(Self.written(from))",
            "To: \(Self.written(to))",
            "Subject: \(Self.words(subject.text))",
            "Message-ID: <\(id.text)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + Self.base64(body)).utf8)
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

    private static func base64(_ body: String) -> String {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return Data(lines.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]) + "\r\n"
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
