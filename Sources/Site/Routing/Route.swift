package import HTTPTypes

/// One address with one method: who may use it and what answers.
///
/// The rule is an argument, so a route without one does not compile; the gate asks it before
/// anything is loaded.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Visit) async throws -> Reply

    package let method: HTTPRequest.Method
    /// Segments as in `/regions/:region/rounds/:round`. `:region` and `:programme` are what the rule is about;
    /// `:secret` is what a holder holds.
    package let pattern: String
    package let rule: Rule
    package let limits: Form.Limits
    /// Whether a mail program may post here without a form of ours, because its receiver clicked (RFC 8058). The link
    /// itself is what lets it in: a cookie adds nothing to it, so no other site can misuse one (S5).
    package let takesOneClick: Bool
    package let handler: Handler

    package init(
        _ method: HTTPRequest.Method, _ pattern: String, _ rule: Rule, limits: Form.Limits = .standard,
        takesOneClick: Bool = false, _ handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.rule = rule
        self.limits = limits
        self.takesOneClick = takesOneClick
        self.handler = handler
    }

    package static func get(_ pattern: String, _ rule: Rule, _ handler: @escaping Handler) -> Route {
        Route(.get, pattern, rule, handler)
    }

    package static func post(
        _ pattern: String, _ rule: Rule, limits: Form.Limits = .standard, takesOneClick: Bool = false,
        _ handler: @escaping Handler
    ) -> Route {
        Route(.post, pattern, rule, limits: limits, takesOneClick: takesOneClick, handler)
    }
}
