internal import Database
internal import Markup
internal import Site

/// A region as the office typed it, and what is wrong with it.
struct RegionDraft: Sendable {
    let name: String
    let part: String
    let since: Day?

    init(_ form: Form) throws {
        name = try form.text("name", max: 120)
        part = try form.text("part", max: 80)
        since = Day(try form.text("since", max: 10))
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
        return problems
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

    init(_ form: Form) throws {
        name = try form.text("leader-name", max: 120)
        email = try form.text("leader-email", max: 200).lowercased()
    }

    var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty { problems.append(Problem("leader-name", "Vul de naam van de projectleider in.")) }
        if EmailAddress(email) == nil {
            problems.append(Problem("leader-email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl."))
        }
        return problems
    }
}
