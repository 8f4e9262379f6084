internal import Database
internal import Markup
package import Site

/// A code after the password, for whoever holds a role that decides for others.
///
/// The key of the codes stands in the database sealed with the house's key: whoever has the database alone can make none.
struct SecondStep: Sendable {
    /// To whom it is offered.
    static let roles: Set<Role> = [.office, .committeeMember, .leadExecutive]
    static let minutes = 10
    static let mostTries = 5
    static let recoveryCodes = 8

    let code: OneTimeCode
    /// False until its owner typed a first code.
    let isOn: Bool
    /// The step of the last code that was used.
    let last: Int64

    static func isOffered(to viewer: Viewer) -> Bool { viewer.holdings.contains { roles.contains($0.role) } }

    /// A code that lets in once, for who has no phone at hand: 80 random bits.
    static func newRecoveryCode() -> String { String(Secret.new().text.prefix(16)) }

    /// As it is stored and compared: without blanks and hyphens.
    static func bare(_ typed: String) -> String {
        String(
            decoding: typed.lowercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") },
            as: UTF8.self)
    }

    static func shown(_ code: String) -> String {
        let bytes = Array(code.utf8)
        return stride(from: 0, to: bytes.count, by: 4)
            .map { String(decoding: bytes[$0..<min($0 + 4, bytes.count)], as: UTF8.self) }.joined(separator: "-")
    }
}

/// What comes of somebody who showed the password or the link: a session, or first the question for a code.
package enum Admission: Sendable {
    case session(Secret)
    case code(Secret)

    func reply(then link: Link) -> Reply {
        switch self {
        case .session(let secret): .session(.begin(secret), then: link)
        case .code(let secret): .redirect(SecondStepLinks.code(secret, then: link))
        }
    }
}
