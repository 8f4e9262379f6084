internal import Markup
internal import Site

enum SecondStepLinks {
    static let own: Link = "/account/second-step"
    static let confirmations: Link = "/account/second-step/confirmations"
    static let removals: Link = "/account/second-step/removals"
    static func code(_ secret: Secret) -> Link { "/sign-in/codes/\(secret.text)" }
    static func code(_ secret: Secret, then link: Link) -> Link { "\(code(secret))?next=\(link.text)" }
}
