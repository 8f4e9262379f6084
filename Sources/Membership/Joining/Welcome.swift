package import Database
package import Site

/// The link with which an invited person begins.
package enum Welcome {
    /// A new link for `person`, good for a week. Only its digest is stored.
    package static func invite(_ person: Person.ID, at now: Moment, _ writing: Writing) throws -> Secret {
        let secret = Secret.new()
        try writing.run(
            "INSERT INTO welcome (digest, person, ends) VALUES ($1, $2, $3)",
            secret.digest(for: "welcome"), person, now.adding(days: 7))
        return secret
    }
}
