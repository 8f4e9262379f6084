internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The tables of one theme together: the same figures as its pictures, for whoever reads instead of looks.
enum ThemeTables {
    static func page(_ view: FeedbackView, _ theme: Theme, by asked: View) -> Page {
        // By organisation the table is the picture, one question at a time.
        let views = view.views.filter { $0 != .organisation }
        let by = views.contains(asked) ? asked : .sector
        let title = theme.title.text(view.language)
        let (region, round) = (view.region.id, view.round.id)
        return Page(
            "Tabellen: \(title)", region: view.region.heading,
            trail: FeedbackPages.trail(view.region, view.round) + [
                Crumb("Uitkomst", FeedbackLinks.home(region, round)),
                Crumb("\(title)", FeedbackLinks.theme(region, round, theme.key, by: by)),
            ]
        ) {
            h1 { "\(title), in tabellen" }
            ThemeReportPages.perspectives(view, views, by) { FeedbackLinks.tables(region, round, theme.key, by: $0) }
            paragraph(view.sentences.hidden(by), "small")
            theme.questions.markup { question in
                if let tabled = QuestionReport(view: view, question: question, by: by, texts: nil).tabled {
                    h2(.id(question.key)) { verbatim(question.text.text(view.language)) }
                    tabled
                }
            }
        }
    }
}
