package import Database

/// Who is signed in where. Only digests of the secrets are stored.
package enum SessionStore {
    static let purpose = "session"
    /// A session ends after this many hours without a visit…
    private static let idleHours = 12
    /// …and after this many days in any case.
    private static let longestDays = 30

    package static let migrations = [
        Migration(
            "session-001",
            """
            CREATE TABLE session (
                digest TEXT PRIMARY KEY NOT NULL,
                person TEXT NOT NULL,
                begun INTEGER NOT NULL,
                seen INTEGER NOT NULL,
                ends INTEGER NOT NULL,
                device TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX session_person ON session (person);
            """)
    ]

    /// Begins a session under a new secret: nothing that was known before signing in remains valid after it (S6).
    package static func begin(
        _ person: PersonID, at now: Moment, device: String, replacing old: String?, _ writing: Writing
    ) throws -> Secret {
        let secret = Secret.new()
        if let old { try writing.run("DELETE FROM session WHERE digest = $1", old) }
        try writing.run("DELETE FROM session WHERE ends < $1", now)
        try writing.run(
            "INSERT INTO session (digest, person, begun, seen, ends, device) VALUES ($1, $2, $3, $3, $4, $5)",
            secret.digest(for: purpose), person, now, now.adding(days: longestDays), device)
        return secret
    }

    /// A session as it was written down; whether it still goes on depends on the clock.
    struct Written: Sendable {
        let person: PersonID
        let ends: Moment
        let seen: Moment

        func goesOn(at now: Moment) -> Bool { ends > now && seen > now.adding(seconds: -idleHours * 3600) }

        /// Whether it is time to note again that it is used.
        func isUnseen(at now: Moment) -> Bool { seen < now.adding(seconds: -600) }
    }

    static func written(_ digest: String, _ reading: Reading) throws -> Written? {
        try reading.first("SELECT person, ends, seen FROM session WHERE digest = $1", digest) { row in
            Written(person: try row.get("person"), ends: try row.get("ends"), seen: try row.get("seen"))
        }
    }

    /// A session as its owner sees it. The key names it on a page and opens nothing.
    package struct Own: Sendable, Equatable {
        package let key: String
        package let begun: Moment
        package let seen: Moment
        package let device: String
        package let isThis: Bool
    }

    /// The sessions of `person` that have not ended, the last used first.
    package static func all(
        of person: PersonID, at now: Moment, this digest: String?, _ reading: Reading
    ) throws -> [Own] {
        try reading.all(
            """
            SELECT digest, begun, seen, device FROM session
            WHERE person = $1 AND ends > $2 AND seen > $3 ORDER BY seen DESC, digest
            """, person, now, now.adding(seconds: -idleHours * 3600)
        ) { row in
            let stored: String = try row.get("digest")
            return Own(
                key: String(stored.prefix(16)), begun: try row.get("begun"), seen: try row.get("seen"),
                device: try row.get("device"), isThis: stored == digest)
        }
    }

    /// Ends the session that `person` sees under `key`; another person's is out of reach.
    package static func end(key: String, of person: PersonID, _ writing: Writing) throws {
        try writing.run("DELETE FROM session WHERE person = $1 AND substr(digest, 1, 16) = $2", person, key)
    }

    package static func end(_ digest: String, _ writing: Writing) throws {
        try writing.run("DELETE FROM session WHERE digest = $1", digest)
    }

    /// Ends all of a person's sessions: after a new password, or when they say so.
    package static func endAll(of person: PersonID, but kept: String? = nil, _ writing: Writing) throws {
        try writing.run("DELETE FROM session WHERE person = $1 AND digest IS NOT $2", person, kept)
    }

    /// Notes that the session was used, at most once in ten minutes.
    package static func touch(_ digest: String, at now: Moment, _ writing: Writing) throws {
        try writing.run(
            "UPDATE session SET seen = $2 WHERE digest = $1 AND seen < $3", digest, now, now.adding(seconds: -600))
    }
}
