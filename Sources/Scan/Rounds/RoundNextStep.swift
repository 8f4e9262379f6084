internal import Markup
internal import Site

/// The one thing to do next with a round, large; what may be done besides stands smaller below it.
enum RoundNextStep {
    static func markup(_ shown: RoundOverview) -> Markup {
        let round = shown.round
        let problems = round.problemsBeforeOpening(shown.ready)
        return switch round.state {
        case .composed: problems.isEmpty ? opening(shown) : missing(problems, shown)
        case .open where round.closes < shown.ready.today: closing(round)
        case .open: following(round)
        case .closed: steps([report(round), returning(round), talk(round)])
        case .returned where shown.standing.isTalkedAbout: steps([concluding(round), report(round), talk(round)])
        case .returned: steps([talk(round), report(round), concluding(round)])
        case .concluded: steps([report(round), talk(round)], isOver: true)
        }
    }

    /// Closing before the agreed day; it stands at the end of the page.
    static func closingEarly(_ shown: RoundOverview) -> Markup {
        guard shown.leads, shown.round.state.isOpen, shown.round.closes >= shown.ready.today else { return .nothing }
        return section {
            h2 { "Eerder sluiten" }
            p { "Mensen kunnen antwoorden tot en met \(shown.round.closes.long). Hoeft u niet zo lang te wachten?" }
            p { a(.href(RoundLinks.step(shown.round, .closed))) { "Sluit de ronde eerder" } }
        }
    }

    private struct Step {
        let title: Phrase
        let why: Phrase
        let label: Phrase
        let link: Link
    }

    private static func report(_ round: Round) -> Step {
        Step(
            title: "Lees het verslag", why: "Zie wat mensen antwoordden, en waar zij verschillen.", label: "Lees het verslag",
            link: RoundLinks.report(round))
    }

    private static func returning(_ round: Round) -> Step {
        Step(
            title: "Geef de uitkomst terug", why: "Wie antwoordde leest dan een korte versie op de eigen link.",
            label: "Geef de uitkomst terug", link: RoundLinks.step(round, .returned))
    }

    private static func talk(_ round: Round) -> Step {
        Step(
            title: "Leg het gesprek vast", why: "Praat samen over de verschillen. Leg vast wat u vindt en afspreekt.",
            label: "Leg het gesprek vast", link: RoundLinks.conversation(round))
    }

    private static func concluding(_ round: Round) -> Step {
        Step(
            title: "Rond de ronde af", why: "Doe dit na het gesprek, als de bevindingen en acties vastliggen. Alles blijft leesbaar.",
            label: "Rond de ronde af", link: RoundLinks.step(round, .concluded))
    }

    private static func steps(_ steps: [Step], isOver: Bool = false) -> Markup {
        guard let next = isOver ? nil : steps.first else { return others(steps) }
        return .group([
            section(.class("next-step")) {
                h2 { next.title }
                p { next.why }
                p { a(.class("button next"), .href(next.link)) { next.label } }
            },
            others(Array(steps.dropFirst())),
        ])
    }

    private static func others(_ steps: [Step]) -> Markup {
        ul(.class("plain")) {
            steps.markup { step in
                li {
                    a(.href(step.link)) { step.label }
                    p(.class("small")) { step.why }
                }
            }
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

    private static func opening(_ shown: RoundOverview) -> Markup {
        section(.class("next-step")) {
            h2 { "Klaar om te openen" }
            if shown.standing.letters > 0 {
                p { "Na openen gaat er een e-mail met een eigen link naar \(shown.standing.letters) mensen." }
            }
            p { "Of de ronde open of vertrouwelijk is, ligt daarna vast. Vragen kunt u nog wel verbeteren." }
            p { a(.class("button next"), .href(RoundLinks.step(shown.round, .open))) { "Open de ronde" } }
        }
    }

    private static func following(_ round: Round) -> Markup {
        section(.class("next-step")) {
            h2 { "Kijk wie er mist" }
            p { "Zonder alle partijen wordt het gesprek eenzijdig." }
            p { a(.class("button next"), .href(RoundLinks.coverage(round))) { "Bekijk wie er mist" } }
        }
    }

    private static func closing(_ round: Round) -> Markup {
        section(.class("next-step")) {
            h2 { "Sluit de ronde" }
            p { "De laatste dag is voorbij. Na sluiten staat de uitkomst vast en leest u het verslag." }
            p { a(.class("button next"), .href(RoundLinks.step(round, .closed))) { "Sluit de ronde" } }
        }
    }
}
