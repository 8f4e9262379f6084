internal import Insight
internal import Markup
internal import Membership
internal import Site

/// All that people wrote at one question, a page at a time.
struct SayingsPage {
    let view: FeedbackView
    let theme: Theme
    let question: Question
    let texts: Published?
    let paging: Paging

    var page: Page {
        Page(
            "Antwoorden op: \(question.text.text(view.language))", region: view.region.heading,
            trail: FeedbackPages.trail(view.region, view.round) + [
                Crumb("Uitkomst", FeedbackLinks.home(view.region.id, view.round.id)),
                Crumb("\(theme.title.text(view.language))", FeedbackLinks.theme(view.region.id, view.round.id, theme.key)),
            ]
        ) {
            h1 { verbatim(question.text.text(view.language)) }
            question.kind == .swot ? parts.boxes(question.key) : parts.list(question.key)
            steps
        }
    }

    private var parts: TextParts {
        TextParts(view: view, texts: texts, shown: paging.range)
    }

    private var steps: Markup {
        .group([
            paging.steps(of: longest, FeedbackLinks.sayings(view.region.id, view.round.id, theme.key, question.key)),
            p { a(.href(FeedbackLinks.answers(view.region.id, view.round.id, theme.key))) { "Open antwoorden (CSV)" } },
        ])
    }

    /// How many answers there are; a SWOT is as long as its longest box.
    private var longest: Int {
        let keys = question.kind == .swot ? SurveyColumns.boxes(of: question.key) : [question.key]
        return keys.map { texts?.text($0)?.answers.value?.count ?? 0 }.max() ?? 0
    }
}
