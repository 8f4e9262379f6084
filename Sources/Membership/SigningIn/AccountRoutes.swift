internal import Database
internal import Markup
package import Site

/// One's own name, language, password and open sessions.
package enum AccountRoutes {
    package static let all: [Route] = [
        .get("/account", .signedIn, show),
        .post("/account", .signedIn, change),
        .post("/account/passwords", .signedIn, changePassword),
        .post("/account/ended-sessions", .signedIn, endSession),
    ]

    private static func show(_ visit: Visit) async throws -> Reply { try await page(visit, .fresh) }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Reply {
        let id = try visit.person().person
        let shown = try await visit.read { reading in
            guard let person = try PersonStore.person(id, reading) else { throw Missing() }
            let sessions = try SessionStore.all(of: id, at: visit.now, this: visit.session, reading)
            return AccountPages.Shown(person: person, sessions: sessions)
        }
        return .page(AccountPages.account(shown, visit, state))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let person = try visit.person().person
        var entry = EntryReader(visit.form)
        let name = entry.line("name", max: 120, missing: "Vul uw naam in.")
        guard entry.problems.isEmpty else { return try await page(visit, FormState(sent: visit.form, problems: entry.problems)) }
        let language = Language(rawValue: visit.form.first("language") ?? "") ?? visit.language
        try await visit.write { writing in
            try PersonStore.setName(name, of: person, writing)
            try PersonStore.setLanguage(language, of: person, writing)
        }
        return .session(.language(language), then: SignInLinks.account.saying(.saved))
    }

    private static func changePassword(_ visit: Visit) async throws -> Reply {
        let id = try visit.person().person
        let (person, stored) = try await visit.read { reading in
            (try PersonStore.person(id, reading), try PersonStore.password(of: id, reading))
        }
        guard let person else { throw Missing() }
        let new = NewPassword(visit.form.first("password") ?? "")
        var problems = new.problems(again: visit.form.first("password-again") ?? "", known: [person.name, person.email])
        if try await !isCurrent(stored, person, visit) {
            problems.insert(Problem("password-now", "Dit is niet uw wachtwoord van nu."), at: 0)
        }
        guard problems.isEmpty else { return try await page(visit, FormState(sent: visit.form, problems: problems)) }
        return .session(.begin(try await set(new, of: id, visit)), then: SignInLinks.account)
    }

    /// Whether the form holds the password of whoever is signed in.
    static func isCurrentPassword(_ visit: Visit) async throws -> Bool {
        let id = try visit.person().person
        let (person, stored) = try await visit.read { reading in
            (try PersonStore.person(id, reading), try PersonStore.password(of: id, reading))
        }
        guard let person else { throw Missing() }
        return try await isCurrent(stored, person, visit)
    }

    /// Guessing here is held up as at the door: whoever finds an open window must not find the password too.
    private static func isCurrent(_ stored: String?, _ person: Person, _ visit: Visit) async throws -> Bool {
        let throttle = visit.house.throttle
        guard throttle.attempt(account: person.email, address: visit.address, at: visit.now) == .open else { return false }
        let typed = NewPassword(visit.form.first("password-now") ?? "").text
        guard try await visit.house.passwords.fits(typed, stored) else { return false }
        throttle.succeeded(account: person.email, address: visit.address)
        return true
    }

    /// A new password ends every session, wherever it is open; this browser goes on under a new one.
    private static func set(_ password: NewPassword, of person: Person.ID, _ visit: Visit) async throws -> Secret {
        let hash = try await visit.house.passwords.hash(password.text)
        return try await visit.write { writing in
            try PersonStore.setPassword(hash, of: person, writing)
            try ActLog.note(.passwordSet, about: person.text, by: visit, writing)
            try SessionStore.endAll(of: person, writing)
            return try SessionStore.begin(
                person, at: visit.now, device: Device.described(visit.browser), replacing: nil, writing)
        }
    }

    private static func endSession(_ visit: Visit) async throws -> Reply {
        let person = try visit.person().person
        let key = visit.form.first("session")
        try await visit.write { writing in
            if let key {
                try SessionStore.end(key: key, of: person, writing)
            } else {
                try SessionStore.endAll(of: person, but: visit.session, writing)
            }
            try ActLog.note(.signedOut, about: key == nil ? "other sessions" : "session", by: visit, writing)
        }
        return .redirect(SignInLinks.account)
    }
}
