internal import Database
internal import Markup
internal import Site

/// Somebody who comes in by a welcome link, as they say who they are.
struct Newcomer {
    let name: String
    let email: String
    let password: NewPassword
    /// The programme that the first person sets up; empty for everyone else.
    let programme: String
    private let entry: EntryReader

    init(_ form: Form, _ invitation: WelcomeStore.Invitation) {
        var entry = EntryReader(form)
        name = entry.line("name", max: 120)
        email = invitation.person?.email ?? entry.line("email").lowercased()
        password = NewPassword(form.first("password") ?? "")
        programme = invitation.kind == .first ? entry.line("programme", max: 120) : ""
        self.entry = entry
    }

    func problems(_ form: Form, _ invitation: WelcomeStore.Invitation) -> [Problem] {
        var problems: [Problem] = []
        if name.isEmpty { problems.append(Problem("name", "Vul uw naam in.")) }
        if invitation.kind == .first {
            if EmailAddress(email) == nil {
                problems.append(Problem("email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl."))
            }
            if programme.isEmpty { problems.append(Problem("programme", "Geef het programma een naam.")) }
        }
        return entry.with(problems) + password.problems(again: form.first("password-again") ?? "", known: [name, email])
    }

    /// Everyone but the first: the person is there already, with the roles that were given.
    func join(as person: Person?, _ hash: String, _ visit: Visit, _ writing: Writing) throws -> Entered? {
        guard let person else { return nil }
        try PersonStore.setName(name, of: person.id, writing)
        return Entered(admission: try settle(person.id, hash, visit, writing), then: HomeLinks.start)
    }

    /// The first person of a server, who becomes the office of its first programme.
    func begin(_ hash: String, _ visit: Visit, _ writing: Writing) throws -> Entered? {
        let person = Person(id: .new(at: visit.now), name: name, email: email, language: visit.language)
        try PersonStore.add(person, writing)
        let years = visit.today.year...(visit.today.year + 3)
        let programme = Programme(
            id: .new(at: visit.now), name: programme, commissioner: "", years: years, themes: [], parts: [])
        try ProgrammeMaking.make(programme, office: person.id, visit, writing)
        return Entered(
            admission: try settle(person.id, hash, visit, writing), then: ProgrammeLinks.changes(programme.id))
    }

    private func settle(_ person: Person.ID, _ hash: String, _ visit: Visit, _ writing: Writing) throws -> Admission {
        try PersonStore.setPassword(hash, of: person, writing)
        try SessionStore.endAll(of: person, writing)
        try ActLog.note(
            .passwordSet, about: person.text, who: person, address: visit.address, at: visit.now, writing)
        return try SignIn.admit(person, visit, writing)
    }
}
