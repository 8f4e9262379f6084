/// The words of one language: for each Dutch key its translation.
package struct Vocabulary: Sendable {
    /// The language as HTML names it: `nl`, `en`.
    package let code: String
    private let translations: [PhraseKey: Translation]
    /// Told of each phrase that has no translation; only tests listen.
    private let onMissing: (@Sendable (Phrase) -> Void)?

    /// - Parameters:
    ///   - translations: by key, each text with `%@` or `%1$@` where the arguments stand.
    ///   - onMissing: told of each phrase with words in it that is said without a translation.
    package init(
        code: String, translations: [String: String], onMissing: (@Sendable (Phrase) -> Void)? = nil
    ) {
        self.code = code
        self.onMissing = onMissing
        var read: [PhraseKey: Translation] = [:]
        read.reserveCapacity(translations.count)
        for (key, text) in translations { read[PhraseKey(key)] = Translation(text) }
        self.translations = read
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
        if translations.isEmpty && onMissing == nil { return phrase.parts }
        guard let translation = translations[PhraseKey(phrase)] else {
            if let onMissing, phrase.hasWords { onMissing(phrase) }
            return phrase.parts
        }
        return translation.said(with: phrase)
    }
}

/// What a key is in one language, read once: most translations take no arguments and are handed out as they are.
private enum Translation: Sendable {
    case words([Phrase.Part])
    case template([Template])

    init(_ text: String) {
        let template = Template.read(text)
        if case .words(let words)? = template.first, template.count == 1 {
            self = .words([.words(words)])
        } else {
            self = .template(template)
        }
    }

    /// Its parts, with the arguments of the phrase in their places.
    func said(with phrase: Phrase) -> [Phrase.Part] {
        switch self {
        case .words(let parts): return parts
        case .template(let template):
            let arguments = phrase.arguments
            return template.compactMap { part in
                switch part {
                case .words(let words): .words(words)
                case .argument(let place): arguments.indices.contains(place) ? arguments[place] : nil
                }
            }
        }
    }
}

/// A phrase as a dictionary finds it: its words, and that something stands between them. Nothing is joined to look it up.
private struct PhraseKey: Hashable {
    private let parts: [Phrase.Part]

    init(_ phrase: Phrase) { parts = phrase.parts }

    /// A key as a catalog writes it.
    init(_ key: String) {
        parts = Template.read(key).map { part in
            switch part {
            case .words(let words): .words(words)
            case .argument: .verbatim("")
            }
        }
    }

    static func == (one: PhraseKey, other: PhraseKey) -> Bool {
        guard one.parts.count == other.parts.count else { return false }
        return zip(one.parts, other.parts).allSatisfy { pair in
            switch pair {
            case (.words(let words), .words(let others)): words == others
            case (.words, _), (_, .words): false
            default: true
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        for part in parts {
            if case .words(let words) = part { hasher.combine(words) } else { hasher.combine(0 as UInt8) }
        }
    }
}

/// A piece of a translation: words, or the place of an argument, counted from 0.
private enum Template: Sendable {
    case words(String)
    case argument(Int)

    /// `%@` takes the arguments in order, `%1$@` by number; any other `%` is a percent sign.
    static func read(_ text: String) -> [Template] {
        let bytes = Array(text.utf8)
        var parts: [Template] = []
        var (start, index, next) = (0, 0, 0)
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%"), let place = placeholder(bytes, at: index) else {
                index += 1
                continue
            }
            if start < index { parts.append(.words(String(decoding: bytes[start..<index], as: UTF8.self))) }
            parts.append(.argument(place.number ?? next))
            if place.number == nil { next += 1 }
            index += place.length
            start = index
        }
        if start < bytes.count { parts.append(.words(String(decoding: bytes[start...], as: UTF8.self))) }
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
