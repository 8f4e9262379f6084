internal import Database
internal import Site

enum WelcomeStore {
    private static let purpose = "welcome"

    /// What a link that still opens was given out for.
    struct Invitation: Sendable, Equatable {
        let kind: Welcome.Kind
        let person: Person?
    }

    static func isEmpty(_ reading: Reading) throws -> Bool {
        try reading.count("SELECT COUNT(*) AS n FROM (SELECT 1 FROM person LIMIT 1)") == 0
    }

    static func replace(
        _ kind: Welcome.Kind, for person: Person.ID?, ends: Moment, with secret: Secret = .new(), _ writing: Writing
    ) throws -> Secret {
        try endAll(of: person, writing)
        try writing.run(
            "INSERT INTO welcome (digest, kind, person, ends) VALUES ($1, $2, $3, $4)",
            secret.digest(for: purpose), kind, person, ends)
        return secret
    }

    /// What `secret` opens now; nil for one that is unknown, used, too old or not needed any more.
    static func invitation(_ secret: Secret, at now: Moment, _ reading: Reading) throws -> Invitation? {
        let row = try reading.first(
            """
            SELECT w.kind, w.person, m.password IS NOT NULL AS has_password
            FROM welcome w LEFT JOIN person m ON m.id = w.person WHERE w.digest = $1 AND w.ends > $2
            """, secret.digest(for: purpose), now
        ) { row in
            (kind: try row.get("kind", as: Welcome.Kind.self), person: try row.optional("person", as: Person.ID.self),
             hasPassword: try row.get("has_password", as: Bool.self))
        }
        guard let row else { return nil }
        let isOpen = switch row.kind {
        case .first: try isEmpty(reading)
        case .join: !row.hasPassword
        case .renew: true
        }
        guard isOpen else { return nil }
        return Invitation(kind: row.kind, person: try row.person.flatMap { try PersonStore.person($0, reading) })
    }

    /// Uses the link up, and every other one of the same person.
    static func endAll(of person: Person.ID?, _ writing: Writing) throws {
        try writing.run("DELETE FROM welcome WHERE person IS $1", person)
    }
}
