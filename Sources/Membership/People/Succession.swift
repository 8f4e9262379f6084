internal import Database
internal import Markup
internal import Site

/// How a role ends: when, and who goes on with it.
struct Succession: Sendable {
    enum Successor: Sendable, Equatable {
        case nobody
        case known(Person.ID)
        case new(name: String, email: EmailAddress)
    }

    let appointee: Appointee
    /// The last day; before the first one when the role ends on the day on which it began.
    let lastDay: Day
    let successor: Successor

    var isTakenOut: Bool { lastDay < appointee.from }
    /// From when somebody else has the role.
    var nextDay: Day { lastDay.adding(days: 1) }

    /// - Parameter all: everyone of the region; a key of somebody else is no choice (A8).
    init(_ form: Form, of appointee: Appointee, among all: [Appointee], today: Day) throws(Unfit) {
        var reader = EntryReader(form)
        let lastDay = Self.lastDay(&reader, today)
        let successor = Self.successor(&reader, appointee, all, today)
        try reader.finish()
        guard let lastDay, let successor else { throw Unfit(reader.problems) }
        if form.first("when") == "later", lastDay < appointee.from {
            throw Unfit("until", "De laatste dag ligt voor de eerste: \(appointee.from.long).")
        }
        self.appointee = appointee
        self.lastDay = lastDay
        self.successor = successor
    }

    private static func lastDay(_ reader: inout EntryReader, _ today: Day) -> Day? {
        switch reader.form.first("when") {
        case "now": return today.adding(days: -1)
        case "later": break
        default:
            reader.add("when", "Kies wanneer de rol stopt.")
            return nil
        }
        let day = reader.day("until", missing: "Vul de laatste dag in.")
        guard let day, day < today else { return day }
        reader.add("until", "Deze dag is al voorbij. Kies Nu meteen, of een latere dag.")
        return nil
    }

    private static func successor(
        _ reader: inout EntryReader, _ appointee: Appointee, _ all: [Appointee], _ today: Day
    ) -> Successor? {
        switch reader.form.first("successor") ?? "" {
        case "nobody": return .nobody
        case "new":
            let name = reader.line("name", max: Role.mostLetters, missing: "Vul de naam in.")
            return reader.email("email").map { .new(name: name, email: $0) }
        case let key:
            let choices = Succession.candidates(for: appointee, all, today)
            if let chosen = choices.first(where: { $0.id.text == key }) { return .known(chosen.id) }
            reader.add("successor", "Kies wie de rol overneemt.")
            return nil
        }
    }

    /// Who of the region could take over: everybody with a role now, but for the one who stops.
    static func candidates(for appointee: Appointee, _ all: [Appointee], _ today: Day) -> [Person] {
        var seen: Set<Person.ID> = [appointee.person.id]
        return all.filter { $0.lasts(on: today) }.map(\.person).filter { seen.insert($0.id).inserted }
    }

    /// A region is never without a project leader: the last one ends only with a successor.
    func objection(among all: [Appointee]) -> Problem? {
        guard appointee.role == .projectLeader, successor == .nobody else { return nil }
        let isAnother = all.contains { one in
            one.id != appointee.id && one.role == .projectLeader && one.lasts(on: nextDay)
                && one.person.id != appointee.person.id
        }
        return isAnother
            ? nil : Problem("successor", "Dit is de laatste projectleider. Kies eerst wie het overneemt.")
    }
}

/// How much is still open on somebody, from one wing.
struct OpenWork: Sendable {
    let words: Phrase
    let count: Int
}
