internal import Markup
internal import Site

enum WelcomePages {
    /// The same page for a link that is unknown, used or too old.
    static let gone = Page("Deze link werkt niet meer", kind: .phone, status: 404) {
        h1 { "Deze link werkt niet meer" }
        p { "Een welkomstlink werkt één keer, en hoogstens 7 dagen." }
        p { "Hebt u al een wachtwoord gekozen? Dan kunt u gewoon inloggen." }
        p { a(.class("button"), .href(SignInLinks.signIn)) { "Inloggen" } }
        p { "Hebt u nog geen wachtwoord? Vraag een nieuwe link aan degene die u uitnodigde." }
    }

    static func form(
        _ secret: Secret, _ invitation: WelcomeStore.Invitation, _ visit: Visit, _ state: FormState
    ) -> Page {
        var page = Page("Welkom", kind: .phone, status: state.status) {
            h1 { "Welkom bij Regio aan zet" }
            p(.class("lead")) { lead(invitation.kind) }
            state.summary
            postForm(Welcome.link(secret), visit) {
                if invitation.kind == .first { programme(state) }
                Field("name", "Uw naam", who: "Iedereen met wie u samenwerkt in Regio aan zet.")
                    .line(.text, state, invitation.person?.name ?? "", max: 120)
                address(invitation.person, state)
                PasswordFields.new(state)
                sendButton("Beginnen", next: true)
            }
        }
        page.keepsLanguage = true
        return page
    }

    private static func lead(_ kind: Welcome.Kind) -> Phrase {
        switch kind {
        case .first: "U bent hier de eerste. Maak uw account en geef uw programma een naam."
        case .join: "U bent uitgenodigd. Kies een wachtwoord, dan kunt u meteen beginnen."
        case .renew: "Kies een nieuw wachtwoord. Daarna bent u overal anders uitgelogd."
        }
    }

    private static func programme(_ state: FormState) -> Markup {
        Field("programme", "Naam van het programma", help: "U kunt dit later wijzigen. De regio's komen daarna.")
            .line(.text, state, max: 120)
    }

    private static func address(_ person: Person?, _ state: FormState) -> Markup {
        guard let person else { return Field("email", "Uw e-mailadres", help: "Hiermee logt u in.").line(.email, state) }
        return p { "U logt in met " ; b { verbatim(person.email) } }
    }
}
