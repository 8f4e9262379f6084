internal import Database
internal import Membership
internal import Site

enum ReminderStore {
    static let migration = Migration(
        "scan-reminder-001",
        """
        CREATE TABLE reminder (
            round TEXT NOT NULL REFERENCES round (id),
            number INTEGER NOT NULL CHECK (number IN (1, 2)),
            sent_at INTEGER NOT NULL,
            behind TEXT CHECK (behind IN ('education', 'business', 'government')),
            PRIMARY KEY (round, number)
        ) WITHOUT ROWID
        """)

    static func all(of round: Round.ID, _ reading: Reading) throws -> [Reminder] {
        try reading.all("SELECT number, sent_at, behind FROM reminder WHERE round = $1 ORDER BY number", round) { row in
            Reminder(number: try row.get("number"), sent: try row.get("sent_at"), behind: try row.optional("behind"))
        }
    }

    static func reminder(_ number: Int, of round: Round.ID, _ reading: Reading) throws -> Reminder? {
        try all(of: round, reading).first { $0.number == number }
    }

    static func add(_ reminder: Reminder, of round: Round.ID, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO reminder (round, number, sent_at, behind) VALUES ($1, $2, $3, $4)",
            round, reminder.number, reminder.sent, reminder.behind)
    }
}
