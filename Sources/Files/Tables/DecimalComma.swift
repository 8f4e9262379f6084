/// Figures as a Dutch spreadsheet reads them: a comma, no points between thousands, no exponent.
enum DecimalComma {
    /// Empty for what is not finite; "0,00" never has a minus.
    static func text(_ number: Double, decimals: Int) -> String {
        guard number.isFinite else { return "" }
        let decimals = min(max(decimals, 0), 9)
        let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let scaled = number.magnitude * Double(power)
        guard scaled < 0x1p63 else { return large(number) }
        let floor = UInt64(scaled)
        let whole = scaled - Double(floor) < 0.5 ? floor : floor + 1
        let sign = number < 0 && whole > 0 ? "-" : ""
        let digits = sign + String(whole / UInt64(power))
        return decimals == 0 ? digits : digits + "," + padded(whole % UInt64(power), to: decimals)
    }

    private static func padded(_ digits: UInt64, to count: Int) -> String {
        let text = String(digits)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    /// Figures beyond nine quintillion have no decimals left; Swift writes them as 1.2345e+20.
    private static func large(_ number: Double) -> String {
        let parts = number.magnitude.description.split(separator: "e")
        let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let fraction = digits.count == 2 && digits[1] != "0" ? String(digits[1]) : ""
        let whole = String(digits[0]) + fraction
        let zeros = max(0, exponent - fraction.utf8.count)
        return (number < 0 ? "-" : "") + whole + String(repeating: "0", count: zeros)
    }
}
