internal import Database
internal import Markup
package import Site

/// The welcome link: looking at it uses nothing up; only sending the form does (S4).
package enum WelcomeRoutes {
    package static let all: [Route] = [
        .get("/welcome/:secret", .holder, show),
        .post("/welcome/:secret", .holder, join),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        guard let (secret, invitation) = try await opened(visit) else { return .page(WelcomePages.gone) }
        return .page(WelcomePages.form(secret, invitation, visit, .fresh))
    }

    /// A word that has not the form of a secret gets the same page as one that is unknown.
    private static func opened(_ visit: Visit) async throws -> (Secret, WelcomeStore.Invitation)? {
        guard let secret = visit.parameters["secret"].flatMap(Secret.init(_:)) else { return nil }
        let now = visit.now
        let found = try await visit.read { try WelcomeStore.invitation(secret, at: now, $0) }
        return found.map { (secret, $0) }
    }

    private static func join(_ visit: Visit) async throws -> Reply {
        guard let (secret, invitation) = try await opened(visit) else { return .page(WelcomePages.gone) }
        let newcomer = Newcomer(visit.form, invitation)
        let problems = newcomer.problems(visit.form, invitation)
        guard problems.isEmpty else {
            return .page(WelcomePages.form(secret, invitation, visit, FormState(sent: visit.form, problems: problems)))
        }
        let hash = try await visit.house.passwords.hash(newcomer.password.text)
        guard let entered = try await enter(newcomer, secret, hash, visit) else { return .page(WelcomePages.gone) }
        visit.house.throttle.succeeded(account: newcomer.email, address: visit.address)
        return entered.admission.reply(then: entered.then)
    }

    /// Nil when somebody else used the link since it was looked at.
    private static func enter(
        _ newcomer: Newcomer, _ secret: Secret, _ hash: String, _ visit: Visit
    ) async throws -> Entered? {
        try await visit.write { writing in
            guard let invitation = try WelcomeStore.invitation(secret, at: visit.now, writing.reading) else { return nil }
            try WelcomeStore.endAll(of: invitation.person?.id, writing)
            return invitation.kind == .first
                ? try newcomer.begin(hash, visit, writing)
                : try newcomer.join(as: invitation.person, hash, visit, writing)
        }
    }
}

/// What came of a welcome: a session, and where to go first.
struct Entered: Sendable {
    let admission: Admission
    let then: Link
}
