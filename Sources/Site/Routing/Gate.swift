internal import Database
internal import HTTPTypes
package import Hummingbird
package import Logging
internal import Markup
internal import NIOCore

/// The one way in. Every request passes here: limits, who asks, the rule, the form token, and only then the route.
package struct Gate: Sendable {
    package let house: House
    private let log: Logger

    package init(house: House, log: Logger) {
        self.house = house
        self.log = log
    }

    /// Answers `request` for `route`; whatever goes wrong becomes a page with its status, and fails closed.
    package func answer(_ request: Request, _ route: Route, _ asked: Asked) async -> Response {
        var knock = Knock(request: request, asked: asked, house: house)
        do {
            let reply = try await pass(&knock, route)
            return Answer(house: house, knock: knock).response(to: reply)
        } catch {
            return refusal(error, route, knock)
        }
    }

    /// Answers an address that no route has.
    package func answerMissing(_ request: Request, _ asked: Asked) async -> Response {
        var knock = Knock(request: request, asked: asked, house: house)
        try? await knock.findViewer(isNoted: false)
        return Answer(house: house, knock: knock).response(to: .missing)
    }

    private func pass(_ knock: inout Knock, _ route: Route) async throws -> Reply {
        try knock.refuseOversized(route.limits)
        // Whoever answers by a link leaves no trace of a session beside the answer (P2).
        try await knock.findViewer(isNoted: route.rule.wantsSignIn)
        let isAdmitted = route.rule.admits(knock.viewer, knock.scope, isDemo: house.settings.isDemo)
        if !isAdmitted { return try await turnedAway(&knock, route) }
        if route.method != .get {
            try await knock.readForm(route.limits)
            guard knock.hasFormToken(for: route.rule) || route.takesOneClick && knock.isOneClick else { return .page(SignInAgain.page(knock.visit, wasSignedIn: knock.viewer != nil)) }
        }
        return try await route.handler(knock.visit)
    }

    /// Somebody without a session is asked to sign in, and keeps what was typed (C7); to anybody else there is nothing here.
    private func turnedAway(_ knock: inout Knock, _ route: Route) async throws -> Reply {
        guard knock.viewer == nil, route.rule.wantsSignIn else { return .missing }
        if route.method == .get { return .redirect("/sign-in?next=\(knock.visit.path)") }
        try await knock.readForm(route.limits)
        return .page(SignInAgain.page(knock.visit, wasSignedIn: false))
    }

    private func refusal(_ error: any Error, _ route: Route, _ knock: Knock) -> Response {
        let answer = Answer(house: house, knock: knock)
        switch error {
        case is Missing: return answer.response(to: .missing)
        case let trouble as Form.Trouble: return answer.response(to: .page(ErrorPages.form(trouble))).readingOut(knock.request)
        case Trouble.storage(let message):
            log.error("storage failed", metadata: ["route": "\(route.pattern)", "sqlite": "\(message)"])
            return answer.response(to: .page(ErrorPages.storage(knock.visit)))
        case is Passwords.Busy: return answer.response(to: .page(ErrorPages.busy))
        default:
            log.error("failed", metadata: ["route": "\(route.pattern)", "error": "\(type(of: error))", "reason": "\(Self.reason(error))"])
            return answer.response(to: .page(ErrorPages.inside))
        }
    }

    /// What may stand in the log: the kind of fault, never a value that a person typed.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case Trouble.unreadable(let column): "unreadable \(column)"
        case Trouble.refused(let message): "refused \(message)"
        case Trouble.other(let message): "sqlite \(message)"
        default: "-"
        }
    }
}

/// What the server knows of a request besides the request: parameters from the address, and who is at the other end.
package struct Asked: Sendable {
    package let parameters: [String: String]
    package let peer: String

    package init(parameters: [String: String], peer: String) {
        self.parameters = parameters
        self.peer = peer
    }
}
