package import Database
package import Markup
package import Site

/// A link that lets somebody in once, to choose a name and a password. Only its digest is stored.
package enum Welcome {
    /// What the link is for.
    enum Kind: String, StoredEnum, CaseIterable {
        /// The first person of an empty server.
        case first
        /// Somebody who was invited and has no password yet.
        case join
        /// Somebody who lost the password; made on the machine itself, never by another person.
        case renew
    }

    static let days = 7
    /// How long a link lasts that replaces a password.
    static let hoursToRenew = 24

    /// A new link for `person`, to show once to whoever invites; earlier ones end.
    ///
    /// For somebody who has a password already it opens nothing: an invitation must not take an account over. Whoever
    /// invites gets a link in any case, and so does not learn who has an account (S3).
    package static func invite(
        _ person: Person.ID, with secret: Secret = .new(), at now: Moment, _ writing: Writing
    ) throws -> Secret {
        try WelcomeStore.replace(.join, for: person, ends: now.adding(days: days), with: secret, writing)
    }

    /// A new link for `person` that replaces a password; for the command on the machine.
    package static func renewal(_ person: Person.ID, at now: Moment, _ writing: Writing) throws -> Secret {
        try WelcomeStore.replace(.renew, for: person, ends: now.adding(seconds: hoursToRenew * 3600), writing)
    }

    /// A new link for the first person of this server; nil when there is somebody already.
    package static func first(at now: Moment, _ writing: Writing) throws -> Secret? {
        guard try WelcomeStore.isEmpty(writing.reading) else { return nil }
        return try WelcomeStore.replace(.first, for: nil, ends: now.adding(days: days), writing)
    }

    package static func link(_ secret: Secret) -> Link { "/welcome/\(secret.text)" }

    /// The whole address, to pass on.
    package static func address(_ secret: Secret, _ house: House) -> String {
        house.settings.publicAddress + link(secret).text
    }
}

/// The door of an empty server.
package enum FirstPerson {
    /// A one-time address for the first person, to print at the start; nil when there is somebody already.
    package static func link(_ house: House) async throws -> String? {
        let now = house.clock.now()
        let secret = try await house.database.write { try Welcome.first(at: now, $0) }
        return secret.map { Welcome.address($0, house) }
    }
}
