internal import Markup
package import Site

/// A theme as it was typed.
package struct ThemeDraft: Sendable {
    package let title: String
    package let about: String

    package init(_ form: Form) {
        title = form.tidy("title")
        about = form.tidy("about")
    }

    package var problems: [Problem] {
        var problems: [Problem] = []
        if title.isEmpty { problems.append(Problem("title", "Geef het thema een naam.")) }
        if title.utf16.count > 100 { problems.append(Problem("title", "Deze naam is te lang. Er passen 100 tekens.")) }
        if about.utf16.count > 300 { problems.append(Problem("about", "Deze zin is te lang. Er passen 300 tekens.")) }
        return problems
    }
}

/// The form of one theme.
package enum ThemePages {
    package static func new(_ desk: RoundDesk, _ state: FormState, _ visit: Visit, isStale: Bool = false) -> Page {
        page("Voeg een thema toe", desk, state, isStale) {
            if isStale { Stale.notice() }
            postForm(RoundLinks.themes(desk.round), visit, .novalidate) {
                onceField(visit)
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                fields(state, nil)
                sendButton("Voeg het thema toe", next: true)
            }
        }
    }

    package static func reword(
        _ desk: RoundDesk, _ theme: Theme, _ state: FormState, _ visit: Visit, isStale: Bool = false
    ) -> Page {
        page("Pas het thema aan", desk, state, isStale) {
            if isStale { Stale.notice { Stale.theirs([("Naam", theme.title.nl), ("Eén zin erover", theme.about.nl)]) } }
            postForm(RoundLinks.theme(desk.round, theme.key), visit, .novalidate) {
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                fields(state, theme)
                sendButton("Bewaar het thema", next: true)
            }
        }
    }

    private static func fields(_ state: FormState, _ theme: Theme?) -> Markup {
        .group([
            Field("title", "Naam", help: "Een of twee woorden: ze staan later bij de grafiek.", who: "Iedereen die de ronde krijgt.")
                .line(.text, state, theme?.title.nl ?? "", max: 100, required: true),
            Field("about", "Eén zin erover", help: "Mag leeg blijven.").line(.text, state, theme?.about.nl ?? "", max: 300),
        ])
    }

    private static func page(
        _ title: Phrase, _ desk: RoundDesk, _ state: FormState, _ isStale: Bool, @MarkupBuilder body: () -> Markup
    ) -> Page {
        let content = body()
        return desk.page(
            title, status: isStale ? 409 : state.status, under: Crumb("Vragen", RoundLinks.questions(desk.round))
        ) {
            h1 { title }
            state.summary
            content
        }
    }
}
