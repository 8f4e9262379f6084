import Files
import Foundation
import Testing

@Suite("Dates as a calendar file (RFC 5545)")
struct CalendarFileTests {
    private func file(_ title: String, note: String = "", address: String = "") throws -> CalendarFile {
        let day = try #require(WrittenDate(year: 2026, month: 11, day: 28))
        return CalendarFile(
            name: "Rijnstreek", events: [.init(uid: "a@b", day: day, title: title, note: note, address: address)],
            made: 1_795_617_000)
    }

    private let hostile = [
        "gewoon", #"a\b;c,d"#, "regel\r\nEND:VEVENT\nX", "\u{0}\u{7}bel", String(repeating: "é", count: 100),
        String(repeating: "👩‍👩‍👧", count: 30), "", String(repeating: "x", count: 67), String(repeating: "x", count: 68),
    ]

    @Test("every line is at most 75 bytes, ends in CRLF and cuts no character")
    func folding() throws {
        for text in hostile {
            let bytes = try file(text, note: text).bytes
            let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(String(validating: bytes, as: UTF8.self) != nil)
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.allSatisfy { String(validating: Array($0.utf8), as: UTF8.self) != nil && !$0.contains("\n") })
            #expect(lines.last == "", "ends in a line end")
            #expect(lines.filter { $0 == "END:VEVENT" }.count == 1, "a title ends no event")
        }
    }

    @Test("day, stamp and marks are as the standard writes them")
    func marks() throws {
        let text = String(decoding: try file("t").bytes, as: UTF8.self)
        #expect(text.contains("\r\nDTSTART;VALUE=DATE:20261128\r\n"))
        #expect(text.contains("\r\nDTSTAMP:20261125T143000Z\r\n"))
        #expect(text.contains("\r\nUID:a@b\r\n"))
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    }

    @Test("another maker's reader finds the texts as they were", .enabled(if: Peers.hasPython, "icalendar is needed"))
    func icalendar() throws {
        for text in hostile {
            let said = try Peers.inFolder { folder in
                try Data(file(text, note: text, address: "https://x.example/a?b=c&d").bytes)
                    .write(to: URL(fileURLWithPath: folder + "/dates.ics"))
                let script = """
                    import icalendar, json
                    event = icalendar.Calendar.from_ical(open("dates.ics", "rb").read()).walk("VEVENT")[0]
                    print(json.dumps([str(event["SUMMARY"]), str(event.get("DESCRIPTION", "")), event["DTSTART"].dt.isoformat(),
                        event["DTSTAMP"].dt.isoformat(), str(event["URL"]), event.errors]))
                    """
                return try Peers.python(script, in: folder)
            }
            let found = try #require(try JSONSerialization.jsonObject(with: said) as? [Any])
            let clean = text.replacingOccurrences(of: "\r\n", with: "\n").filter { !"\u{0}\u{7}".contains($0) }
            #expect(found[0] as? String == clean)
            #expect(found[1] as? String == clean)
            #expect(found[2] as? String == "2026-11-28")
            #expect(found[3] as? String == "2026-11-25T14:30:00+00:00")
            #expect(found[4] as? String == "https://x.example/a?b=c&d")
            #expect((found[5] as? [Any])?.isEmpty == true)
        }
    }
}
