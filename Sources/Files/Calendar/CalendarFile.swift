/// Days on which something happens, as a file that every calendar reads (iCalendar, RFC 5545).
///
/// All events last a whole day and take nobody's time: they are dates by which something is due, or on which people
/// meet at an hour that is not known here.
package struct CalendarFile: Sendable, Equatable {
    package struct Event: Sendable, Equatable {
        /// The same for the same thing in every file, so that a calendar moves it and does not double it.
        package var uid: String
        package var day: WrittenDate
        package var title: String
        package var note: String
        /// Where it can be read; nothing that a person typed.
        package var address: String

        package init(uid: String, day: WrittenDate, title: String, note: String = "", address: String = "") {
            (self.uid, self.day, self.title, self.note, self.address) = (uid, day, title, note, address)
        }
    }

    package var name: String
    package var events: [Event]
    /// When the file was made, in seconds since 1970.
    package var made: Int

    package init(name: String, events: [Event], made: Int) {
        (self.name, self.events, self.made) = (name, events, made)
    }

    package var bytes: [UInt8] {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Regio aan zet//Agenda//NL", "CALSCALE:GREGORIAN"]
        // Both names of the calendar: RFC 7986, section 5.1, and the older one that most programs read.
        lines += ["NAME:" + Self.escaped(name), "X-WR-CALNAME:" + Self.escaped(name)]
        lines.append("REFRESH-INTERVAL;VALUE=DURATION:PT12H")
        lines += events.flatMap(lines(of:))
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private func lines(of event: Event) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + stamp]
        lines.append("DTSTART;VALUE=DATE:" + event.day.text.replacing("-", with: ""))
        lines.append("SUMMARY:" + Self.escaped(event.title))
        if !event.note.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(event.note)) }
        if !event.address.isEmpty { lines.append("URL:" + PlainText.text(of: event.address.utf8).replacing("\n", with: "")) }
        return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    /// 20261125T143000Z.
    private var stamp: String {
        guard let day = SerialDate.day(made / 86_400 + 25_569) else { return "19700101T000000Z" }
        let clock = [made / 3_600 % 24, made / 60 % 60, made % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return day.text.replacing("-", with: "") + "T" + clock + "Z"
    }

    /// TEXT of RFC 5545, section 3.3.11. Control characters are gone; a line end becomes `\n`.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in PlainText.text(of: text.utf8).unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A line of at most 75 bytes, and what does not fit on lines that begin with a space (section 3.1). No character
    /// is cut in two.
    static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if length + next.count > 75 {
                bytes += [Ascii.carriageReturn, Ascii.lineFeed, Ascii.space]
                length = 1
            }
            bytes += next
            length += next.count
        }
        return bytes + [Ascii.carriageReturn, Ascii.lineFeed]
    }
}
