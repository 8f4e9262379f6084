/// The word in every form that shows it was made by us for whoever sends it (promise S5).
package struct FormTokens: Sendable {
    private let key: [UInt8]

    package init(key: [UInt8]) { self.key = key }

    /// The token for `holder`: a session's digest, a link's secret, or `FormTokens.nobody`.
    package func token(for holder: String) -> String {
        Secret.derived(from: key, "form", holder).text
    }

    /// Who holds the form: the link in the address, or else the session.
    static func holder(_ parameters: [String: String], _ session: String?) -> String {
        parameters["secret"] ?? session ?? nobody
    }

    package func isToken(_ token: String?, for holder: String) -> Bool {
        guard let token else { return false }
        return Sodium.equal(Array(token.utf8), Array(self.token(for: holder).utf8))
    }

    /// Who sends a form without being signed in and without a link.
    package static let nobody = "nobody"
    /// The name of the field.
    package static let field = "form-token"
}
