internal import Insight
internal import Markup
internal import Membership
internal import Site

/// What is told about one question: its picture, sentences, then-and-now and table, by its kind.
struct QuestionReport {
    let view: FeedbackView
    let question: Question
    let by: View
    /// What people wrote in this theme; nil where it was not read.
    let texts: Published?
    /// How many open answers are shown before the page with all of them, or on paper the file, is offered.
    var mostTexts = 10
    /// Whether links to other pages make sense: not on paper.
    var isLinked = true

    var markup: Markup {
        article(.class("question-report"), .id(question.key)) {
            h3 { verbatim(question.text.text(view.language)) }
            if view.now.asked.gone.contains(question.key) {
                p(.class("small")) { "Deze vraag stond in een eerdere versie. Niet iedereen kreeg hem te zien." }
            }
            body
            if let tabled, !isLinked || by == .organisation { folded(tabled) }
            ways
        }
    }

    /// The table of a picture: folded on the screen, open on paper.
    private func folded(_ table: Markup) -> Markup {
        details(.class("figures-table"), .open(!isLinked)) {
            summary { "Tabel" }
            table
        }
    }

    /// What leads on from here; not on paper. The tables of a theme stand together on a page of their own.
    private var ways: Markup {
        guard isLinked else { return .nothing }
        var ways: [Markup] = []
        if hasTable, by != .organisation, let theme {
            let link = FeedbackLinks.tables(view.region.id, view.round.id, theme.key, by: by).at(question.key)
            ways.append(a(.href(link)) { "Tabel" })
        }
        if view.isWorker {
            let link = ConversationLinks.newFinding(view.region.id, view.round.id, about: question.key)
            ways.append(a(.href(link)) { "Maak hier een bevinding van" })
        }
        return ways.isEmpty
            ? .nothing
            : p(.class("screen-only")) { ways.enumerated().markup { place, way in .group([place == 0 ? .nothing : .phrase(" · "), way]) } }
    }

    private var theme: Theme? { view.now.asked.theme(of: question.key) }

    private var body: Markup {
        switch question.kind {
        case .scale, .yesPartlyNo: scale
        case .choice, .choices: choices
        case .order: order
        case .number: number
        case .text: written.list(question.key)
        case .swot: written.boxes(question.key)
        }
    }

    private var written: TextParts {
        TextParts(
            view: view, texts: texts, shown: 0..<mostTexts,
            all: isLinked ? theme.map { FeedbackLinks.sayings(view.region.id, view.round.id, $0.key, question.key) } : nil)
    }

    var levels: [String] { question.optionWords(view.language, view.say) }

    /// The groups with their distribution of this question, everybody last.
    var distributions: [(words: Markup.Label, distribution: Distribution)] {
        guard let table = view.figures.question(question.key) else { return [] }
        return view.groupsAndAll(by).compactMap { group in
            view.figures.figure(table.figures, for: group.perspective)?.value.map { (group.words, $0) }
        }
    }
}

extension QuestionReport {
    private var scale: Markup {
        let rows = distributions
        return .group([
            figure {
                if by == .organisation { distributionTable(rows) } else { bars(rows) }
            },
            paragraph(rows.last.map { view.sentences.agreement($0.distribution, apart: apart) } ?? []),
            ThenAndNowParts(view: view, question: question, levels: levels).markup,
        ])
    }

    /// How far the sectors stand apart, or the groups that are shown.
    private var apart: Double {
        [View.sector, by].compactMap { view.figures.divergence(of: question.key, between: $0.rawValue)?.distance }.max() ?? 0
    }

    private func bars(_ rows: [(words: Markup.Label, distribution: Distribution)]) -> Markup {
        let chart = DistributionChart(
            levels: levels.map(Markup.verbatim),
            rows: rows.map { row in
                .init(
                    row.words.markup, note: view.peopleNote(row.distribution.people), parts: parts(row.distribution),
                    words: told(row.words, row.distribution))
            })
        return .group([
            chart.markup,
            figcaption {
                chart.legend(rest: rows.contains { isHidingSome($0.distribution) } ? Self.restWithHidden : "geen antwoord of weet ik niet")
                if rows.contains(where: { $0.distribution.basis == .blurred }) {
                    p { "Cijfers van groepen zijn hier bij benadering. Dat beschermt wie antwoordde." }
                }
            },
        ])
    }

    /// Levels as parts of all in the group; what is left over gave no level. Blurred shares need not add up, so they
    /// are drawn as parts of their own sum.
    private func parts(_ distribution: Distribution) -> [DistributionChart.Part] {
        let sum = max(1, distribution.fractions.reduce(0, +))
        let hides = isHidingSome(distribution)
        return zip(distribution.fractions, distribution.shares).map { fraction, share in
            .init(share: hides && share == .few ? 0 : fraction / sum, text: ShareWords.short(share))
        }
    }

    /// In a small group "nobody or one person" is most of a bar: drawn as a level it would look like an answer. It stays
    /// grey, with the words that say so.
    private func isHidingSome(_ distribution: Distribution) -> Bool {
        distribution.cut == .onePerson && distribution.shares.contains(.few)
    }

    private static let restWithHidden: Phrase = "geen antwoord, weet ik niet, of te weinig mensen om te tonen"

    private func told(_ words: Markup.Label, _ distribution: Distribution) -> Phrase {
        let levels = zip(levels, distribution.shares).map { level, share -> Phrase in
            "\(level) \(ShareWords.full(share, in: distribution))"
        }
        return "\(words.said): \(.list(levels))"
    }

    private var choices: Markup {
        let rows = distributions
        guard let all = rows.last?.distribution else { return .nothing }
        let places = all.shares.indices.sorted { (all.fractions[$0], -$0) > (all.fractions[$1], -$1) }
        return .group([
            figure {
                ShareChart(
                    places.map { place in
                        .init(
                            verbatim(levels[place]), share: all.fractions[place],
                            value: "\(ShareWords.full(all.shares[place], in: all))")
                    }
                ).markup
                figcaption { "Van \(all.people) mensen. Dit koos iedereen samen; per groep staat het in de tabel." }
            }
        ])
    }
}

extension QuestionReport {
    private var order: Markup {
        guard view.figures.order(question.key) != nil else { return .nothing }
        guard let all = orders.last?.importance, all.scores.contains(where: { $0 != nil }) else {
            return p(.class("small")) { "Te weinig mensen maakten een volgorde om die te laten zien." }
        }
        return .group([
            ol(.class("ranking")) { all.ranking.markup { place in li { verbatim(levels[place]) } } },
            p(.class("small")) { "Bovenaan staat wat mensen samen het belangrijkst vinden." },
        ])
    }

    private var number: Markup {
        guard case .number(let unit, _, _) = question.kind, let table = view.figures.number(question.key) else {
            return .nothing
        }
        guard case .shown(let all) = table.figures.whole else {
            return p(.class("small")) { "Te weinig mensen gaven een getal om dat te laten zien." }
        }
        let (low, high, middle) = (Figures.text(all.lowerQuartile), Figures.text(all.upperQuartile), Figures.text(all.median))
        let name = unit.text(view.language)
        return p { "Het midden is \(middle) \(name). De helft van de mensen noemt iets tussen \(low) en \(high)." }
    }
}
