internal import Database
internal import Markup
package import Site

/// Asking for a code after the password, and one's own choice to be asked.
package enum SecondStepRoutes {
    package static let all: [Route] = [
        .get("/sign-in/codes/:secret", .holder, ask),
        .post("/sign-in/codes/:secret", .holder, enter),
        .get("/account/second-step", .signedIn, show),
        .post("/account/second-step", .signedIn, begin),
        .post("/account/second-step/confirmations", .signedIn, confirm),
        .post("/account/second-step/removals", .signedIn, end),
    ]

    // MARK: Coming in

    private static func waiting(_ visit: Visit) async throws -> (Secret, Person.ID)? {
        guard let secret = visit.parameters["secret"].flatMap(Secret.init(_:)) else { return nil }
        let now = visit.now
        return try await visit.read { try SecondStepStore.person(waiting: secret, at: now, $0) }.map { (secret, $0) }
    }

    private static func ask(_ visit: Visit) async throws -> Reply {
        guard let (secret, _) = try await waiting(visit) else { return .page(SecondStepPages.gone) }
        return .page(SecondStepPages.ask(secret, visit, .fresh, next: visit.query.first("next") ?? ""))
    }

    /// Each wrong code counts; after five the password is asked anew.
    private static func enter(_ visit: Visit) async throws -> Reply {
        guard let (secret, person) = try await waiting(visit) else { return .page(SecondStepPages.gone) }
        let (typed, next) = (try visit.form.text("code", max: 40), visit.form.first("next") ?? "")
        let account = "code:\(person.text)"
        guard visit.house.throttle.attempt(account: account, address: visit.address, at: visit.now) == .open else {
            return .page(
                SecondStepPages.ask(
                    secret, visit, FormState(sent: visit.form, problems: [SecondStepPages.shut]), next: next,
                    status: 429))
        }
        let session = try await visit.write { writing -> Secret? in
            guard try SecondStepStore.person(waiting: secret, at: visit.now, writing.reading) == person else {
                return nil
            }
            guard try SecondStepStore.takes(typed, of: person, at: visit.now, key: visit.house.key, writing) else {
                try SecondStepStore.noteTry(secret, writing)
                try ActLog.note(.signInFailed, about: person.text, by: visit, writing)
                return nil
            }
            try SecondStepStore.endWait(secret, writing)
            return try SignIn.begin(for: person, visit, writing)
        }
        guard let session else {
            return .page(
                SecondStepPages.ask(
                    secret, visit, FormState(sent: visit.form, problems: [SecondStepPages.wrong]), next: next))
        }
        visit.house.throttle.succeeded(account: account, address: visit.address)
        return .session(.begin(session), then: Here.link(next))
    }

    // MARK: One's own

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Reply {
        let viewer = try visit.person()
        let key = visit.house.key
        let shown = try await visit.read { reading in
            (
                step: try SecondStepStore.step(of: viewer.person, key: key, reading),
                left: try SecondStepStore.recoveryCount(of: viewer.person, reading)
            )
        }
        guard SecondStep.isOffered(to: viewer) || shown.step?.isOn == true else { throw Missing() }
        return .page(SecondStepPages.own(shown.step, left: shown.left, viewer, visit, state))
    }

    private static func show(_ visit: Visit) async throws -> Reply { try await page(visit, .fresh) }

    private static func begin(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        guard SecondStep.isOffered(to: viewer) else { throw Missing() }
        guard try await AccountRoutes.isCurrentPassword(visit) else {
            return try await page(visit, FormState(sent: visit.form, problems: [SecondStepPages.password]))
        }
        let key = visit.house.key
        try await visit.write { try SecondStepStore.begin(.new(), of: viewer.person, key: key, $0) }
        return .redirect(SecondStepLinks.own)
    }

    /// The first code turns it on; the recovery codes are shown this once.
    private static func confirm(_ visit: Visit) async throws -> Reply {
        let person = try visit.person().person
        let typed = SecondStep.bare(try visit.form.text("code", max: 40))
        let codes = (0..<SecondStep.recoveryCodes).map { _ in SecondStep.newRecoveryCode() }
        let isOn = try await visit.write { writing in
            guard let step = try SecondStepStore.step(of: person, key: visit.house.key, writing.reading), !step.isOn,
                let number = step.code.step(of: typed, at: visit.now, after: step.last),
                try SecondStepStore.use(step: number, of: person, writing)
            else { return false }
            try SecondStepStore.keep(codes, of: person, writing)
            try ActLog.note(.secondStepOn, about: person.text, by: visit, writing)
            return true
        }
        guard isOn else { return try await page(visit, FormState(sent: visit.form, problems: [SecondStepPages.wrong])) }
        return .page(SecondStepPages.codes(codes))
    }

    private static func end(_ visit: Visit) async throws -> Reply {
        let person = try visit.person().person
        guard try await AccountRoutes.isCurrentPassword(visit) else {
            return try await page(visit, FormState(sent: visit.form, problems: [SecondStepPages.password]))
        }
        let typed = try visit.form.text("code", max: 40)
        let isEnded = try await visit.write { writing in
            guard try SecondStepStore.takes(typed, of: person, at: visit.now, key: visit.house.key, writing) else {
                return false
            }
            try SecondStepStore.end(person, writing)
            try ActLog.note(.secondStepOff, about: person.text, by: visit, writing)
            return true
        }
        guard isEnded else {
            return try await page(visit, FormState(sent: visit.form, problems: [SecondStepPages.wrong]))
        }
        return .redirect(SignInLinks.account)
    }
}
