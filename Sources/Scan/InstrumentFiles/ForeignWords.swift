internal import Foundation
internal import Markup

/// Texts of a file in the languages it has, and which of those become our Dutch and English.
///
/// A file without Dutch puts its own first language where Dutch stands: a round must have words, and who composes it
/// can translate them.
struct ForeignWords {
    private let dutch: String?
    private let english: String?
    /// Languages of the file that do not come along.
    let lost: [String]
    /// The language that stands for Dutch; nil where the file has Dutch, or does not say.
    let standsForDutch: String?

    /// - Parameter languages: as the file names them, its first one first; the empty name is "the language".
    init(_ languages: [String]) {
        let dutch = languages.first { Self.isNamed($0, ["nl", "nederlands", "dutch"]) }
        let english = languages.first { Self.isNamed($0, ["en", "english", "engels"]) }
        let plain = languages.first { $0.isEmpty }
        let first = dutch ?? plain ?? english ?? languages.first
        self.english = english
        self.dutch = first
        standsForDutch = dutch == nil ? first.flatMap { $0.isEmpty ? nil : $0 } : nil
        lost = languages.filter { ![dutch, english, plain, first].contains($0) }
    }

    /// `Nederlands (nl)`, `nl`, `nl-informal` and `Dutch` are one language.
    private static func isNamed(_ language: String, _ names: [String]) -> Bool {
        let parts = language.lowercased().split { !$0.isLetter }.map(String.init)
        return parts.contains { names.contains($0) }
    }

    func wording(_ texts: [String: String]) -> Wording {
        let english = english.flatMap { texts[$0] }.map(Self.plain) ?? ""
        let dutch = dutch.flatMap { texts[$0] }.map(Self.plain) ?? ""
        if !dutch.isEmpty { return Wording(nl: dutch, en: english) }
        if !english.isEmpty { return Wording(nl: english, en: english) }
        let first = texts.filter { !$0.value.isEmpty }.min { $0.key < $1.key }
        return Wording(nl: first.map { Self.plain($0.value) } ?? "")
    }

    /// Without the tags and marks of a web page.
    static func plain(_ text: String) -> String {
        guard text.contains("<") || text.contains("&") else {
            return text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        var plain = text.replacing(#/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/#, with: " ")
        plain = plain.replacing(#/<\/?[A-Za-z!][^<>]*>/#, with: " ")
        for (mark, letter) in [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            plain = plain.replacing(mark, with: letter)
        }
        return plain.replacing(#/\s+/#, with: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
