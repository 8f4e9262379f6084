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
        /// How often the mail server would not take it yet.
        package let attempts: Int
        package let queued: Moment
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
            """),
        // How often a letter was tried, when it may be tried again, and what the mail server said last.
        Migration(
            "outbox-002",
            """
            ALTER TABLE letter ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE letter ADD COLUMN again_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE letter ADD COLUMN answer TEXT;
            """),
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

    /// Letters that may go now, the oldest first. Without a moment also those that wait for another try.
    package static func waiting(_ most: Int, at now: Moment? = nil, _ reading: Reading) throws -> [Waiting] {
        try reading.all(
            """
            SELECT id, recipient, name, kind, reference, attempts, queued_at FROM letter
            WHERE delivered_at IS NULL AND trouble IS NULL AND ($2 IS NULL OR again_at <= $2) ORDER BY id LIMIT $1
            """, most, now
        ) { row in
            Waiting(
                id: try row.get("id"), recipient: try row.get("recipient"), name: try row.get("name"),
                kind: try row.get("kind"), reference: try row.get("reference"), attempts: try row.get("attempts"),
                queued: try row.get("queued_at"))
        }
    }

    static func noteDelivered(_ letter: ID<LetterKey>, at now: Moment, _ writing: Writing) throws {
        try writing.run("UPDATE letter SET delivered_at = $2 WHERE id = $1", letter, now)
    }

    /// The letter cannot go as it stands; somebody must look at it.
    static func noteTrouble(_ letter: ID<LetterKey>, _ trouble: String, _ writing: Writing) throws {
        try writing.run("UPDATE letter SET trouble = $2 WHERE id = $1", letter, trouble)
    }

    /// The mail server took it not yet; it is tried again at `again`.
    static func noteLater(_ letter: ID<LetterKey>, again: Moment, _ answer: String, _ writing: Writing) throws {
        try writing.run(
            "UPDATE letter SET attempts = attempts + 1, again_at = $2, answer = $3 WHERE id = $1", letter, again, answer)
    }

    /// The mail server will not have it; what it said is kept for whoever sent it.
    static func noteRefused(_ letter: ID<LetterKey>, _ answer: String, _ writing: Writing) throws {
        try writing.run(
            "UPDATE letter SET trouble = 'refused', attempts = attempts + 1, answer = $2 WHERE id = $1", letter, answer)
    }

    /// The letter need not go any more.
    static func remove(_ letter: ID<LetterKey>, _ writing: Writing) throws {
        try writing.run("DELETE FROM letter WHERE id = $1", letter)
    }
}
