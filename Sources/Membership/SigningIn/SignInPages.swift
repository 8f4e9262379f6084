internal import Markup
internal import Site

enum SignInPages {
    /// One sentence for every reason: an address that is not known, a wrong password, too much from one network.
    static let refused = Problem(
        "password",
        "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Lukt het vaker niet? Wacht dan een kwartier.")
    static let shut = Problem(
        "password", "Dit ging vijf keer mis. Wacht een kwartier en probeer het dan nog een keer.")

    static func form(_ visit: Visit, _ state: FormState, next: String, status: Int? = nil) -> Page {
        var page = Page("Inloggen", kind: .phone, status: status ?? state.status) {
            h1 { "Inloggen" }
            state.summary
            postForm(SignInLinks.signIn, visit) {
                input(.type("hidden"), .name("next"), .value(next))
                Field("email", "E-mailadres").line(.email, state)
                Field("password", "Wachtwoord").line(.password, state)
                sendButton("Inloggen", next: true)
            }
            help(visit)
        }
        page.keepsLanguage = true
        return page
    }

    private static func help(_ visit: Visit) -> Markup {
        section {
            h2 { "Lukt het niet?" }
            p { "Nog geen wachtwoord? Open de welkomstlink die u kreeg. Daar kiest u er zelf een." }
            p { a(.href(MailedLink.ask)) { "Wachtwoord vergeten? Log in met een link per mail" } }
            p { "Wilt u alleen vragen beantwoorden? Dat kan zonder account, met de link of de code die u kreeg." }
            if visit.house.settings.isDemo { p { a(.href(DemoLinks.door)) { "Naar de mensen van de demo" } } }
        }
    }

    static let signedIn = Page("U bent weer ingelogd", kind: .phone) {
        h1 { "U bent weer ingelogd" }
        p { "Sluit dit venster. Ga verder in het venster waar uw tekst nog staat." }
    }
}
