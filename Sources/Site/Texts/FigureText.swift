internal import Markup

/// Counts and sizes as they stand in a sentence, in the reader's language.
enum FigureText {
    /// 12345 is "12.345", and "12,345" in English.
    static func count(_ number: Int) -> Phrase {
        if number < 1_000 { return "\(number)" }
        let rest = String(1_000 + number % 1_000).dropFirst()
        return "\(count(number / 1_000)).\(String(rest))"
    }

    /// The largest whole unit that fits: 10485760 is "10 MB", 200 is "200 bytes".
    static func size(_ bytes: Int) -> Phrase {
        if bytes >= 1_048_576 { return "\(count(bytes / 1_048_576)) MB" }
        if bytes >= 1_024 { return "\(count(bytes / 1_024)) kB" }
        return "\(count(bytes)) bytes"
    }
}
