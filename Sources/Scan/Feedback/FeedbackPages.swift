internal import Database
internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The pages of a round's feedback report: first what was found, then the picture, then the detail.
enum FeedbackPages {
    static func home(_ view: FeedbackView) -> Page {
        if view.figures.whole.people ?? 0 == 0 { return tooFew(view) }
        let ranked = view.ranked()
        return Page(
            "Uitkomst van \(view.round.title)", region: view.region.heading, trail: trail(view.region, view.round)
        ) {
            h1 { view.headline }
            paragraph(view.lead, "lead")
            differences(view, ranked)
            themes(view)
            coverage(view)
            nextStep(view, ranked)
            tools(view)
        }
    }

    static func trail(_ region: Region, _ round: Round) -> [Crumb] {
        [
            Crumb("Rondes", RoundLinks.all(region.id)),
            Crumb("\(round.title)", RoundLinks.home(region.id, round.id)),
        ]
    }

    static func differences(_ view: FeedbackView, _ ranked: [Divergence]) -> Markup {
        let parts = DifferenceParts(view, ranked)
        return section(.labelled(by: "differences")) {
            h2(.id("differences")) { "Waar we verschillend kijken" }
            if ranked.isEmpty {
                p { "Er zijn geen twee groepen om naast elkaar te leggen." }
            } else {
                parts.legend
                figure {
                    parts.chart
                    figcaption {
                        "Elke sector telt even zwaar, ook met weinig mensen. De streep is het grootste verschil."
                        " "
                        a(.href(FeedbackLinks.table(view.region.id, view.round.id))) { "Tabel" }
                        " · "
                        a(.href(FeedbackLinks.figures(view.region.id, view.round.id))) { "CSV" }
                    }
                }
                paragraph(explained(view, ranked))
            }
            paragraph(view.sentences.hidden(.sector), "small")
        }
    }

    static func explained(_ view: FeedbackView, _ ranked: [Divergence]) -> [Phrase] {
        guard let sharpest = view.sharpest(ranked), sharpest.distance >= Sentences.apart else { return [] }
        let before = view.report.last.flatMap { view.sentences.before(sharpest, then: $0) }
        return view.sentences.explained(sharpest) + [before].compactMap(\.self)
    }

    private static func themes(_ view: FeedbackView) -> Markup {
        section {
            h2 { "Per thema" }
            ul(.class("report-themes")) {
                view.now.asked.themes.markup { theme in
                    li {
                        a(.href(FeedbackLinks.theme(view.region.id, view.round.id, theme.key))) {
                            verbatim(theme.title.text(view.language))
                        }
                        p(.class("small")) { themeNote(view, theme) }
                    }
                }
            }
        }
    }

    /// Where everybody together stands on a theme, in words.
    private static func themeNote(_ view: FeedbackView, _ theme: Theme) -> Phrase {
        let count: Phrase = theme.questions.count == 1 ? "1 vraag" : "\(theme.questions.count) vragen"
        guard let mean = view.figures.mean(ofTheme: theme.key, for: .whole), let levels = view.sharedLevels([theme]) else {
            return count
        }
        return "\(count), gemiddeld \(PlaceWords.place(mean, among: levels))"
    }

    static func coverage(_ view: FeedbackView) -> Markup {
        let rows = CoverageParts.rows(view)
        guard !rows.isEmpty else { return .nothing }
        return section {
            h2 { "Wie antwoordde" }
            CoverageChart(rows).markup
            paragraph([CoverageParts.missing(view)].compactMap(\.self))
            if view.isWorker {
                p(.class("screen-only")) { a(.href(RoundLinks.coverage(view.round))) { "Bekijk wie nog ontbreekt" } }
            }
        }
    }

    private static func nextStep(_ view: FeedbackView, _ ranked: [Divergence]) -> Markup {
        let sharpest = view.sharpest(ranked)
        let question = sharpest.flatMap { divergence -> String? in
            if case .question(let key) = divergence.subject { key } else { nil }
        }
        let differs = sharpest.map { $0.distance >= Sentences.apart } ?? false
        guard let question = question ?? view.now.asked.questions.first?.key else { return .nothing }
        return section(.class("next-step")) {
            h2 { differs ? "Neem dit verschil mee naar het gesprek" : "Praat samen over de uitkomst" }
            p {
                differs
                    ? "Wie kan het verklaren? Nodig die mensen uit en laat ze beginnen."
                    : "Wat valt op, en wat doen we als eerste? Leg samen vast wat u vindt."
            }
            if view.isWorker {
                p {
                    a(.class("button next"), .href(ConversationLinks.newFinding(view.region.id, view.round.id, about: question))) {
                        "Maak hier een bevinding van"
                    }
                }
            } else {
                p { a(.class("button next"), .href(ConversationLinks.talk(view.region.id, view.round.id))) { "Naar het gesprek" } }
            }
        }
    }

    private static func tools(_ view: FeedbackView) -> Markup {
        ul(.class("tools")) {
            li { a(.href(FeedbackLinks.print(view.region.id, view.round.id))) { "Alles op papier (A4)" } }
            li { a(.href(FeedbackLinks.workbook(view.region.id, view.round.id))) { "Alle cijfers als werkblad (XLSX)" } }
            li { a(.href(FeedbackLinks.figures(view.region.id, view.round.id))) { "Alle cijfers (CSV)" } }
            li { a(.href(FeedbackLinks.preview(view.region.id, view.round.id))) { "Bekijk wat deelnemers zien" } }
        }
    }

    static func table(_ view: FeedbackView) -> Page {
        Page(
            "Tabel: waar we verschillend kijken", region: view.region.heading,
            trail: trail(view.region, view.round) + [Crumb("Uitkomst", FeedbackLinks.home(view.region.id, view.round.id))]
        ) {
            h1 { "Waar we verschillend kijken" }
            p { "De woorden zeggen waar het gemiddelde van elke groep ligt." }
            view.views.filter { $0 != .organisation }.markup { margin in
                let parts = DifferenceParts(view, by: margin, view.ranked(margin))
                if !parts.ranked.isEmpty {
                    h2 { "Per \(margin.label)" }
                    parts.table
                }
                paragraph(view.sentences.hidden(margin), "small")
            }
        }
    }
}

/// How many of those invited answered, in words and as bars.
enum CoverageParts {
    static func rows(_ view: FeedbackView) -> [CoverageChart.Row] {
        let coverage = view.now.coverage
        guard let margin = coverage.margins.first, margin.groups.contains(where: { $0.response.value != nil }) else { return [] }
        return margin.groups.compactMap { group in
            guard let words = GroupWords(.group(margin: margin.key, group: group.key)) else { return nil }
            guard let response = group.response.value else {
                return .init(words.label.markup, invited: 1, answered: nil, value: "te weinig mensen om te tonen")
            }
            if response.invited == 0 { return nil }
            return .init(
                words.label.markup, invited: response.invited, answered: response.about, value: said(response))
        }
    }

    /// Who is missed most: the group of whom the smallest part answered, where that is less than 60 %.
    static func missing(_ view: FeedbackView) -> Phrase? {
        guard let margin = view.now.coverage.margins.first else { return nil }
        let parts = margin.groups.compactMap { group -> (key: String, response: Coverage.Response)? in
            group.response.value.flatMap { $0.invited > 0 ? (group.key, $0) : nil }
        }
        guard let least = parts.min(by: { $0.response.part < $1.response.part }), least.response.part < 0.6,
            let words = GroupWords(.group(margin: margin.key, group: least.key))
        else { return nil }
        return "De stem van \(words.inside) missen we het meest: \(said(least.response)) antwoordden."
    }

    private static func said(_ response: Coverage.Response) -> Phrase {
        switch response.answered {
        case .people(let count): "\(count) van de \(response.invited)"
        case .about(let count): "ongeveer \(count) van de \(response.invited)"
        case .few: "bijna niemand van de \(response.invited)"
        case .most: "bijna alle \(response.invited)"
        }
    }
}

extension Coverage.Response {
    fileprivate var part: Double { about / Double(max(1, invited)) }

    /// About how many answered, to draw.
    fileprivate var about: Double {
        switch answered {
        case .people(let count), .about(let count): Double(count)
        case .few: 0
        case .most: Double(invited)
        }
    }
}
