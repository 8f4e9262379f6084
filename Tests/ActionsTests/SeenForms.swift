import Foundation
import TestHouse

extension Seen {
    /// The token of the form with which somebody signs out: made for whoever is signed in, on every page of theirs.
    var formTokenOfPerson: String? {
        let mark = "name=\"form-token\" value=\""
        guard let form = text.range(of: "action=\"/sign-out\""),
            let start = text.range(of: mark, range: form.upperBound..<text.endIndex)
        else { return nil }
        return text[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }

    /// The page without its texts and values: elements and the names of their attributes.
    var skeleton: [String] {
        text.components(separatedBy: "<").dropFirst().map { piece in
            var name = ""
            var inQuotes = false
            for character in piece.unicodeScalars {
                if character == "\"" { inQuotes.toggle(); continue }
                if character == ">", !inQuotes { break }
                if !inQuotes { name.unicodeScalars.append(character) }
            }
            return name
        }
    }
}
