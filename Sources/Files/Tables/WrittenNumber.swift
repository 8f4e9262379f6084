/// A number as people write it in a Dutch or English spreadsheet.
package struct WrittenNumber: Sendable, Equatable {
    /// The number, read the Dutch way where there are two: "1.234" is 1234, "1,234" is 1.234. For "12 %" it is 12.
    package let value: Double
    /// Whether a percent sign stood behind it.
    package let isPercentage: Bool
    /// The other way to read it, to ask the person about: 1.234 for "1.234", 1234 for "1,234".
    package let otherValue: Double?

    package var isAmbiguous: Bool { otherValue != nil }

    /// The value, and for a percentage the share: 0.12 for "12 %".
    package var fraction: Double { isPercentage ? value / 100 : value }

    /// Nil if the text is not one number: digits with one decimal sign, thousands in groups of three set apart by
    /// points, commas or spaces, a sign or a euro sign before it, a percent sign, a euro sign or ",-" behind it.
    package init?(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        guard scalars.count <= 60 else { return nil }
        scalars = Self.normalised(scalars)
        isPercentage = Self.dropLast("%", from: &scalars)
        if !isPercentage { _ = Self.dropLast("€", from: &scalars) }
        let isNegative = Self.dropSign(&scalars)
        guard let readings = NumberReadings(scalars), let value = readings.preferred else { return nil }
        self.value = isNegative ? -value : value
        otherValue = readings.other.map { isNegative ? -$0 : $0 }
    }

    /// All blanks become a space and all minus signs a hyphen; none at the ends.
    private static func normalised(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        PlainText.trimmed(String(String.UnicodeScalarView(scalars))).unicodeScalars.map { scalar in
            if scalar == "\u{2212}" || scalar == "\u{2013}" { return "-" }
            return PlainText.isBlank(scalar) ? " " : scalar
        }
    }

    private static func dropLast(_ mark: Unicode.Scalar, from scalars: inout [Unicode.Scalar]) -> Bool {
        guard scalars.last == mark else { return false }
        scalars.removeLast()
        while scalars.last == " " { scalars.removeLast() }
        return true
    }

    /// Drops "-", "+" and "€" from the front, each at most once; true if the number is negative.
    private static func dropSign(_ scalars: inout [Unicode.Scalar]) -> Bool {
        var signs: [Unicode.Scalar] = []
        while let first = scalars.first, ["-", "+", "€", " "].contains(first) {
            scalars.removeFirst()
            if first != " " { signs.append(first) }
        }
        let isOneSign = signs.filter { $0 != "€" }.count <= 1 && signs.filter { $0 == "€" }.count <= 1
        if !isOneSign { scalars = [] }
        return signs.contains("-")
    }
}

/// The ways to read digits with separators.
private struct NumberReadings {
    private(set) var preferred: Double?
    private(set) var other: Double?

    init?(_ scalars: [Unicode.Scalar]) {
        let bare = Self.withoutDash(scalars)
        let isDutchPrice = bare.count < scalars.count
        let text = String(String.UnicodeScalarView(bare))
        guard text.utf8.contains(where: Ascii.isDigit) else { return nil }
        let dutch = Self.value(text, decimal: ",", group: ".")
        let english = isDutchPrice ? nil : Self.value(text, decimal: ".", group: ",")
        preferred = dutch ?? english
        other = dutch != nil && english != dutch ? english : nil
    }

    /// Dutch prices end in ",-" or ",--" where there are no cents.
    private static func withoutDash(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let body = scalars.reversed().drop { $0 == "-" }
        guard body.count < scalars.count, scalars.count - body.count <= 2, body.first == "," else { return scalars }
        return body.dropFirst().reversed()
    }

    /// The number under one convention, or nil: at most one decimal sign, with digits behind it, and groups of three.
    private static func value(_ text: String, decimal: Character, group: Character) -> Double? {
        let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = wholeDigits(halves[0], group: group) else { return nil }
        guard halves.count == 2 else { return whole.isEmpty ? nil : Double(whole) }
        guard !halves[1].isEmpty, halves[1].utf8.allSatisfy(Ascii.isDigit) else { return nil }
        return Double("\(whole.isEmpty ? "0" : whole).\(halves[1])")
    }

    /// The digits before the decimal sign; empty if there are none, nil if the groups are not right.
    private static func wholeDigits(_ text: Substring, group: Character) -> String? {
        if text.utf8.allSatisfy(Ascii.isDigit) { return String(text) }
        let separator = text.contains(group) ? group : " "
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.utf8.count), first.first != "0",
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            groups.allSatisfy({ $0.utf8.allSatisfy(Ascii.isDigit) })
        else { return nil }
        return groups.joined()
    }
}
