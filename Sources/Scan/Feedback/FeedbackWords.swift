internal import Insight
internal import Markup
internal import Membership
internal import Site

/// A group of respondents as a sentence names it.
struct GroupWords: Equatable {
    /// At the head of a sentence: "Scholen".
    let first: Phrase
    /// Inside a sentence: "scholen".
    let inside: Phrase
    /// Its people, to be counted: "mensen van scholen".
    let people: Phrase
    /// Beside a mark or a bar: "onderwijs".
    let label: Markup.Label

    init?(_ perspective: Perspective, partners: [String: String] = [:]) {
        guard case .group(let margin, let group) = perspective else { return nil }
        switch View(rawValue: margin) {
        case .sector: self.init(sector: Sector(rawValue: group))
        case .level: self.init(level: Level(rawValue: group))
        case .organisation: self.init(named: partners[group])
        case nil: return nil
        }
    }

    private init?(sector: Sector?) {
        guard let sector else { return nil }
        label = .phrase(sector.label)
        switch sector {
        case .education: (first, inside, people) = ("Scholen", "scholen", "mensen van scholen")
        case .business: (first, inside, people) = ("Bedrijven", "bedrijven", "mensen van bedrijven")
        case .government: (first, inside, people) = ("Overheden", "overheden", "mensen van overheden")
        }
    }

    private init?(level: Level?) {
        guard let level else { return nil }
        label = .phrase(level.label)
        switch level {
        case .governing: (first, inside, people) = ("Bestuurders", "bestuurders", "bestuurders")
        case .tactical: (first, inside, people) = ("Leidinggevenden", "leidinggevenden", "leidinggevenden")
        case .operational:
            (first, inside) = ("Mensen in de uitvoering", "mensen in de uitvoering")
            people = "mensen in de uitvoering"
        }
    }

    private init?(named name: String?) {
        label = name.map { .verbatim($0) } ?? .phrase("organisatie buiten de regio")
        first = name.map { "\($0)" } ?? "Een organisatie buiten de regio"
        inside = name.map { "\($0)" } ?? "een organisatie buiten de regio"
        people = name.map { "mensen van \($0)" } ?? "mensen van een organisatie buiten de regio"
    }
}

extension Markup {
    /// Words beside a mark: the product's, or somebody's name.
    enum Label: Equatable {
        case phrase(Phrase)
        case verbatim(String)

        var markup: Markup {
            switch self {
            case .phrase(let phrase): .phrase(phrase)
            case .verbatim(let text): .verbatim(text)
            }
        }

        var said: Phrase {
            switch self {
            case .phrase(let phrase): phrase
            case .verbatim(let text): "\(text)"
            }
        }
    }
}

extension View {
    var label: Phrase {
        switch self {
        case .sector: "sector"
        case .level: "niveau"
        case .organisation: "organisatie"
        }
    }
}

extension ChartMark {
    init(_ perspective: Perspective) {
        if case .group(_, let group) = perspective { self = ChartMark(rawValue: group) ?? .whole } else { self = .whole }
    }
}

/// A part of a group in plain words, for confidential rounds and long sentences.
enum PartWords {
    /// At the head of a sentence, as the subject of a verb in the singular.
    static func first(_ part: Double) -> Phrase {
        switch percent(part) {
        case ..<5: "Bijna niemand"
        case ..<15: "Ongeveer één op de tien"
        case ..<23: "Ongeveer één op de vijf"
        case ..<30: "Ongeveer een kwart"
        case ..<38: "Ongeveer één op de drie"
        case ..<46: "Ongeveer twee op de vijf"
        case ..<55: "Ongeveer de helft"
        case ..<63: "Ongeveer drie op de vijf"
        case ..<72: "Ongeveer twee op de drie"
        case ..<79: "Ongeveer drie op de vier"
        case ..<87: "Ongeveer vier op de vijf"
        case ...95: "Ongeveer negen op de tien"
        default: "Bijna iedereen"
        }
    }

    /// Inside a sentence.
    static func inside(_ part: Double) -> Phrase {
        switch percent(part) {
        case ..<5: "bijna niemand"
        case ..<15: "ongeveer één op de tien"
        case ..<23: "ongeveer één op de vijf"
        case ..<30: "ongeveer een kwart"
        case ..<38: "ongeveer één op de drie"
        case ..<46: "ongeveer twee op de vijf"
        case ..<55: "ongeveer de helft"
        case ..<63: "ongeveer drie op de vijf"
        case ..<72: "ongeveer twee op de drie"
        case ..<79: "ongeveer drie op de vier"
        case ..<87: "ongeveer vier op de vijf"
        case ...95: "ongeveer negen op de tien"
        default: "bijna iedereen"
        }
    }

    private static func percent(_ part: Double) -> Int { Int((min(1, max(0, part)) * 100).rounded()) }
}

/// One published share in words or figures, the same in a bar, a table, an alternative text and a file.
enum ShareWords {
    /// Short, for a bar; empty for hardly anybody.
    static func short(_ share: Share) -> String {
        switch share {
        case .counted(let count): count == 0 ? "" : String(count)
        case .percent(let percent): "\(percent)%"
        case .few, .most: ""
        }
    }

    /// In full, for a table or an alternative text.
    static func full(_ share: Share, in distribution: Distribution) -> Phrase {
        switch (share, distribution.cut) {
        case (.counted(let count), _): "\(count)"
        case (.percent(let percent), _): distribution.basis == .blurred ? "ongeveer \(percent)%" : "\(percent)%"
        case (.few, .fivePercent): "minder dan 5%"
        case (.few, .onePerson): "niemand of één"
        case (.most, .fivePercent): "meer dan 95%"
        case (.most, .onePerson): "allen, of op één na"
        }
    }
}

/// Where a mean (0...1) lies among the words of the levels.
enum PlaceWords {
    /// "geregeld", or "tussen soms en geregeld".
    static func place(_ mean: Double, among levels: [String]) -> Phrase {
        guard levels.count > 1 else { return "\(Int((mean * 100).rounded())) op een schaal tot 100" }
        let place = min(1, max(0, mean)) * Double(levels.count - 1)
        let near = Int(place.rounded())
        if abs(place - Double(near)) <= 0.25 { return "‘\(levels[near])’" }
        return "tussen ‘\(levels[Int(place)])’ en ‘\(levels[Int(place) + 1])’"
    }
}

extension Question {
    /// The words of its levels or options in their order.
    func optionWords(_ language: Language, _ say: (Phrase) -> String) -> [String] {
        switch kind {
        case .scale(let levels): levels.map { $0.label.text(language) }
        case .yesPartlyNo: ["nee", "deels", "ja"].map { say($0) }
        case .choice(let choices), .choices(let choices), .order(let choices): choices.map { $0.label.text(language) }
        case .number, .text, .swot: []
        }
    }
}
