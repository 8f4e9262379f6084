internal import Database
internal import Markup
internal import Membership
package import Site

/// The forms for what a round promises and when it is held.
package enum SettingsPages {
    package static func privacy(_ desk: RoundDesk, _ state: FormState, _ visit: Visit, isStale: Bool = false) -> Page {
        let isFixed = !desk.round.state.isComposed
        let isRefused = isFixed && visit.form.has("privacy")
        return desk.page("Open of vertrouwelijk", status: isStale || isRefused ? 409 : state.status) {
            h1 { "Wie ziet wat?" }
            state.summary
            if isStale { Stale.notice { theirs(desk.round) } }
            if isFixed { fixed(desk, isRefused) } else { form(desk, state, visit, isStale: isStale) }
        }
    }

    private static func theirs(_ round: Round) -> Markup {
        .group([
            h3 { "Zo staat het er nu" },
            p { round.privacy == .open ? "Open" : "Vertrouwelijk, vanaf \(round.privacy.threshold ?? 5) mensen" },
            p { round.purpose.label },
        ])
    }

    private static func fixed(_ desk: RoundDesk, _ isRefused: Bool) -> Markup {
        .group([
            isRefused
                ? section(.class("problems"), .role("alert")) {
                    h2 { "Dit ligt vast" }
                    p { "De ronde is geopend. Het is beloofd aan wie antwoordt." }
                } : .nothing,
            p { "Dit ligt vast sinds de ronde open is." },
            promise(desk),
        ])
    }

    private static func promise(_ desk: RoundDesk) -> Markup {
        p(.class("who")) {
            b { "Dit leest een deelnemer:" }
            " "
            Promise.sentence(desk.round, region: desk.region.name)
        }
    }

    private static func form(_ desk: RoundDesk, _ state: FormState, _ visit: Visit, isStale: Bool) -> Markup {
        let round = desk.round
        return .group([
            p(.class("lead")) { "U kiest nu. Als de ronde open is, kan het niet meer anders." },
            promise(desk),
            postForm(RoundLinks.privacy(round), visit) {
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                Field("privacy", "Open of vertrouwelijk").choose(
                    state,
                    [
                        Option(
                            "confidential", "Vertrouwelijk",
                            about: "Er is geen uitkomst over minder dan vijf mensen. Wie wat zei is niet te zien, ook niet voor u."),
                        Option(
                            "open", "Open",
                            about: "Bij elk antwoord staat de organisatie. Deelnemers lezen dat voor de eerste vraag."),
                    ], round.privacy == .open ? "open" : "confidential")
                Field(
                    "threshold", "Vanaf hoeveel mensen?",
                    help: "Alleen bij vertrouwelijk: vijf of meer. Een hoger getal beschermt beter, maar laat minder zien."
                ).line(.number, state, String(round.privacy.threshold ?? 5))
                Field("purpose", "Waar is de ronde voor?").choose(
                    state,
                    [
                        Option("learn", Round.Purpose.learn.label, about: "De uitkomst is voor de regio zelf."),
                        Option(
                            "account", Round.Purpose.account.label,
                            about: "U wilt de uitkomst ook met het programma delen. Mensen antwoorden dan voorzichtiger."),
                    ], round.purpose.rawValue)
                div(.class("buttons")) {
                    sendButton("Bewaar deze keuze", next: true)
                    a(.href(RoundLinks.home(round))) { "Annuleren" }
                }
            },
        ])
    }

    package static func planning(_ desk: RoundDesk, _ state: FormState, _ visit: Visit, isStale: Bool = false) -> Page {
        let round = desk.round
        return desk.page("Planning", status: isStale ? 409 : state.status) {
            h1 { "Titel en dagen" }
            state.summary
            if isStale {
                Stale.notice {
                    Stale.theirs([("Titel", round.title)])
                    p { "Sluitdag: \(round.closes.long). \(round.pace.label)." }
                }
            }
            postForm(RoundLinks.planning(round), visit, .novalidate) {
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                Field("title", "Titel van de ronde", who: "Iedereen die de ronde krijgt.")
                    .line(.text, state, round.title, max: 120, required: true)
                Field("closes", "Laatste dag om te antwoorden", help: "Drie weken werkt goed. Kies geen vakantie.")
                    .line(.date, state, round.closes.description, required: true)
                Field("pace", "Hoe komen de vragen op het scherm?").choose(
                    state, Round.Pace.allCases.map { Option($0.rawValue, $0.label, about: $0.about) }, round.pace.rawValue)
                div(.class("buttons")) {
                    sendButton("Bewaar de planning", next: true)
                    a(.href(RoundLinks.home(round))) { "Annuleren" }
                }
            }
        }
    }
}

extension Round.Pace {
    var about: Phrase {
        switch self {
        case .byTheme: "Prettig op een telefoon. Elk scherm wordt bewaard."
        case .onePage: "Handig bij weinig vragen, of als u op papier wilt meelezen."
        }
    }
}
