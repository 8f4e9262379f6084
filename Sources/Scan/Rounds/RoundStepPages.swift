internal import Database
internal import Markup
internal import Membership
internal import Site

/// A step of a round before it is taken: what will happen, that it cannot be undone, one button and a way back.
enum RoundStepPages {
    static func page(_ step: Round.Step, _ shown: RoundOverview, answered: OpenLinkCount.Figure, _ visit: Visit) -> Page {
        let round = shown.round
        return Page(step.question, region: shown.region.heading, trail: RoundPages.trail(shown.region, round)) {
            h1 { step.question }
            p(.class("lead")) { verbatim(round.title) }
            ul { facts(step, shown, answered).markup { fact in li { fact } } }
            div(.class("buttons")) {
                postForm(RoundLinks.step(round, step), visit) { sendButton(step.label, next: true) }
                a(.href(RoundLinks.home(round))) { "Nee, terug naar de ronde" }
            }
        }
    }

    static func removal(_ desk: RoundDesk, _ visit: Visit) -> Page {
        desk.page("Ronde weghalen") {
            h1 { "Wilt u deze ronde weghalen?" }
            p(.class("lead")) { verbatim(desk.round.title) }
            p { "De vragen en de uitnodigingen zijn daarna weg. Er is nog niets verstuurd. Dit kan niet terug." }
            div(.class("buttons")) {
                postForm(RoundLinks.removals(desk.round), visit) { sendButton("Haal de ronde weg") }
                a(.href(RoundLinks.home(desk.round))) { "Nee, terug naar de ronde" }
            }
        }
    }

    private static func facts(_ step: Round.Step, _ shown: RoundOverview, _ count: OpenLinkCount.Figure) -> [Phrase] {
        let standing = shown.standing
        switch step {
        case .open:
            return [
                letters(standing.letters), code(shown.round),
                "Mensen kunnen antwoorden tot en met \(shown.round.closes.long).",
                "Of de ronde open of vertrouwelijk is, ligt daarna vast. Vragen kunt u nog wel verbeteren.",
                "Openen kan niet terug.",
            ].compactMap(\.self)
        case .closed:
            return [
                answered(count, shown.round), daysLeft(shown.round, shown.ready.today), enough(count),
                "Na sluiten kan niemand meer antwoorden. De uitkomst staat dan vast.", "Sluiten kan niet terug.",
            ].compactMap(\.self)
        case .returned:
            return [
                "Wie antwoordde leest dan een korte versie op de eigen link.", enough(count),
                "Teruggeven kan niet terug.",
            ]
        case .concluded:
            return [
                findings(standing.findings), "Het verslag, de bevindingen en de acties blijven leesbaar.",
                "Afronden kan niet terug.",
            ]
        }
    }

    private static func letters(_ count: Int) -> Phrase {
        switch count {
        case 0: "Er gaat geen e-mail uit: niemand is met een adres uitgenodigd."
        case 1: "1 mens krijgt een e-mail met een eigen link."
        default: "\(count) mensen krijgen een e-mail met een eigen link."
        }
    }

    private static func code(_ round: Round) -> Phrase? {
        round.code.map { "De open link met code \(OpenCode.shown($0)) gaat werken." }
    }

    private static func answered(_ figure: OpenLinkCount.Figure, _ round: Round) -> Phrase {
        switch figure {
        case .exactly(0): "Nog niemand antwoordde."
        case .exactly(1): "1 mens antwoordde."
        case .exactly(let count): "\(count) mensen antwoordden."
        case .about(let count): "Ongeveer \(count) mensen antwoordden."
        case .fewerThan(let least): "Minder dan \(least) mensen antwoordden."
        }
    }

    private static func daysLeft(_ round: Round, _ today: Day) -> Phrase? {
        switch round.closes.number - today.number {
        case ..<0: nil
        case 0: "Vandaag is de laatste dag om te antwoorden."
        case 1: "Mensen kunnen nog 1 dag antwoorden."
        case let days: "Mensen kunnen nog \(days) dagen antwoorden."
        }
    }

    private static func enough(_ figure: OpenLinkCount.Figure) -> Phrase {
        figure.isEnough ? "Er zijn genoeg antwoorden voor een verslag." : "Er zijn nog te weinig antwoorden voor een verslag."
    }

    private static func findings(_ count: Int) -> Phrase {
        switch count {
        case 0: "Er zijn nog geen bevindingen vastgelegd."
        case 1: "Er is 1 bevinding vastgelegd."
        default: "Er zijn \(count) bevindingen vastgelegd."
        }
    }
}

extension Round.Step {
    var label: Phrase {
        switch self {
        case .open: "Open de ronde"
        case .closed: "Sluit de ronde"
        case .returned: "Geef de uitkomst terug"
        case .concluded: "Rond de ronde af"
        }
    }

    var question: Phrase {
        switch self {
        case .open: "De ronde openen?"
        case .closed: "De ronde sluiten?"
        case .returned: "De uitkomst teruggeven?"
        case .concluded: "De ronde afronden?"
        }
    }
}

/// What a step did, said once on the round's own page.
enum RoundStepNotice {
    static func link(_ round: Round, _ step: Round.Step) -> Link { "\(RoundLinks.home(round))?step=\(step.rawValue)" }

    /// Only while the round still stands where that step led.
    static func markup(_ shown: RoundOverview, _ visit: Visit) -> Markup {
        guard visit.query.first("step") == shown.round.state.step?.rawValue, let step = shown.round.state.step else { return .nothing }
        return p(.class("done"), .role("status")) { words(step, shown) }
    }

    private static func words(_ step: Round.Step, _ shown: RoundOverview) -> Phrase {
        switch step {
        case .open where shown.standing.letters == 1: "Gelukt: de ronde is open. 1 mens krijgt een e-mail."
        case .open where shown.standing.letters > 1: "Gelukt: de ronde is open. \(shown.standing.letters) mensen krijgen een e-mail."
        case .open: "Gelukt: de ronde is open."
        case .closed: "Gelukt: de ronde is gesloten. U kunt nu het verslag lezen."
        case .returned: "Gelukt: de uitkomst is teruggegeven."
        case .concluded: "Gelukt: de ronde is afgerond."
        }
    }
}

extension Round.State {
    /// The step that led here.
    var step: Round.Step? {
        switch self {
        case .composed: nil
        case .open: .open
        case .closed: .closed
        case .returned: .returned
        case .concluded: .concluded
        }
    }
}
