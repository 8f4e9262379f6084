package import Markup

package enum SignInLinks {
    package static let signIn: Link = "/sign-in"
    package static let signOut: Link = "/sign-out"
    /// Where a window ends that was opened only to sign in again.
    package static let signedIn: Link = "/signed-in"
    package static let language: Link = "/language"
    package static let account: Link = "/account"
    package static let passwords: Link = "/account/passwords"
    package static let endedSessions: Link = "/account/ended-sessions"
}
