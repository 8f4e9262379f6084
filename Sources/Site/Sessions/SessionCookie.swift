/// The cookies: one for the session, one for the language. Nothing else is kept in a browser.
enum SessionCookie {
    static let name = "__Host-session"
    static let language = "__Host-language"

    static func header(_ change: Reply.SessionChange) -> String {
        switch change {
        case .begin(let secret): "\(name)=\(secret.text); \(always)"
        case .end: "\(name)=; Max-Age=0; \(always)"
        case .language(let language): "\(Self.language)=\(language.rawValue); Max-Age=31536000; \(always)"
        }
    }

    private static let always = "Path=/; Secure; HttpOnly; SameSite=Lax"
}
