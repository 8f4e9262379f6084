internal import Database
internal import Membership
internal import Site

/// Queues the letters of Monday once, between seven in the morning and noon.
enum DigestChore {
    static let migration = Migration(
        "actions-digest-001", "CREATE TABLE digest (monday TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID")

    static let chore = Chore { house in
        let now = house.clock.now()
        let today = house.clock.day(of: now)
        let isMorning = ("07:00"..<"12:00").contains(house.clock.time(of: now))
        guard Monday(of: today).day == today, isMorning, try await house.database.read({ try !isQueued(today, $0) })
        else { return }
        try await house.database.write { try queue(today, at: now, $0) }
    }

    private static func isQueued(_ monday: Day, _ reading: Reading) throws -> Bool {
        try reading.count("SELECT COUNT(*) AS n FROM digest WHERE monday = $1", monday) > 0
    }

    /// One letter for each owner of something that runs; whether there is anything to tell is asked when it goes.
    private static func queue(_ monday: Day, at now: Moment, _ writing: Writing) throws {
        guard try !isQueued(monday, writing.reading) else { return }
        try writing.run("INSERT INTO digest (monday) VALUES ($1)", monday)
        for person in try owners(writing.reading) {
            try Outbox.add(
                DigestLetter.kind.name, to: person.email, name: person.name, subject: "", about: person.id.text,
                at: now,
                writing)
        }
    }

    private static func owners(_ reading: Reading) throws -> [Person] {
        let owners: [Person.ID] = try reading.all(
            "SELECT DISTINCT owner FROM action WHERE owner IS NOT NULL AND phase NOT IN ('done', 'stopped')"
        ) { try $0.get("owner") }
        return try owners.compactMap { try PersonStore.person($0, reading) }
    }
}
