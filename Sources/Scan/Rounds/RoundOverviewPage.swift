internal import Markup
package import Membership
package import Site

/// What the overview of a round is made from.
package struct RoundOverview: Sendable {
    package let region: Region
    package let round: Round
    package let content: Instrument
    let standing: RoundStanding
    package let ready: Round.Readiness
    package let problems: [Problem]
    /// Whether the viewer may change the round.
    package let leads: Bool
    /// Whether the viewer may see who is missing.
    package let follows: Bool
}

/// A round at a glance: where it is, the one thing to do next, and its parts.
package enum RoundOverviewPage {
    package static func page(_ shown: RoundOverview, _ visit: Visit, isStale: Bool = false) -> Page {
        let status = isStale ? 409 : shown.problems.isEmpty ? 200 : 422
        let round = shown.round
        return Page("\(round.title)", status: status, region: shown.region.heading, trail: RoundPages.trail(shown.region)) {
            if isStale { stale } else { RoundStepNotice.markup(shown, visit) }
            h1 { verbatim(round.title) }
            FormState(problems: shown.problems).summary
            RoundPath.markup(round)
            p(.class("lead")) { lead(shown) }
            if shown.leads { RoundNextStep.markup(shown) }
            h2 { "Zo zit de ronde in elkaar" }
            dl(.class("parts")) { parts(shown) }
            if !round.state.isComposed { outcomes(shown) }
            RoundNextStep.closingEarly(shown)
            if shown.leads && round.state.isComposed {
                p { a(.href(RoundLinks.removals(round))) { "Haal deze ronde weg" } }
            }
        }
    }

    private static var stale: Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Deze stap kon niet" }
            p { "De ronde is intussen veranderd, of de stap is al gezet. Hieronder ziet u hoe het nu is." }
        }
    }

    private static func lead(_ shown: RoundOverview) -> Phrase {
        switch shown.round.state {
        case .composed: "De ronde is in de maak. Alleen wie de regio leidt ziet haar."
        case .open where shown.round.closes < shown.ready.today:
            "De laatste dag was \(shown.round.closes.long). Er komen geen antwoorden meer bij."
        case .open: "De ronde is open tot en met \(shown.round.closes.long)."
        case .closed: "De ronde is gesloten. De uitkomst staat vast."
        case .returned: "Wie antwoordde kan de uitkomst nu lezen."
        case .concluded: "De ronde is afgerond."
        }
    }

    private static func parts(_ shown: RoundOverview) -> Markup {
        let round = shown.round
        let content = shown.content
        return .group([
            part(
                "questions", "Vragen", content.extent,
                shown.leads && round.takesQuestions ? ("Pas de vragen aan", RoundLinks.questions(round)) : nil),
            part(
                "invitations", "Wie", who(shown),
                shown.leads ? (round.takesInvitations ? "Nodig mensen uit" : "Bekijk wie is gevraagd", RoundLinks.invitations(round)) : nil),
            part(
                "privacy", round.privacy == .open ? "Open" : "Vertrouwelijk",
                Promise.sentence(round, region: shown.region.name),
                shown.leads && round.state.isComposed ? ("Kies open of vertrouwelijk", RoundLinks.privacy(round)) : nil),
            part(
                "planning", "Planning", planning(round),
                shown.leads && round.takesQuestions ? ("Pas titel en dagen aan", RoundLinks.planning(round)) : nil),
            round.takesQuestions
                ? part(
                    "preview", "Voorbeeld", "Precies zoals een deelnemer het ziet.",
                    shown.leads ? ("Bekijk als deelnemer", RoundLinks.preview(round)) : nil) : .nothing,
        ])
    }

    private static func planning(_ round: Round) -> Phrase {
        round.takesQuestions
            ? "Sluit op \(round.closes.long). \(round.pace.label)."
            : "Nam antwoorden aan tot en met \(round.closes.long). \(round.pace.label)."
    }

    private static func who(_ shown: RoundOverview) -> Phrase {
        let invited = shown.ready.invited
        guard let code = shown.round.code else {
            return invited == 0 ? "Er is nog niemand uitgenodigd." : "\(invited) mensen uitgenodigd"
        }
        return "\(invited) mensen uitgenodigd, en een open link met code \(OpenCode.shown(code))"
    }

    private static func part(_ id: String, _ name: Phrase, _ words: Phrase, _ link: (label: Phrase, link: Link)?) -> Markup {
        .group([
            dt(.id(id)) { name },
            dd {
                p { words }
                if let link { p { a(.href(link.link)) { link.label } } }
            },
        ])
    }

    /// What may be looked at, besides the steps above it.
    private static func outcomes(_ shown: RoundOverview) -> Markup {
        let round = shown.round
        let isOpen = round.state.isOpen
        return section {
            h2 { "Volgen en bespreken" }
            ul {
                if shown.follows {
                    li { a(.href(RoundLinks.coverage(round))) { isOpen ? "Bekijk wie er mist" : "Bekijk hoeveel mensen antwoordden" } }
                }
                if shown.leads && isOpen {
                    li { a(.href(RoundLinks.links(round))) { "Persoonlijke links" } }
                }
                if shown.leads && isOpen && round.code != nil {
                    li { a(.href(RoundLinks.openLink(round))) { "Open link groot in beeld" } }
                }
                if !isOpen && !shown.leads { li { a(.href(RoundLinks.report(round))) { "Lees het verslag" } } }
                if !isOpen && !shown.leads { li { a(.href(RoundLinks.conversation(round))) { "Leg het gesprek vast" } } }
            }
        }
    }
}

/// The five states as a path.
enum RoundPath {
    static func markup(_ round: Round) -> Markup {
        let names: [Phrase] = ["Samenstellen", "Open", "Gesloten", "Teruggegeven", "Afgerond"]
        let now = place(round.state)
        return ol(.class("path round"), .label("Waar de ronde is")) {
            names.enumerated().markup { index, name in
                li(
                    index < now || index == 4 && now == 4 ? .class("done") : index == now ? .class("now") : nil,
                    index == now ? .current("step") : nil
                ) { b { name } }
            }
        }
    }

    private static func place(_ state: Round.State) -> Int {
        switch state {
        case .composed: 0
        case .open: 1
        case .closed: 2
        case .returned: 3
        case .concluded: 4
        }
    }
}
