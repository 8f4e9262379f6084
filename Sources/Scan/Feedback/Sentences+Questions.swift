internal import Insight
internal import Markup
internal import Site

extension Sentences {
    /// Who chose what on the question that divides most: "Scholen kiezen bij ‘…’ het vaakst ‘geregeld’." and
    /// "Van de 19 mensen van bedrijven kiezen er 13 ‘nog niet’ of ‘soms’."
    func explained(_ divergence: Divergence) -> [Phrase] {
        guard case .question(let key) = divergence.subject, let question = report.asked.question(key),
            let high = words(divergence.highest, divergence.margin), let low = words(divergence.lowest, divergence.margin)
        else { return [] }
        let levels = question.optionWords(language, say)
        let name = question.text.text(language)
        let top = distribution(key, divergence.highest, divergence.margin).flatMap { favourite($0) }
        let bottom = distribution(key, divergence.lowest, divergence.margin)
        var sentences: [Phrase] = []
        if let top, levels.indices.contains(top) {
            sentences.append("\(high.first) kiezen bij ‘\(name)’ het vaakst ‘\(levels[top])’.")
        }
        if let bottom { sentences += [below(bottom, low, levels)].compactMap(\.self) }
        return sentences
    }

    private func distribution(_ key: String, _ voice: Divergence.Voice, _ margin: String) -> Distribution? {
        report.figures.question(key)
            .flatMap { report.figures.figure($0.figures, for: .group(margin: margin, group: voice.group)) }?.value
    }

    /// The option chosen most; nil where two are chosen as often.
    func favourite(_ distribution: Distribution) -> Int? {
        let fractions = distribution.fractions
        guard let most = fractions.max(), most > 0, fractions.count(where: { $0 > most - 0.005 }) == 1 else { return nil }
        return fractions.firstIndex(of: most)
    }

    /// How many of a group chose the lower half of the levels: counted in an open round, about in a confidential one.
    private func below(_ distribution: Distribution, _ group: GroupWords, _ levels: [String]) -> Phrase? {
        let half = levels.count / 2
        guard half > 0, distribution.shares.count == levels.count else { return nil }
        let names = lower(levels, half)
        let counts = distribution.shares.prefix(half).compactMap(\.count)
        if counts.count == half {
            let (count, people) = (counts.reduce(0, +), distribution.people)
            switch count {
            case 0: return favourite(distribution).map { "\(group.first) kiezen het vaakst ‘\(levels[$0])’." }
            case 1: return "Van de \(people) \(group.people) zegt er 1 \(names)."
            default: return "Van de \(people) \(group.people) zeggen er \(count) \(names)."
            }
        }
        let part = distribution.fractions.prefix(half).reduce(0, +)
        if part < 0.15 { return favourite(distribution).map { "\(group.first) kiezen het vaakst ‘\(levels[$0])’." } }
        return "Van de \(group.people) kiest \(PartWords.inside(part)) \(names)."
    }

    private func lower(_ levels: [String], _ half: Int) -> Phrase {
        switch half {
        case 1: "‘\(levels[0])’"
        case 2: "‘\(levels[0])’ of ‘\(levels[1])’"
        default: "‘\(levels[0])’ tot en met ‘\(levels[half - 1])’"
        }
    }

    /// "In ‘Zelfscan 2025’ was dat verschil ongeveer half zo groot."
    func before(_ divergence: Divergence, then: FeedbackReport) -> Phrase? {
        guard divergence.distance >= Self.apart, case .question(let key) = divergence.subject,
            let old = then.figures.divergence(of: key, between: divergence.margin),
            then.figures.question(key)?.wording == report.figures.question(key)?.wording
        else { return nil }
        let title = then.round.title
        switch old.distance / divergence.distance {
        case ..<0.4: return "In ‘\(title)’ was dat verschil veel kleiner."
        case ..<0.6: return "In ‘\(title)’ was dat verschil ongeveer half zo groot."
        case ..<0.9: return "In ‘\(title)’ was dat verschil kleiner."
        case ...1.1: return "In ‘\(title)’ was dat verschil even groot."
        default: return "In ‘\(title)’ was dat verschil groter."
        }
    }

    /// Whether people agree, and how many do not know. Where groups stand apart nobody is said to agree, however close
    /// together most people are.
    func agreement(_ distribution: Distribution, apart distance: Double = 0) -> [Phrase] {
        let differs: Phrase? = distance >= Self.apart ? "Groepen kijken hier verschillend naar." : nil
        return [differs ?? consensus(distribution), unknowing(distribution)].compactMap(\.self)
    }

    private func consensus(_ distribution: Distribution) -> Phrase? {
        switch distribution.consensus {
        case nil: nil
        case .some(0.7...): "Men is het hierover eens."
        case .some(0.45...): "Men is het hierover redelijk eens."
        default: "De meningen zijn verdeeld."
        }
    }

    private func unknowing(_ distribution: Distribution) -> Phrase? {
        switch distribution.share(of: .dontKnow) {
        case .counted(0), .few: nil
        case .counted(1): "1 van de \(distribution.people) mensen weet het niet."
        case .counted(let count): "\(count) van de \(distribution.people) mensen weten het niet."
        case .percent(let percent) where percent < 15: nil
        case .percent(let percent): "\(PartWords.first(Double(percent) / 100)) weet het niet."
        case .most: "Bijna iedereen weet het niet."
        }
    }

    /// One question then and now, in a sentence; a reworded question says so.
    func change(_ comparison: ThenAndNow, since then: FeedbackReport) -> [Phrase] {
        let title = then.round.title
        switch comparison.comparison {
        case .askedOnlyNow, .askedOnlyThen, .notShown: return []
        case .levelsChanged:
            return ["In ‘\(title)’ had deze vraag andere antwoorden. Vergelijken kan daarom niet."]
        case .change(let before, let now, let isReworded):
            let change: Phrase =
                switch now - before {
                case 0.15...: "Men is hier veel positiever over dan in ‘\(title)’."
                case 0.05...: "Men is hier iets positiever over dan in ‘\(title)’."
                case ...(-0.15): "Men is hier veel minder positief over dan in ‘\(title)’."
                case ...(-0.05): "Men is hier iets minder positief over dan in ‘\(title)’."
                default: "Men denkt hier ongeveer hetzelfde over als in ‘\(title)’."
                }
            return isReworded ? [change, "De woorden van de vraag zijn sindsdien veranderd. Vergelijk dus voorzichtig."] : [change]
        }
    }

    /// Why a group is not shown by itself.
    func hidden(_ view: View) -> [Phrase] {
        guard let margin = report.figures.margin(view.rawValue), let threshold = report.threshold,
            report.figures.whole.people != nil
        else { return [] }
        return margin.groups.compactMap { group in
            guard case .hidden(let why) = group.standing,
                let words = GroupWords(.group(margin: view.rawValue, group: group.key), partners: report.partners)
            else { return nil }
            return switch why {
            case .tooFew: "\(words.first) tonen we niet apart. Daarvan antwoordden minder dan \(threshold) mensen."
            case .protectsOthers: "\(words.first) tonen we niet apart. Zo is niet uit te rekenen wat een kleine groep zei."
            }
        }
    }
}

extension Share {
    /// People, where they are counted.
    var count: Int? { if case .counted(let count) = self { count } else { nil } }
}
