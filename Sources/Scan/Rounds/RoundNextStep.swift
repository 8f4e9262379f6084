internal import Markup
internal import Site

/// The one thing to do next with a round, and beside it a step that may also be taken; each says what will happen.
enum RoundNextStep {
    static func markup(_ shown: RoundOverview, _ visit: Visit) -> Markup {
        let round = shown.round
        let problems = round.problemsBeforeOpening(shown.ready)
        switch round.state {
        case .composed: return problems.isEmpty ? opening(shown, visit) : missing(problems, shown)
        case .open where round.closes < shown.ready.today: return closing(round, visit, isNext: true)
        case .open: return .group([following(round), closing(round, visit, isNext: false)])
        case .closed:
            return step(
                "Geef de uitkomst terug", "Wie antwoordde leest dan een korte versie op de eigen link. Dit kunt u niet ongedaan maken.",
                "Geef de uitkomst terug", round, .returned, visit)
        case .returned:
            return step(
                "Rond de ronde af", "Doe dit na het gesprek, als de bevindingen en acties vastliggen. Alles blijft leesbaar.",
                "Rond de ronde af", round, .concluded, visit)
        case .concluded: return .nothing
        }
    }

    private static func missing(_ problems: [Problem], _ shown: RoundOverview) -> Markup {
        guard let first = problems.first else { return .nothing }
        let round = shown.round
        let (label, link): (Phrase, Link) =
            switch first.field {
            case "questions": ("Kies vragen", RoundLinks.questions(round))
            case "planning": ("Kies een nieuwe sluitdag", RoundLinks.planning(round))
            default: ("Nodig mensen uit", RoundLinks.invitations(round))
            }
        return section(.class("next-step")) {
            h2 { "Nog niet klaar om te openen" }
            ul { problems.markup { problem in li { problem.text } } }
            p { a(.class("button next"), .href(link)) { label } }
        }
    }

    private static func opening(_ shown: RoundOverview, _ visit: Visit) -> Markup {
        section(.class("next-step")) {
            h2 { "Klaar om te openen" }
            if shown.ready.invited > 0 {
                p { "Na openen gaat er een brief met een eigen link naar \(shown.ready.invited) mensen." }
            }
            p { "Of de ronde open of vertrouwelijk is, ligt daarna vast. Vragen kunt u nog wel verbeteren." }
            postForm(RoundLinks.step(shown.round, .open), visit) { sendButton("Open de ronde", next: true) }
        }
    }

    private static func following(_ round: Round) -> Markup {
        section(.class("next-step")) {
            h2 { "Kijk wie er mist" }
            p { "Zonder alle partijen wordt het gesprek eenzijdig." }
            p { a(.class("button next"), .href(RoundLinks.coverage(round))) { "Bekijk wie er mist" } }
        }
    }

    private static func closing(_ round: Round, _ visit: Visit, isNext: Bool) -> Markup {
        section(isNext ? .class("next-step") : .class("aside-step")) {
            h2 { isNext ? "Sluit de ronde" : "Eerder sluiten" }
            p { "Na sluiten kan niemand meer antwoorden. De uitkomst staat dan vast en u leest meteen het verslag." }
            postForm(RoundLinks.step(round, .closed), visit) { sendButton("Sluit de ronde", quiet: !isNext, next: isNext) }
        }
    }

    private static func step(
        _ title: Phrase, _ why: Phrase, _ label: Phrase, _ round: Round, _ step: Round.Step, _ visit: Visit
    ) -> Markup {
        section(.class("next-step")) {
            h2 { title }
            p { why }
            postForm(RoundLinks.step(round, step), visit) { sendButton(label, next: true) }
        }
    }
}
