internal import Database
internal import Site

enum SecondStepStore {
    static let migration = Migration(
        "membership-second-step-001",
        """
        CREATE TABLE second_step (
            person TEXT PRIMARY KEY NOT NULL REFERENCES person (id),
            key TEXT NOT NULL,
            is_on INTEGER NOT NULL,
            last_step INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE recovery_code (
            digest TEXT PRIMARY KEY NOT NULL,
            person TEXT NOT NULL REFERENCES person (id)
        ) WITHOUT ROWID;
        CREATE INDEX recovery_code_person ON recovery_code (person);
        CREATE TABLE code_wait (
            digest TEXT PRIMARY KEY NOT NULL,
            person TEXT NOT NULL REFERENCES person (id),
            ends INTEGER NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        """)

    private static let purpose = "one-time-code"

    // MARK: The step itself

    static func step(of person: Person.ID, key: [UInt8], _ reading: Reading) throws -> SecondStep? {
        let row = try reading.first("SELECT key, is_on, last_step FROM second_step WHERE person = $1", person) { row in
            (
                sealed: try row.get("key", as: String.self), isOn: try row.get("is_on", as: Bool.self),
                last: try row.get("last_step", as: Int.self)
            )
        }
        guard let row else { return nil }
        // Sealed by another house it opens with no code: it stays shut until it is taken off on the machine.
        let secret = Sealed.opened(row.sealed, purpose, key: key).map { hexadecimalBytes($0) } ?? Sodium.random(20)
        return SecondStep(code: OneTimeCode(key: secret), isOn: row.isOn, last: Int64(row.last))
    }

    static func isOn(_ person: Person.ID, _ reading: Reading) throws -> Bool {
        try reading.count("SELECT COUNT(*) AS n FROM second_step WHERE person = $1 AND is_on = 1", person) > 0
    }

    /// A new key that asks for nothing yet; one that is on stays.
    static func begin(_ code: OneTimeCode, of person: Person.ID, key: [UInt8], _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO second_step (person, key, is_on, last_step) VALUES ($1, $2, 0, 0)
            ON CONFLICT (person) DO UPDATE SET key = excluded.key WHERE is_on = 0
            """, person, Sealed.closed(hexadecimal(code.key), purpose, key: key))
    }

    /// A code is used once: false when another request used it, or a later one, first.
    static func use(step: Int64, of person: Person.ID, _ writing: Writing) throws -> Bool {
        try writing.run(
            "UPDATE second_step SET is_on = 1, last_step = $2 WHERE person = $1 AND last_step < $2", person, Int(step))
            == 1
    }

    static func end(_ person: Person.ID, _ writing: Writing) throws {
        try writing.run("DELETE FROM recovery_code WHERE person = $1", person)
        try writing.run("DELETE FROM code_wait WHERE person = $1", person)
        try writing.run("DELETE FROM second_step WHERE person = $1", person)
    }

    // MARK: Recovery codes

    private static func digest(_ code: String, _ person: Person.ID) -> String {
        hexadecimal(Sodium.sha256(Array("recovery\u{0}\(person.text)\u{0}\(SecondStep.bare(code))".utf8)))
    }

    static func keep(_ codes: [String], of person: Person.ID, _ writing: Writing) throws {
        try writing.run("DELETE FROM recovery_code WHERE person = $1", person)
        for code in codes {
            try writing.run("INSERT INTO recovery_code (digest, person) VALUES ($1, $2)", digest(code, person), person)
        }
    }

    static func use(recovery code: String, of person: Person.ID, _ writing: Writing) throws -> Bool {
        try writing.run("DELETE FROM recovery_code WHERE digest = $1 AND person = $2", digest(code, person), person)
            == 1
    }

    static func recoveryCount(of person: Person.ID, _ reading: Reading) throws -> Int {
        try reading.count("SELECT COUNT(*) AS n FROM recovery_code WHERE person = $1", person)
    }

    // MARK: Waiting for a code

    private static let waiting = "code-wait"

    static func wait(for person: Person.ID, at now: Moment, _ writing: Writing) throws -> Secret {
        try writing.run("DELETE FROM code_wait WHERE ends <= $1", now)
        let secret = Secret.new()
        try writing.run(
            "INSERT INTO code_wait (digest, person, ends) VALUES ($1, $2, $3)",
            secret.digest(for: waiting), person, now.adding(seconds: SecondStep.minutes * 60))
        return secret
    }

    /// Who may type a code there now; nil when it is over, or was tried too often.
    static func person(waiting secret: Secret, at now: Moment, _ reading: Reading) throws -> Person.ID? {
        try reading.first(
            "SELECT person FROM code_wait WHERE digest = $1 AND ends > $2 AND tries < $3",
            secret.digest(for: waiting), now, SecondStep.mostTries
        ) { try $0.get("person") }
    }

    static func noteTry(_ secret: Secret, _ writing: Writing) throws {
        try writing.run("UPDATE code_wait SET tries = tries + 1 WHERE digest = $1", secret.digest(for: waiting))
    }

    static func endWait(_ secret: Secret, _ writing: Writing) throws {
        try writing.run("DELETE FROM code_wait WHERE digest = $1", secret.digest(for: waiting))
    }

    private static func hexadecimalBytes(_ text: String) -> [UInt8] {
        let digits = Array(text.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).map { at in
            UInt8(String(decoding: digits[at...at + 1], as: UTF8.self), radix: 16) ?? 0
        }
    }
}

extension SecondStepStore {
    /// Whether `typed` is a code of the person now, or a recovery code; it is used up by being right.
    static func takes(_ typed: String, of person: Person.ID, at now: Moment, key: [UInt8], _ writing: Writing) throws
        -> Bool
    {
        guard let step = try step(of: person, key: key, writing.reading) else { return false }
        let bare = SecondStep.bare(typed)
        if let number = step.code.step(of: bare, at: now, after: step.last) {
            return try use(step: number, of: person, writing)
        }
        return try step.isOn && use(recovery: bare, of: person, writing)
    }
}
