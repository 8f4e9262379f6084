internal import Insight
internal import Markup
internal import Site

/// One question over the rounds of a region that asked it.
struct ThenAndNowParts {
    let view: FeedbackView
    let question: Question
    let levels: [String]

    var markup: Markup {
        guard let last = view.report.last else { return .nothing }
        let changes = view.figures.compared(with: last.figures)
        let sentences = changes.first { $0.question == question.key }.map { view.sentences.change($0, since: last) } ?? []
        let times = times
        if sentences.isEmpty, times.count < 2 { return .nothing }
        return .group([
            h4 { "Toen en nu" },
            times.count < 2 ? .nothing : figure { ThenAndNowChart(axis: axis, times: times).markup },
            paragraph(sentences),
        ])
    }

    private var axis: [Markup] {
        (2...5).contains(levels.count)
            ? levels.map(Markup.verbatim) : [.phrase("laagste antwoord"), .phrase("hoogste antwoord")]
    }

    /// The rounds that asked it with the same levels, the oldest first, and now.
    private var times: [ThenAndNowChart.Time] {
        let kind = view.figures.question(question.key)?.kind
        let before = view.report.earlier.reversed().filter { $0.figures.question(question.key)?.kind == kind }
        return before.compactMap { time($0, isNow: false) } + [time(view.now, isNow: true)].compactMap(\.self)
    }

    private func time(_ report: FeedbackReport, isNow: Bool) -> ThenAndNowChart.Time? {
        guard let mean = report.figures.mean(of: question.key, for: .whole) else { return nil }
        return .init(verbatim(report.round.title), place: mean, words: PlaceWords.place(mean, among: levels), isNow: isNow)
    }
}
