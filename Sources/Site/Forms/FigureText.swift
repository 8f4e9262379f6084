/// Counts and sizes as they stand in a Dutch sentence.
enum FigureText {
    /// 12345 is "12.345".
    static func count(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(".") }
            text.append(digit)
        }
        return text
    }

    /// The largest whole unit that fits: 10485760 is "10 MB", 200 is "200 bytes".
    static func size(_ bytes: Int) -> String {
        if bytes >= 1_048_576 { return "\(count(bytes / 1_048_576)) MB" }
        if bytes >= 1_024 { return "\(count(bytes / 1_024)) kB" }
        return "\(count(bytes)) bytes"
    }
}
