internal import Database
internal import Markup
internal import Membership
internal import Site

/// Reminding those who did not answer: seen beforehand, two times at most.
enum ReminderRoutes {
    static let all: [Route] = [
        .get("/regions/:region/rounds/:round/reminders", .inRegion(.leaders), show),
        .post("/regions/:region/rounds/:round/reminders", .inRegion(.leaders), send),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        .page(ReminderPages.page(try await reminding(visit), visit))
    }

    private static func reminding(_ visit: Visit) async throws -> Reminding {
        let id: Round.ID = try visit.id("round")
        let (house, today) = (visit.house, visit.today)
        return try await visit.readRegion { reading, region in try Reminding.read(id, region, house, today, reading) }
    }

    /// Sends the reminder of which the page showed the number; any other is refused, so a second click sends none.
    private static func send(_ visit: Visit) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let region = try visit.region()
        let number = visit.form.first("number").flatMap { Int($0) }
        let isSent = try await visit.write { writing in
            let region = try RegionStore.required(region, writing.reading)
            let found = try Reminding.read(id, region, visit.house, visit.today, writing.reading)
            guard let next = found.next, next == number else { return false }
            try ReminderStore.add(Reminder(number: next, sent: visit.now, behind: found.behind), of: id, writing)
            try ReminderLetter.queue(found.waiting, number: next, visit.house, at: visit.now, writing)
            try ActLog.note(.roundReminded, about: id.text, by: visit, writing)
            return true
        }
        guard isSent else { return .page(ReminderPages.page(try await reminding(visit), visit, isRefused: true)) }
        await LetterDelivery.soon(visit.house)
        return .redirect(RoundLinks.reminders(region, id))
    }
}
