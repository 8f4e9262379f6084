/// Words made comparable: without capitals, accents, blanks and punctuation. "E-mail adres" equals "emailadres".
package enum Folding {
    private static let mostScalars = 200

    static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars.prefix(mostScalars) {
            for letter in (withoutAccent(scalar) ?? String(scalar)).lowercased().unicodeScalars
            where letter.properties.isAlphabetic || letter.properties.numericType != nil {
                folded.unicodeScalars.append(letter)
            }
        }
        return folded
    }

    /// The letter under the accent, for the Latin letters of Europe; empty for a combining mark; nil for the rest.
    package static func withoutAccent(_ scalar: Unicode.Scalar) -> String? {
        if (0x0300...0x036F).contains(scalar.value) { return "" }
        return scalar.isASCII ? nil : plainLetters[scalar]
    }

    private static let groups: KeyValuePairs<String, String> = [
        "a": "àáâãäåāăąǎ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
        "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőǒ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
        "u": "ùúûüũūŭůűųǔ", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "ij": "ĳ", "th": "þ",
    ]

    private static let plainLetters: [Unicode.Scalar: String] = {
        var letters: [Unicode.Scalar: String] = [:]
        for (plain, accented) in groups {
            for scalar in accented.unicodeScalars {
                letters[scalar] = plain
                let capital = String(scalar).uppercased().unicodeScalars
                if let first = capital.first, capital.count == 1, !first.isASCII { letters[first] = plain.uppercased() }
            }
        }
        return letters
    }()
}

extension Folding {
    /// How many letters to add, drop, change or swap with their neighbour to come from one word to the other
    /// (optimal string alignment; Damerau 1964).
    static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let change = last[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0 && column > 0 && one[row] == other[column - 1] && one[row - 1] == other[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            (beforeLast, last) = (last, current)
        }
        return last.last ?? 0
    }
}
