internal import Markup
package import Site

/// The form of one question, with its levels or options one a line.
package enum QuestionFormPages {
    package static func reword(
        _ desk: RoundDesk, _ question: Question, _ draft: QuestionDraft, _ visit: Visit, problems: [Problem] = [],
        isStale: Bool = false
    ) -> Page {
        page(desk, "Pas de vraag aan", draft, problems, isStale) {
            if isStale { Stale.notice { theirs(question) } }
            p { "Andere woorden, dezelfde betekenis? Dan blijft de vraag te vergelijken met eerdere rondes." }
            p { "Kiest u een andere soort of een ander aantal niveaus? Dan wordt het een nieuwe vraag." }
            postForm(RoundLinks.question(desk.round, question.key), visit, .data(.enhance), .novalidate) {
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                fields(draft, problems)
                sendButton("Bewaar de vraag", next: true)
            }
        }
    }

    package static func new(
        _ desk: RoundDesk, _ theme: Theme, _ draft: QuestionDraft, _ visit: Visit, problems: [Problem] = [],
        isStale: Bool = false
    ) -> Page {
        page(desk, "Voeg een vraag toe", draft, problems, isStale) {
            if isStale { Stale.notice() }
            p { "Deze vraag komt in het thema \(theme.title.text(visit.language))." }
            postForm(RoundLinks.questions(desk.round, theme: theme.key), visit, .data(.enhance), .novalidate) {
                onceField(visit)
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                fields(draft, problems)
                sendButton("Voeg de vraag toe", next: true)
            }
        }
    }

    private static func page(
        _ desk: RoundDesk, _ title: Phrase, _ draft: QuestionDraft, _ problems: [Problem], _ isStale: Bool,
        @MarkupBuilder body: () -> Markup
    ) -> Page {
        let content = body()
        return desk.page(
            title, status: isStale ? 409 : problems.isEmpty ? 200 : 422,
            under: Crumb("Vragen", RoundLinks.questions(desk.round))
        ) {
            h1 { title }
            FormState(problems: problems).summary
            content
        }
    }

    private static func theirs(_ question: Question) -> Markup {
        let draft = QuestionDraft(question)
        return Stale.theirs([("De vraag", draft.text), ("Uitleg", draft.help), ("Niveaus of keuzes", draft.lines)])
    }

    /// Beside the Dutch, so that nobody changes one language without seeing the other.
    private static func english(_ draft: QuestionDraft, _ state: FormState) -> Markup {
        let english = draft.english ?? QuestionDraft.English()
        return fieldset(.class("field")) {
            legend { "De vraag in het Engels" }
            p(.class("small")) { "Mag leeg blijven: dan leest men in het Engels de Nederlandse vraag. Kijk of de woorden nog passen." }
            Field("text-en", "De vraag in het Engels").line(.text, state, english.text, max: 300)
            Field("help-en", "Uitleg in het Engels", help: "Mag leeg blijven.").line(.text, state, english.help, max: 500)
            Field("lines-en", "Niveaus of keuzes in het Engels", help: "Eén per regel, in dezelfde volgorde. Mag leeg blijven.")
                .lines(state, english.lines, rows: 4)
        }
    }

    private static func fields(_ draft: QuestionDraft, _ problems: [Problem]) -> Markup {
        let state = FormState(problems: problems)
        return .group([
            Field("text", "De vraag", help: "Vraag één ding, zoals u het zou zeggen.", who: "Iedereen die de ronde krijgt.")
                .line(.text, state, draft.text, max: 300, required: true),
            Field("help", "Uitleg", help: "Mag leeg blijven.").line(.text, state, draft.help, max: 500),
            Field("kind", "Hoe antwoordt men?").choose(
                state, QuestionDraft.KindName.allCases.map { Option($0.rawValue, $0.label) }, draft.kind.rawValue),
            Field(
                "lines", "Niveaus of keuzes",
                help: "Eén per regel. Bij niveaus het laagste eerst. Na een dubbele punt zegt u wat het betekent."
            ).lines(state, draft.lines, rows: 6),
            english(draft, state),
            details(.open(draft.kind == .number)) {
                summary { "Alleen bij een getal" }
                Field("unit", "Wat wordt er geteld?", help: "Zoals uren per week.").line(.text, state, draft.unit, max: 60)
                Field("least", "Laagste getal", help: "Mag leeg blijven.").line(.text, state, draft.least, max: 20)
                Field("most", "Hoogste getal", help: "Mag leeg blijven.").line(.text, state, draft.most, max: 20)
            },
        ])
    }
}
