/// The words of one language: for each Dutch key its translation.
package struct Vocabulary: Sendable {
    /// The language as HTML names it: `nl`, `en`.
    package let code: String
    private let translations: [String: String]

    package init(code: String, translations: [String: String]) {
        self.code = code
        self.translations = translations
    }

    /// The language of the code itself.
    package static let dutch = Vocabulary(code: "nl", translations: [:])

    /// The phrase in this language. A key without a translation is said in Dutch: better than nothing,
    /// and a test fails on it.
    package func text(_ phrase: Phrase) -> String {
        var text = ""
        for part in said(phrase) {
            switch part {
            case .words(let words), .verbatim(let words): text += words
            case .phrase(let inner): text += self.text(inner)
            }
        }
        return text
    }

    /// The parts of the phrase in the order of this language.
    func said(_ phrase: Phrase) -> [Phrase.Part] {
        if translations.isEmpty { return phrase.parts }
        guard let translation = translations[phrase.key] else { return phrase.parts }
        return Self.fill(translation, with: phrase.arguments)
    }

    /// Puts the arguments in the places `%@` (in order) and `%1$@` (by number).
    private static func fill(_ translation: String, with arguments: [Phrase.Part]) -> [Phrase.Part] {
        var parts: [Phrase.Part] = []
        var words: [UInt8] = []
        var next = 0
        let bytes = Array(translation.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%"), let place = placeholder(bytes, at: index) else {
                words.append(bytes[index])
                index += 1
                continue
            }
            if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
            words = []
            let position = place.number ?? next
            if place.number == nil { next += 1 }
            if arguments.indices.contains(position) { parts.append(arguments[position]) }
            index += place.length
        }
        if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
        return parts
    }

    private static func placeholder(_ bytes: [UInt8], at index: Int) -> (length: Int, number: Int?)? {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1] == UInt8(ascii: "@") { return (2, nil) }
        guard index + 3 < bytes.count, bytes[index + 2] == UInt8(ascii: "$"), bytes[index + 3] == UInt8(ascii: "@"),
            (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1])
        else { return nil }
        return (4, Int(bytes[index + 1] - UInt8(ascii: "1")))
    }
}
