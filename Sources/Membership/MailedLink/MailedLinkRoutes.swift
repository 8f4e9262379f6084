internal import Database
internal import Markup
package import Site

/// Coming in by a link that is mailed.
package enum MailedLinkRoutes {
    package static let all: [Route] = [
        .get("/sign-in/links", .everyone) { .page(MailedLinkPages.ask($0, .fresh)) },
        .post("/sign-in/links", .everyone, ask),
        .get("/sign-in/link-sent", .everyone) { _ in .page(MailedLinkPages.asked) },
        .get("/sign-in/links/:secret", .holder, show),
        .post("/sign-in/links/:secret", .holder, enter),
        .post("/sign-in/links/:secret/passwords", .holder, renew),
    ]

    /// Known and unknown addresses take the same steps and get the same answer; the letter is written beside the request.
    private static func ask(_ visit: Visit) async throws -> Reply {
        let email = try visit.form.text("email", max: 200).lowercased()
        guard MailAddress.isAddress(email) else {
            let problem = Problem("email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl.")
            return .page(MailedLinkPages.ask(visit, FormState(sent: visit.form, problems: [problem])))
        }
        // Whoever asks very often from one network gets the same page, and no letters.
        let door = visit.house.codes.attempt(account: "mailed-link", address: visit.address, at: visit.now)
        if door == .open { try await queue(email, visit) }
        return .redirect(MailedLink.asked)
    }

    private static func queue(_ email: String, _ visit: Visit) async throws {
        let (now, id) = (visit.now, MailedLink.ID.new(at: visit.now))
        let secret = MailedLink.secret(id, key: visit.house.key)
        try await visit.write { writing in
            guard try MailedLinkStore.tidy(email, at: now, writing) < MailedLink.mostAtOnce else { return }
            try MailedLinkStore.add(secret, for: email, ends: now.adding(seconds: MailedLink.minutes * 60), writing)
            try Outbox.add(
                MailedLinkLetter.kind.name, to: email, name: "", subject: "", about: id.text, at: now, writing)
        }
        visit.house.mail.ring()
    }

    private static func opened(_ visit: Visit) async throws -> (Secret, Person)? {
        guard let secret = visit.parameters["secret"].flatMap(Secret.init(_:)) else { return nil }
        let now = visit.now
        return try await visit.read { try MailedLinkStore.person(secret, at: now, $0) }.map { (secret, $0) }
    }

    private static func show(_ visit: Visit) async throws -> Reply {
        guard let (secret, person) = try await opened(visit) else { return .page(MailedLinkPages.gone) }
        return .page(MailedLinkPages.enter(secret, person, visit))
    }

    private static func enter(_ visit: Visit) async throws -> Reply {
        guard let (secret, person) = try await opened(visit) else { return .page(MailedLinkPages.gone) }
        let admission = try await visit.write { writing -> Admission? in
            guard try MailedLinkStore.use(secret, of: person, at: visit.now, writing) else { return nil }
            return try SignIn.admit(person.id, visit, writing)
        }
        guard let admission else { return .page(MailedLinkPages.gone) }
        return admission.reply(then: HomeLinks.start)
    }

    /// Uses the link up for one that sets a new password, in this browser and as short.
    private static func renew(_ visit: Visit) async throws -> Reply {
        guard let (secret, person) = try await opened(visit) else { return .page(MailedLinkPages.gone) }
        let now = visit.now
        let renewal = try await visit.write { writing -> Secret? in
            guard try MailedLinkStore.use(secret, of: person, at: now, writing) else { return nil }
            try ActLog.note(.passwordLinkMade, about: person.id.text, by: visit, writing)
            return try WelcomeStore.replace(
                .renew, for: person.id, ends: now.adding(seconds: MailedLink.minutes * 60), writing)
        }
        guard let renewal else { return .page(MailedLinkPages.gone) }
        return .redirect(Welcome.link(renewal))
    }
}

enum MailedLinkPages {
    static func ask(_ visit: Visit, _ state: FormState) -> Page {
        Page("Log in met een link per mail", kind: .phone, status: state.status) {
            h1 { "Log in met een link per mail" }
            state.summary
            p { "U hebt dan geen wachtwoord nodig. Met de link kunt u ook een nieuw wachtwoord kiezen." }
            postForm(MailedLink.ask, visit) {
                Field("email", "E-mailadres").line(.email, state)
                sendButton("Stuur mij een link", next: true)
            }
            p { a(.href(SignInLinks.signIn)) { "Inloggen met een wachtwoord" } }
        }
    }

    static let asked = Page("Kijk in uw mail", kind: .phone) {
        h1 { "Kijk in uw mail" }
        p { "Kennen we dit adres, dan is er nu een link onderweg. Hij werkt één keer, en hoogstens 10 minuten." }
        p { "Komt er niets? Kijk bij de ongewenste mail. Of probeer het adres waarop u werd uitgenodigd." }
        p { a(.href(MailedLink.ask)) { "Vraag een nieuwe link" } }
    }

    /// The same page for a link that is unknown, used or too old.
    static let gone = Page("Deze link werkt niet meer", kind: .phone, status: 404) {
        h1 { "Deze link werkt niet meer" }
        p { "Een link om in te loggen werkt één keer, en hoogstens 10 minuten." }
        p { a(.class("button"), .href(MailedLink.ask)) { "Vraag een nieuwe link" } }
    }

    static func enter(_ secret: Secret, _ person: Person, _ visit: Visit) -> Page {
        let link = MailedLink.link(secret)
        return Page("Inloggen", kind: .phone) {
            h1 { "Welkom terug" }
            p {
                "U logt in met "; b { verbatim(person.email) }
            }
            postForm(link, visit) { sendButton("Inloggen", next: true) }
            p { "Wachtwoord vergeten? Kies dan meteen een nieuw." }
            postForm("\(link)/passwords", visit) { sendButton("Kies een nieuw wachtwoord", quiet: true) }
        }
    }
}
