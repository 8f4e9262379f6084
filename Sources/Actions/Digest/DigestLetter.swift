internal import Database
internal import Markup
internal import Membership
internal import Site

/// The letter of Monday: what somebody has running, what is late first. With nothing running there is no letter.
enum DigestLetter {
    static let kind = LetterKind("digest") { reading, reference, house in
        let today = house.clock.day(of: house.clock.now())
        guard let id = Person.ID(reference), let person = try PersonStore.person(id, reading) else { return nil }
        let viewer = Viewer(
            person: id, name: person.name, language: person.language,
            holdings: try HoldingStore.held(by: id, on: today, reading))
        let running = try ActionStore.all(ownedBy: id, reading)
            .filter { $0.action.phase.isRunning && $0.action.mayBeSeen(by: viewer) }
        return running.isEmpty ? nil : letter(person, Digest(running, on: today))
    }

    private static func letter(_ person: Person, _ digest: Digest) -> Letter {
        Letter(
            subject(digest), in: person.language, topic: .actions,
            to: Letter.Receiver(name: person.name, address: person.email),
            [.paragraph("Beste \(person.name),")] + section("Over de datum", digest.late, digest.today)
                + section("Deze week", digest.thisWeek, digest.today) + section("Later", digest.later, digest.today)
                + [
                    .paragraph("Schrijf op hoe het gaat, of kies een nieuwe datum."),
                    .button("Naar mijn acties", ActionLinks.mine),
                ])
    }

    private static func subject(_ digest: Digest) -> Phrase {
        switch (digest.late.count, digest.thisWeek.count, digest.count) {
        case (0, 0, 1): "Uw week: één actie loopt"
        case (0, 0, let count): "Uw week: \(count) acties lopen"
        case (0, 1, _): "Uw week: één actie moet af"
        case (0, let count, _): "Uw week: \(count) acties moeten af"
        case (1, _, _): "Uw week: één actie is over de datum"
        case (let count, _, _): "Uw week: \(count) acties zijn over de datum"
        }
    }

    private static func section(_ title: Phrase, _ actions: [ListedAction], _ today: Day) -> [Letter.Part] {
        guard !actions.isEmpty else { return [] }
        let lines = actions.prefix(Digest.mostLines).map { line($0, today) }
        let more = actions.count - lines.count
        return [.heading(title), .list(lines + (more > 0 ? ["en nog \(more)"] : []))]
    }

    private static func line(_ one: ListedAction, _ today: Day) -> Phrase {
        guard let until = one.action.until else { return "\(one.action.what) (\(one.regionName)), zonder datum" }
        return "\(one.action.what) (\(one.regionName)), tot en met \(ListedAction.date(until, today))"
    }
}

/// Somebody's running actions as the letter of Monday tells them.
struct Digest {
    static let mostLines = 10

    let today: Day
    let late: [ListedAction]
    let thisWeek: [ListedAction]
    let later: [ListedAction]

    var count: Int { late.count + thisWeek.count + later.count }

    init(_ running: [ListedAction], on today: Day) {
        self.today = today
        let sunday = Monday(of: today).day.adding(days: 6)
        late = running.filter { $0.action.isOverdue(on: today) }
        let onTime = running.filter { !$0.action.isOverdue(on: today) }
        thisWeek = onTime.filter { $0.action.until.map { $0 <= sunday } ?? false }
        later = onTime.filter { $0.action.until.map { $0 > sunday } ?? true }
    }
}

/// The first day of a week.
struct Monday {
    let day: Day

    init(of day: Day) { self.day = day.adding(days: -((day.number + 3) % 7)) }
}
