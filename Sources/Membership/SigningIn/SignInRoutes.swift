internal import Database
internal import Markup
package import Site

package enum SignInRoutes {
    package static let all: [Route] = [
        .get("/sign-in", .everyone, show),
        .post("/sign-in", .everyone, signIn),
        .post("/sign-out", .everyone, signOut),
        .get("/signed-in", .everyone, { _ in .page(SignInPages.signedIn) }),
        .post("/language", .everyone, chooseLanguage),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let next = visit.query.first("next") ?? ""
        if visit.viewer != nil { return .redirect(Here.link(next)) }
        return .page(SignInPages.form(visit, .fresh, next: next))
    }

    private static func signIn(_ visit: Visit) async throws -> Reply {
        let email = try visit.form.text("email", max: 200).lowercased()
        let password = visit.form.first("password") ?? ""
        let next = visit.form.first("next") ?? ""
        let problems = missing(email, password)
        guard problems.isEmpty else { return refusal(visit, problems, next) }
        switch try await SignIn(email: email, password: password, visit: visit).attempt() {
        case .entered(let admission): return admission.reply(then: Here.link(next))
        case .refused: return refusal(visit, [SignInPages.refused], next)
        case .shut: return refusal(visit, [SignInPages.shut], next, status: 429)
        }
    }

    private static func missing(_ email: String, _ password: String) -> [Problem] {
        var problems: [Problem] = []
        if email.isEmpty { problems.append(Problem("email", "Vul uw e-mailadres in.")) }
        if password.isEmpty || password.utf8.count > 2000 {
            problems.append(Problem("password", "Vul uw wachtwoord in."))
        }
        return problems
    }

    private static func refusal(_ visit: Visit, _ problems: [Problem], _ next: String, status: Int = 422) -> Reply {
        .page(SignInPages.form(visit, FormState(sent: visit.form, problems: problems), next: next, status: status))
    }

    private static func signOut(_ visit: Visit) async throws -> Reply {
        guard let session = visit.session else { return .session(.end, then: "/") }
        try await visit.write { writing in
            try SessionStore.end(session, writing)
            try ActLog.note(.signedOut, about: "session", by: visit, writing)
        }
        return .session(.end, then: "/")
    }

    private static func chooseLanguage(_ visit: Visit) async throws -> Reply {
        let language = Language(rawValue: visit.form.first("language") ?? "") ?? .dutch
        if let person = visit.viewer?.person {
            try await visit.write { try PersonStore.setLanguage(language, of: person, $0) }
        }
        return .session(.language(language), then: Here.link(visit.form.first("next")))
    }
}
