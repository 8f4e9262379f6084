internal import Insight
internal import Markup
internal import Site

/// Plain sentences made from published figures, and from nothing else: each is whole, so that it can be translated.
///
/// Distances are on the line from the lowest level (0) to the highest (1).
struct Sentences {
    let report: FeedbackReport
    let language: Language
    /// The words of yes, partly and no in the reader's language.
    let say: (Phrase) -> String

    init(_ report: FeedbackReport, _ language: Language, say: @escaping (Phrase) -> String) {
        self.report = report
        self.language = language
        self.say = say
    }

    /// From here two groups see something differently.
    static let apart = 0.2
    /// From here they are far apart.
    static let farApart = 0.35

    /// What a subject is called: a theme by its title, a question by its text.
    func name(_ subject: Divergence.Subject) -> String {
        switch subject {
        case .theme(let key): report.asked.theme(key)?.title.text(language) ?? key
        case .question(let key): report.asked.question(key)?.text.text(language) ?? key
        }
    }

    func words(_ voice: Divergence.Voice, _ margin: String) -> GroupWords? {
        GroupWords(.group(margin: margin, group: voice.group), partners: report.partners)
    }

    /// "Scholen zijn veel positiever over ‘Doorlopende leerlijn’ dan bedrijven".
    func difference(_ divergence: Divergence) -> Phrase? {
        guard divergence.distance >= Self.apart, let high = words(divergence.highest, divergence.margin),
            let low = words(divergence.lowest, divergence.margin)
        else { return nil }
        let name = name(divergence.subject)
        if divergence.distance >= Self.farApart {
            return "\(high.first) zijn veel positiever over ‘\(name)’ dan \(low.inside)"
        }
        return "\(high.first) zijn positiever over ‘\(name)’ dan \(low.inside)"
    }

    /// The places of the voices on one line, for whoever reads instead of looks.
    func places(_ divergence: Divergence, among levels: [String]) -> Phrase {
        let name = name(divergence.subject)
        let voices = divergence.voices.compactMap { voice -> Phrase? in
            guard let words = words(voice, divergence.margin) else { return nil }
            return "\(words.label.said) \(PlaceWords.place(voice.mean, among: levels))"
        }
        return "\(name): \(.list(voices))"
    }
}

// MARK: - The strongest finding and what leads to it

extension Sentences {
    /// The strongest finding: first where views differ, else what moved, else what asks for attention.
    func headline(_ ranked: [Divergence], _ changes: [ThenAndNow], since then: FeedbackReport?) -> Phrase {
        if let first = ranked.first.flatMap(difference) { return first }
        if let then, let moved = direction(Movement(changes), since: then) { return moved }
        if let lowest { return "‘\(lowest)’ vraagt de meeste aandacht" }
        if let people = report.figures.whole.people { return "\(people) mensen vertelden hoe zij kijken" }
        return "Er zijn te weinig antwoorden om iets te laten zien"
    }

    /// Two questions of every three, and three at least, went one way.
    private func direction(_ movement: Movement, since then: FeedbackReport) -> Phrase? {
        guard movement.compared >= 3 else { return nil }
        let title = then.round.title
        if movement.risen * 3 >= movement.compared * 2 { return "Over de meeste vragen is men positiever dan in ‘\(title)’" }
        if movement.fallen * 3 >= movement.compared * 2 {
            return "Over de meeste vragen is men minder positief dan in ‘\(title)’"
        }
        return nil
    }

    /// The title of the theme with the lowest mean, where there are several.
    private var lowest: String? {
        let means = report.figures.themes.compactMap { theme in
            report.figures.mean(ofTheme: theme.key, for: .whole).map { (theme.key, $0) }
        }
        let sorted = means.sorted { $0.1 < $1.1 }
        guard sorted.count > 1, sorted[1].1 - sorted[0].1 >= 0.02 else { return nil }
        return name(.theme(sorted[0].0))
    }

    /// "47 van de 51 genodigden antwoordden."
    ///
    /// How many answered is published with every figure, so here it is said exactly.
    var coverage: Phrase? {
        guard let people = report.figures.whole.people else { return nil }
        guard report.round.code == nil, let invited = report.coverage.whole.value?.invited, invited >= people else {
            return people == 1 ? "1 mens antwoordde." : "\(people) mensen antwoordden."
        }
        return people == 1
            ? "1 van de \(invited) genodigden antwoordde." : "\(people) van de \(invited) genodigden antwoordden."
    }

    /// "Over 2 van de 8 thema's lopen de meningen uiteen."
    func spread(over ranked: [Divergence]) -> Phrase? {
        guard ranked.count > 1, let first = ranked.first else { return nil }
        let apart = ranked.count { $0.distance >= Self.apart }
        if case .theme = first.subject {
            if apart == 0 { return "Over geen van de \(ranked.count) thema's lopen de meningen ver uiteen." }
            return "Over \(apart) van de \(ranked.count) thema's lopen de meningen uiteen."
        }
        if apart == 0 { return "Over geen van de \(ranked.count) vragen lopen de meningen ver uiteen." }
        return "Over \(apart) van de \(ranked.count) vragen lopen de meningen uiteen."
    }

    /// "Over 8 van de 10 vragen is men positiever dan in ‘Zelfscan 2025’."
    func movement(_ changes: [ThenAndNow], since then: FeedbackReport) -> Phrase? {
        let movement = Movement(changes)
        guard movement.compared > 0 else { return nil }
        let title = then.round.title
        if movement.risen == 0, movement.fallen == 0 { return "De antwoorden zijn ongeveer gelijk aan die in ‘\(title)’." }
        if movement.risen >= movement.fallen {
            return "Over \(movement.risen) van de \(movement.compared) vragen is men positiever dan in ‘\(title)’."
        }
        return "Over \(movement.fallen) van de \(movement.compared) vragen is men minder positief dan in ‘\(title)’."
    }
}
