internal import Insight
internal import Markup
internal import Membership
internal import Site

/// A report as one reader sees it: with the region it belongs to and the words of the reader's language.
struct FeedbackView {
    let region: Region
    let report: ComparedReport
    let language: Language
    /// Whether the reader works on the conversation, and so may write findings and see who is missing.
    var isWorker = false
    let say: (Phrase) -> String

    var now: FeedbackReport { report.now }
    var figures: Published { now.figures }
    var round: Round { now.round }
    var sentences: Sentences { Sentences(now, language, say: say) }

    /// Subjects by how far the groups stand apart: themes, or questions where there are fewer than three themes to
    /// compare.
    func ranked(_ view: View = .sector) -> [Divergence] {
        let themes = figures.themesWhereViewsDiffer(between: view.rawValue)
        return themes.count > 2 ? themes : figures.whereViewsDiffer(between: view.rawValue)
    }

    /// The question on which groups stand farthest apart, in the subject where they do so most.
    func sharpest(_ ranked: [Divergence]) -> Divergence? {
        guard let first = ranked.first else { return nil }
        guard case .theme(let key) = first.subject else { return first }
        let keys = now.asked.theme(key)?.questions.map(\.key) ?? []
        // Title and explanation are about the same groups.
        return keys.compactMap { figures.divergence(of: $0, between: first.margin) }
            .filter { $0.highest.group == first.highest.group && $0.lowest.group == first.lowest.group }
            .max { $0.distance < $1.distance }
    }

    var headline: Phrase { sentences.headline(ranked(), report.changes, since: report.last) }

    /// Coverage, how much differs, what moved.
    var lead: [Phrase] {
        [
            sentences.coverage, sentences.spread(over: ranked()),
            report.last.flatMap { sentences.movement(report.changes, since: $0) },
        ].compactMap(\.self)
    }

    /// The words of the levels by which these themes are measured; nil where they do not share them.
    func sharedLevels(_ themes: [Theme]) -> [String]? { sharedLevels(of: themes.flatMap(AskedQuestions.measuring)) }

    /// The words of the levels that these questions share; nil where they do not share them.
    func sharedLevels(of questions: [Question]) -> [String]? {
        let words = questions.filter(\.isScale).map { $0.optionWords(language, say) }
        guard let first = words.first, words.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    func levels(of divergence: Divergence) -> [String] {
        switch divergence.subject {
        case .question(let key): now.asked.question(key)?.optionWords(language, say) ?? []
        case .theme(let key): sharedLevels([now.asked.theme(key)].compactMap(\.self)) ?? []
        }
    }

    /// The groups of a view that are shown and have people in them, and the others together, each with its words.
    func groups(_ view: View) -> [(perspective: Perspective, words: Markup.Label, people: Int)] {
        guard let margin = figures.margin(view.rawValue) else { return [] }
        var shown = margin.groups.compactMap { group -> (perspective: Perspective, words: Markup.Label, people: Int)? in
            let perspective = Perspective.group(margin: view.rawValue, group: group.key)
            guard let people = group.standing.people, people > 0,
                let words = GroupWords(perspective, partners: now.partners)
            else { return nil }
            return (perspective, words.label, people)
        }
        if view == .organisation { shown.sort { say($0.words.said).lowercased() < say($1.words.said).lowercased() } }
        if let people = margin.others?.people { shown.append((.others(margin: view.rawValue), .phrase("anderen"), people)) }
        return shown
    }

    /// The groups, and everybody.
    func groupsAndAll(_ view: View) -> [(perspective: Perspective, words: Markup.Label, people: Int)] {
        let shown = groups(view)
        guard let people = figures.whole.people else { return shown }
        // Where all groups are hidden, "the others" are everybody: one bar says it.
        let isAll = shown.count == 1 && shown.first?.people == people
        return (isAll ? [] : shown) + [(.whole, .phrase("iedereen"), people)]
    }

    /// The ways to look that this round has.
    var views: [View] { View.allCases.filter { figures.margin($0.rawValue) != nil } }

    func peopleNote(_ people: Int) -> Phrase { people == 1 ? "1 mens" : "\(people) mensen" }
}

extension Question.Kind {
    /// Whether it is answered by picking from a list, whose table has a row for each group.
    var isChosen: Bool {
        switch self {
        case .choice, .choices: true
        case .scale, .yesPartlyNo, .order, .number, .text, .swot: false
        }
    }
}

extension Question {
    var isScale: Bool {
        switch kind {
        case .scale, .yesPartlyNo: true
        case .choice, .choices, .order, .number, .text, .swot: false
        }
    }
}

/// Sentences as one paragraph.
func paragraph(_ sentences: [Phrase], _ look: String? = nil) -> Markup {
    guard !sentences.isEmpty else { return .nothing }
    return p(look.map { .class($0) }) { sentences.markup { .group([.phrase($0), .verbatim(" ")]) } }
}
