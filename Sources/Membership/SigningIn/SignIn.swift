internal import Database
internal import Site

/// Somebody at the door with an address for mail and a password.
///
/// Known and unknown addresses take the same steps and get the same words (S3); what is typed is never logged.
struct SignIn {
    enum Outcome {
        case entered(Admission)
        case refused
        /// Too often wrong on this account from this network address.
        case shut
    }

    /// In lower case.
    let email: String
    let password: String
    let visit: Visit

    func attempt() async throws -> Outcome {
        switch visit.house.throttle.attempt(account: email, address: visit.address, at: visit.now) {
        case .shut: return .shut
        case .crowded:
            await visit.house.passwords.pretend()
            return .refused
        case .open: return try await judged()
        }
    }

    private func judged() async throws -> Outcome {
        let throttle = visit.house.throttle
        let account = try await visit.read { [email] in try AccountStore.account(email: email, $0) }
        do {
            guard try await visit.house.passwords.fits(NewPassword(password).text, account?.password), let account else {
                try await noteFailure(of: account?.person)
                return .refused
            }
            throttle.succeeded(account: email, address: visit.address)
            return .entered(try await enter(account.person))
        } catch let busy as Passwords.Busy {
            throttle.withdrawn(account: email, address: visit.address)
            throw busy
        }
    }

    private func noteFailure(of person: Person.ID?) async throws {
        let visit = visit
        try await visit.write { writing in
            try ActLog.note(.signInFailed, about: person?.text ?? "unknown", by: visit, writing)
        }
    }

    private func enter(_ person: Person.ID) async throws -> Admission {
        let visit = visit
        return try await visit.write { try SignIn.admit(person, visit, $0) }
    }

    /// A session, or first the question for a code where the person chose to be asked one.
    static func admit(_ person: Person.ID, _ visit: Visit, _ writing: Writing) throws -> Admission {
        try SecondStepStore.isOn(person, writing.reading)
            ? .code(try SecondStepStore.wait(for: person, at: visit.now, writing))
            : .session(try begin(for: person, visit, writing))
    }

    /// A session under a new secret; the one that was open in this browser ends (S6).
    static func begin(for person: Person.ID, _ visit: Visit, _ writing: Writing) throws -> Secret {
        try ActLog.note(
            .signedIn, about: person.text, who: person, address: visit.address, at: visit.now, writing)
        return try SessionStore.begin(
            person, at: visit.now, device: Device.described(visit.browser), replacing: visit.session, writing)
    }
}
