internal import Markup
internal import Site

enum SecondStepPages {
    static let wrong = Problem("code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en typ die.")
    static let shut = Problem("code", "Dit ging vijf keer mis. Wacht een kwartier en probeer het dan nog een keer.")
    static let password = Problem("password-now", "Dit is niet uw wachtwoord van nu.")

    // MARK: Coming in

    static func ask(_ secret: Secret, _ visit: Visit, _ state: FormState, next: String, status: Int? = nil) -> Page {
        Page("Typ uw code", kind: .phone, status: status ?? state.status) {
            h1 { "Typ uw code" }
            state.summary
            postForm(SecondStepLinks.code(secret), visit) {
                input(.type("hidden"), .name("next"), .value(next))
                codeField(state, help: "De 6 cijfers in de app op uw telefoon. Of een van uw herstelcodes.")
                sendButton("Verder", next: true)
            }
            p { "Telefoon en herstelcodes kwijt? Vraag de beheerder van Regio aan zet om hulp." }
        }
    }

    private static func codeField(_ state: FormState, help: Phrase) -> Markup {
        Field("code", "Code", help: help).line(.text, state, max: 40)
    }

    /// The same page for a wait that is unknown, over, or was tried too often.
    static let gone = Page("Log opnieuw in", kind: .phone, status: 404) {
        h1 { "Log opnieuw in" }
        p { "Het duurde te lang, of de code was te vaak fout." }
        p { a(.class("button"), .href(SignInLinks.signIn)) { "Inloggen" } }
    }

    // MARK: One's own

    static func own(_ step: SecondStep?, left: Int, _ viewer: Viewer, _ visit: Visit, _ state: FormState) -> Page {
        Page(
            "Inloggen met een code", status: state.status,
            trail: [Crumb("Begin", HomeLinks.start), Crumb("Mijn gegevens", SignInLinks.account)]
        ) {
            h1 { step?.isOn == true ? "U logt in met een code" : "Log in met een code erbij" }
            state.summary
            if let step, step.isOn {
                on(left, visit, state)
            } else if let step {
                confirming(step, visit, state)
            } else {
                off(visit, state)
            }
        }
    }

    private static func off(_ visit: Visit, _ state: FormState) -> Markup {
        .group([
            p(.class("lead")) { "U beslist over anderen. Een code naast uw wachtwoord houdt uw account veilig." },
            p { "U hebt een app voor codes nodig, zoals op de meeste telefoons te vinden is." },
            postForm(SecondStepLinks.own, visit) {
                Field("password-now", "Wachtwoord van nu").line(.password, state)
                sendButton("Begin", next: true)
            },
        ])
    }

    private static func confirming(_ step: SecondStep, _ visit: Visit, _ state: FormState) -> Markup {
        .group([
            p { "Maak in de app een nieuw account en typ daar deze sleutel." },
            p { code(.class("address")) { verbatim(step.code.shown) } },
            p { "Kies in de app voor codes die wisselen met de tijd: 6 cijfers, elke 30 seconden." },
            postForm(SecondStepLinks.confirmations, visit) {
                codeField(state, help: "De 6 cijfers die de app nu laat zien.")
                sendButton("Zet aan", next: true)
            },
        ])
    }

    private static func on(_ left: Int, _ visit: Visit, _ state: FormState) -> Markup {
        .group([
            p(.class("lead")) { "Na uw wachtwoord vragen we de code uit uw app." },
            p { "Herstelcodes over: \(left)" },
            section {
                h2 { "Stoppen met codes" }
                postForm(SecondStepLinks.removals, visit) {
                    Field("password-now", "Wachtwoord van nu").line(.password, state)
                    codeField(state, help: "Uit de app, of een herstelcode.")
                    sendButton("Stop met codes", quiet: true)
                }
            },
        ])
    }

    /// Shown once.
    static func codes(_ codes: [String]) -> Page {
        Page("Uw herstelcodes", trail: [Crumb("Begin", HomeLinks.start), Crumb("Mijn gegevens", SignInLinks.account)]) {
            h1 { "Uw herstelcodes" }
            p(.class("lead")) { "Bewaar deze codes op papier of in een kluis. U ziet ze alleen nu." }
            p { "Hebt u uw telefoon niet? Typ dan een herstelcode. Elke code werkt één keer." }
            ul(.class("plain")) {
                codes.markup { one in li { code(.class("address")) { verbatim(SecondStep.shown(one)) } } }
            }
            p { a(.class("button next"), .href(SignInLinks.account)) { "Ik heb ze bewaard" } }
        }
    }
}
