internal import Database
internal import Markup
internal import Site

enum AccountPages {
    struct Shown: Sendable {
        let person: Person
        let sessions: [SessionStore.Own]
    }

    static func account(_ shown: Shown, _ visit: Visit, _ state: FormState) -> Page {
        Page("Mijn gegevens", status: state.status, trail: [Crumb("Begin", HomeLinks.start)]) {
            h1 { "Mijn gegevens" }
            state.summary
            about(shown.person, visit, state.sent?.has("name") == true ? state : .fresh)
            password(visit, state)
            sessions(shown.sessions, visit)
            if visit.viewer.map(SecondStep.isOffered) == true {
                section {
                    h2 { "Een code erbij" }
                    p { a(.href(SecondStepLinks.own)) { "Log in met een code naast uw wachtwoord" } }
                }
            }
            section {
                h2 { "Mail" }
                p { a(.href(MailChoiceRoutes.link)) { "Kies welke mail u krijgt" } }
            }
            section {
                h2 { "Wat we van u bewaren" }
                p { a(.href(HomeLinks.privacy)) { "Lees wat we bewaren, hoe lang, en wie het ziet" } }
            }
        }
    }

    private static func about(_ person: Person, _ visit: Visit, _ state: FormState) -> Markup {
        postForm(SignInLinks.account, visit) {
            Field("name", "Naam", who: "Iedereen met wie u samenwerkt in Regio aan zet.")
                .line(.text, state, person.name, max: 120)
            p { "E-mailadres: " ; b { verbatim(person.email) } }
            Field("language", "Taal").pick(
                state, [Option("nl", named: "Nederlands"), Option("en", named: "English")], person.language.rawValue)
            sendButton("Bewaren")
        }
    }

    private static func password(_ visit: Visit, _ state: FormState) -> Markup {
        section {
            h2 { "Wachtwoord wijzigen" }
            p { "Na het wijzigen bent u overal uitgelogd, behalve hier." }
            postForm(SignInLinks.passwords, visit) {
                Field("password-now", "Wachtwoord van nu").line(.password, state)
                PasswordFields.new(state)
                sendButton("Wachtwoord wijzigen", quiet: true)
            }
        }
    }

    private static func sessions(_ sessions: [SessionStore.Own], _ visit: Visit) -> Markup {
        section {
            h2 { "Waar u bent ingelogd" }
            p { "Herkent u iets niet? Log daar uit en wijzig uw wachtwoord." }
            ul(.class("plain")) { sessions.markup { one in li(.class("beside")) { session(one, visit) } } }
            if sessions.count > 1 {
                postForm(SignInLinks.endedSessions, visit) { sendButton("Overal uitloggen, behalve hier", quiet: true) }
            }
        }
    }

    private static func session(_ session: SessionStore.Own, _ visit: Visit) -> Markup {
        let clock = visit.house.clock
        let device = Device.words(session.device)
        return .group([
            div {
                b { device }
                if session.isThis { " (hier)" }
                br()
                span(.class("small")) {
                    "Laatst gebruikt op \(clock.day(of: session.seen).long), \(clock.time(of: session.seen))"
                }
            },
            session.isThis
                ? .nothing
                : postForm(SignInLinks.endedSessions, visit) {
                    input(.type("hidden"), .name("session"), .value(session.key))
                    sendButton("Daar uitloggen", .label("Daar uitloggen: \(device)"), quiet: true)
                },
        ])
    }
}

/// The two fields with which a password is chosen.
enum PasswordFields {
    static func new(_ state: FormState) -> Markup {
        .group([
            Field(
                "password", "Nieuw wachtwoord",
                help: "Minstens 12 tekens, want een kort wachtwoord raadt een computer snel. Vier losse woorden zijn lang en toch te onthouden.",
                who: "Niemand. We bewaren het zo dat wij het ook niet kunnen lezen."
            ).line(.newPassword, state),
            Field("password-again", "Hetzelfde wachtwoord nog een keer").line(.newPassword, state),
        ])
    }
}
