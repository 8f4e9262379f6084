/// Days as spreadsheets count them: 1 is the first of January 1900, and 60 a day that never was (29 February 1900), as
/// Lotus 1-2-3 had it (ECMA-376 part 1, 18.17.4.1).
enum SerialDate {
    /// A cell for the number; the number itself where the calendar of this house does not reach.
    static func cell(_ serial: Double, isTimeOnly: Bool, from1904: Bool) -> Workbook.Cell {
        guard serial.isFinite, (0..<200_000).contains(serial) else { return .number(serial) }
        let all = Int((serial * 86_400).rounded())
        if isTimeOnly { return .time(seconds: all) }
        let (days, seconds) = (all / 86_400 + (from1904 ? 1_462 : 0), all % 86_400)
        guard let day = day(days) else { return .number(serial) }
        return seconds == 0 ? .date(day) : .moment(day, seconds: seconds)
    }

    /// Nil for 0 and for the day that never was.
    static func day(_ serial: Int) -> WrittenDate? {
        guard serial > 0, serial != 60 else { return nil }
        return day(since1970: serial - (serial < 60 ? 25_568 : 25_569))
    }

    /// The day of the proleptic Gregorian calendar (Hinnant 2013, "days from civil").
    private static func day(since1970 days: Int) -> WrittenDate? {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let moved = (5 * dayOfYear + 2) / 153
        let month = moved < 10 ? moved + 3 : moved - 9
        return WrittenDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * moved + 2) / 5 + 1
        )
    }
}

/// What a number is shown as, from its format (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Sendable {
    case plain, date, time

    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45...47: self = .time
        default: self = .plain
        }
    }

    init(code: String) {
        let letters = Self.letters(of: code)
        if letters.contains("d") || letters.contains("y") || letters == ["m"] {
            self = .date
        } else if letters.contains("h") || letters.contains("s") {
            self = .time
        } else {
            self = .plain
        }
    }

    /// The letters for parts of a date in the first section, without quoted words, colours and languages.
    private static func letters(of code: String) -> Set<Character> {
        var letters: Set<Character> = []
        var rest = code.lowercased()[...]
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, inside.allSatisfy({ $0 == first }), "hms".contains(first) {
                    letters.insert("h")
                }
            case "d", "m", "y", "h", "s": letters.insert(character)
            case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
            default: break
            }
        }
        return letters
    }
}
