internal import Database
internal import Markup
internal import Site

/// A region as the office typed it, and what is wrong with it.
struct RegionDraft: Sendable {
    let name: String
    let part: String
    let since: Day?
    private let entry: EntryReader

    init(_ form: Form) {
        var entry = EntryReader(form)
        name = entry.line("name", max: 120)
        part = entry.line("part", max: 80)
        since = Day(entry.line("since"))
        self.entry = entry
    }

    /// - Parameters:
    ///   - others: the names of the programme's other regions.
    ///   - current: the part it lies in now, which it may keep when the programme no longer names it.
    func problems(in programme: Programme, others: [String], current: String = "") -> [Problem] {
        var problems: [Problem] = []
        if name.isEmpty { problems.append(Problem("name", "Geef de regio een naam.")) }
        if others.contains(where: { $0.lowercased() == name.lowercased() }) {
            problems.append(Problem("name", "Er is al een regio met deze naam. Kies een andere naam."))
        }
        if !part.isEmpty, part != current, !programme.parts.contains(part) {
            problems.append(Problem("part", "Kies een landsdeel uit de lijst."))
        }
        if since == nil { problems.append(Problem("since", "Kies sinds welke dag de regio samenwerkt.")) }
        return entry.with(problems)
    }

    func region(_ id: Region.ID, of programme: Programme, edition: Int = 1) -> Region? {
        guard let since, !name.isEmpty else { return nil }
        return Region(id: id, programme: programme.id, name: name, part: part, since: since, edition: edition)
    }
}

/// Whom the office asks to lead a region.
struct LeaderDraft: Sendable {
    let name: String
    let email: String
    private let entry: EntryReader

    init(_ form: Form) {
        var entry = EntryReader(form)
        name = entry.line("leader-name", max: 120)
        email = entry.line("leader-email").lowercased()
        self.entry = entry
    }

    var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty { problems.append(Problem("leader-name", "Vul de naam van de projectleider in.")) }
        if EmailAddress(email) == nil {
            problems.append(Problem("leader-email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl."))
        }
        return entry.with(problems)
    }
}
