package import Database

/// Letters that wait: whom each is for and what it is about, but neither its text nor any secret in it.
package enum Outbox {
    package enum LetterKey {}

    package struct Waiting: Sendable, Equatable {
        package let id: ID<LetterKey>
        package let recipient: String
        package let name: String
        package let kind: String
        package let reference: String
    }

    package static let migrations = [
        Migration(
            "outbox-001",
            """
            CREATE TABLE letter (
                id TEXT PRIMARY KEY NOT NULL,
                recipient TEXT NOT NULL,
                name TEXT NOT NULL,
                subject TEXT NOT NULL,
                kind TEXT NOT NULL,
                reference TEXT NOT NULL,
                queued_at INTEGER NOT NULL,
                delivered_at INTEGER,
                trouble TEXT
            ) WITHOUT ROWID;
            CREATE INDEX letter_waiting ON letter (delivered_at, trouble);
            CREATE INDEX letter_reference ON letter (kind, reference);
            """)
    ]

    /// Puts a letter in the outbox. It goes when it is delivered, also after a restart (C7).
    package static func add(
        _ kind: String, to address: String, name: String, subject: String, about reference: String, at now: Moment,
        _ writing: Writing
    ) throws {
        try writing.run(
            """
            INSERT INTO letter (id, recipient, name, subject, kind, reference, queued_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            ID<LetterKey>.new(at: now), address, name, subject, kind, reference, now)
    }

    package static func waiting(_ most: Int, _ reading: Reading) throws -> [Waiting] {
        try reading.all(
            """
            SELECT id, recipient, name, kind, reference FROM letter
            WHERE delivered_at IS NULL AND trouble IS NULL ORDER BY id LIMIT $1
            """, most
        ) { row in
            Waiting(
                id: try row.get("id"), recipient: try row.get("recipient"), name: try row.get("name"),
                kind: try row.get("kind"), reference: try row.get("reference"))
        }
    }

    static func noteDelivered(_ letter: ID<LetterKey>, at now: Moment, _ writing: Writing) throws {
        try writing.run("UPDATE letter SET delivered_at = $2 WHERE id = $1", letter, now)
    }

    /// The letter cannot go as it stands; somebody must look at it.
    static func noteTrouble(_ letter: ID<LetterKey>, _ trouble: String, _ writing: Writing) throws {
        try writing.run("UPDATE letter SET trouble = $2 WHERE id = $1", letter, trouble)
    }

    /// The letter need not go any more.
    static func remove(_ letter: ID<LetterKey>, _ writing: Writing) throws {
        try writing.run("DELETE FROM letter WHERE id = $1", letter)
    }
}
