internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The page of one theme: question by question, and what to talk about.
enum ThemeReportPages {
    /// - Parameter unfolded: by organisation, the one question whose table is shown; else the first.
    static func theme(
        _ view: FeedbackView, _ theme: Theme, by: View, unfolded: String?, _ texts: Published?
    ) -> Page {
        let title = theme.title.text(view.language)
        let parts = DifferenceParts(view, by: by, differences(view, theme, by))
        return Page(
            "\(title): uitkomst van \(view.round.title)", region: view.region.heading,
            trail: FeedbackPages.trail(view.region, view.round)
                + [Crumb("Uitkomst", FeedbackLinks.home(view.region.id, view.round.id))]
        ) {
            h1 { headline(view, theme, parts.ranked) }
            if !theme.about.isEmpty { p(.class("lead")) { verbatim(theme.about.text(view.language)) } }
            perspectives(view, view.views, by) { FeedbackLinks.theme(view.region.id, view.round.id, theme.key, by: $0) }
            paragraph(view.sentences.hidden(by), "small")
            h2(.class("hidden")) { "Vraag voor vraag" }
            questions(view, theme, by, unfolded, texts)
            talk(view, theme)
            files(view, theme)
        }
    }

    private static func questions(
        _ view: FeedbackView, _ theme: Theme, _ by: View, _ unfolded: String?, _ texts: Published?
    ) -> Markup {
        let chosen = theme.questions.first { $0.key == unfolded } ?? theme.questions.first { $0.isScale }
        return theme.questions.markup { question in
            if by == .organisation, question.isScale || question.kind.isChosen, question.key != chosen?.key {
                h3 {
                    a(.href(FeedbackLinks.organisations(view.region.id, view.round.id, theme.key, question.key).at(question.key))) {
                        verbatim(question.text.text(view.language))
                    }
                }
            } else {
                QuestionReport(view: view, question: question, by: by, texts: texts).markup
            }
        }
    }

    private static func differences(_ view: FeedbackView, _ theme: Theme, _ by: View) -> [Divergence] {
        theme.questions.compactMap { view.figures.divergence(of: $0.key, between: by.rawValue) }
    }

    /// The difference on this theme as a finding; else its name.
    private static func headline(_ view: FeedbackView, _ theme: Theme, _ questions: [Divergence]) -> Phrase {
        let whole = view.figures.divergence(ofTheme: theme.key, between: View.sector.rawValue)
        return whole.flatMap(view.sentences.difference) ?? "\(theme.title.text(view.language))"
    }

    static func perspectives(_ view: FeedbackView, _ views: [View], _ by: View, _ link: (View) -> Link) -> Markup {
        guard views.count > 1 else { return .nothing }
        return nav(.label("Kies een perspectief"), .class("screen-only")) {
            ul(.class("perspectives")) {
                views.markup { one in
                    li { a(.href(link(one)), one == by ? .current("page") : nil) { "Per \(one.label)" } }
                }
            }
        }
    }

    /// The guiding questions of the theme, for around the table.
    static func talk(_ view: FeedbackView, _ theme: Theme) -> Markup {
        guard let guiding = theme.guiding else { return .nothing }
        return section {
            h2 { "Voor het gesprek" }
            dl(.class("guiding")) {
                dt { "Toen" }
                dd { verbatim(guiding.then.text(view.language)) }
                dt { "Nu" }
                dd { verbatim(guiding.now.text(view.language)) }
                dt { "Straks" }
                dd { verbatim(guiding.next.text(view.language)) }
            }
        }
    }

    private static func files(_ view: FeedbackView, _ theme: Theme) -> Markup {
        let hasTexts = theme.questions.contains { $0.kind.isWritten }
        return ul(.class("tools")) {
            li { a(.href(FeedbackLinks.figures(view.region.id, view.round.id, theme.key))) { "Cijfers van dit thema (CSV)" } }
            if hasTexts {
                li { a(.href(FeedbackLinks.answers(view.region.id, view.round.id, theme.key))) { "Open antwoorden (CSV)" } }
            }
            li { a(.href(FeedbackLinks.home(view.region.id, view.round.id))) { "Naar alle thema's" } }
        }
    }
}

/// The whole report on paper: A4, a theme a page.
enum PrintPages {
    static func all(_ view: FeedbackView, _ texts: Published?) -> Page {
        if view.figures.whole.people ?? 0 == 0 { return FeedbackPages.tooFew(view) }
        let ranked = view.ranked()
        return Page(
            "Uitkomst van \(view.round.title) op papier", region: view.region.heading,
            trail: FeedbackPages.trail(view.region, view.round)
                + [Crumb("Uitkomst", FeedbackLinks.home(view.region.id, view.round.id))]
        ) {
            p(.class("small")) { "\(view.region.name) · \(view.round.title)" }
            h1 { view.headline }
            paragraph(view.lead, "lead")
            p(.class("screen-only")) { "Druk deze pagina af met uw browser. Elk thema begint op een nieuw blad." }
            FeedbackPages.differences(view, ranked)
            if !ranked.isEmpty { DifferenceParts(view, ranked, isLinked: false).table }
            FeedbackPages.coverage(view)
            view.now.asked.themes.markup { theme in
                section(.class("print-theme")) {
                    h2 { verbatim(theme.title.text(view.language)) }
                    theme.questions.markup { question in
                        QuestionReport(
                            view: view, question: question, by: .sector, texts: texts, mostTexts: 100, isLinked: false
                        ).markup
                    }
                    ThemeReportPages.talk(view, theme)
                }
            }
        }
    }
}
