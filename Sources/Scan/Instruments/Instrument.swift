package import Site

/// A scan as content: themes with questions, in Dutch and English. Files in `instruments/` hold the product's own;
/// a round keeps its own copy, a version for each time it was changed.
package struct Instrument: Sendable, Equatable, Codable {
    package var key: String
    package var version: Int
    package var title: Wording
    package var about: Wording
    /// Honest minutes to answer it.
    package var minutes: Int
    package var themes: [Theme]

    package init(key: String, version: Int, title: Wording, about: Wording, minutes: Int, themes: [Theme]) {
        self.key = key
        self.version = version
        self.title = title
        self.about = about
        self.minutes = minutes
        self.themes = themes
    }

    package var questions: [Question] { themes.flatMap(\.questions) }

    package func theme(_ key: String) -> Theme? { themes.first { $0.key == key } }
}

/// Words in both languages. English may be empty where a region wrote its own question: then Dutch is shown.
package struct Wording: Sendable, Equatable, Codable {
    package var nl: String
    package var en: String

    package init(nl: String, en: String = "") {
        self.nl = nl
        self.en = en
    }

    package func text(_ language: Language) -> String { language == .english && !en.isEmpty ? en : nl }
    package static let empty = Wording(nl: "")
    package var isEmpty: Bool { nl.isEmpty }
}

/// Questions about one thing: one screen on a phone.
package struct Theme: Sendable, Equatable, Codable {
    package var key: String
    /// The heading it stands under; empty where the instrument has none.
    package var area: Wording
    package var title: Wording
    package var about: Wording
    package var guiding: Guiding?
    package var questions: [Question]

    package init(
        key: String, area: Wording = .empty, title: Wording, about: Wording = .empty, guiding: Guiding? = nil,
        questions: [Question]
    ) {
        self.key = key
        self.area = area
        self.title = title
        self.about = about
        self.guiding = guiding
        self.questions = questions
    }

    /// Questions for the conversation: where we came from, where we are, where we go.
    package struct Guiding: Sendable, Equatable, Codable {
        package var then: Wording
        package var now: Wording
        package var next: Wording

        package init(then: Wording, now: Wording, next: Wording) {
            self.then = then
            self.now = now
            self.next = next
        }
    }
}

/// One question. Its key is stable for ever: answers of different rounds are compared by it.
package struct Question: Sendable, Equatable, Codable {
    package var key: String
    package var text: Wording
    package var help: Wording
    package var kind: Kind

    package init(key: String, text: Wording, help: Wording = .empty, kind: Kind) {
        self.key = key
        self.text = text
        self.help = help
        self.kind = kind
    }

    package enum Kind: Sendable, Equatable, Codable {
        /// Levels in words, lowest first.
        case scale([ScaleLevel])
        case yesPartlyNo
        case choice([Choice])
        case choices([Choice])
        /// Put in order of importance.
        case order([Choice])
        case number(unit: Wording, least: Double?, most: Double?)
        case text
        /// Strengths, weaknesses, opportunities, threats: four boxes of text.
        case swot
    }

    package struct ScaleLevel: Sendable, Equatable, Codable {
        package var label: Wording
        package var about: Wording

        package init(label: Wording, about: Wording = .empty) {
            self.label = label
            self.about = about
        }
    }

    package struct Choice: Sendable, Equatable, Codable {
        package var key: String
        package var label: Wording

        package init(key: String, label: Wording) {
            self.key = key
            self.label = label
        }
    }
}
