/// A day as people write it: 2024-03-01, or in Dutch order 1-3-2024, 01-03-2024, 1/3/2024, 1.3.2024.
///
/// Never the American order: 3/13/2024 is not a date here, and 1/3/2024 is the first of March.
package struct WrittenDate: Sendable, Hashable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil if it is not written that way, with a year of four digits from 1900 to 2199, or if the calendar does not
    /// have that day.
    package init?(_ text: String) {
        let text = PlainText.trimmed(text)
        guard text.utf8.count <= 10, let mark = text.first(where: { "-/.".contains($0) }) else { return nil }
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Ascii.isDigit) }) else {
            return nil
        }
        let ordered = parts[0].utf8.count == 4 ? parts : parts.reversed()
        guard ordered[0].utf8.count == 4, ordered[1].utf8.count <= 2, ordered[2].utf8.count <= 2,
            let year = Int(ordered[0]), let month = Int(ordered[1]), let day = Int(ordered[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Nil if the calendar does not have that day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
