package import Database
package import Site

/// What whoever runs the machine can do for somebody who cannot come in: a password that is lost, an office without people.
///
/// Whoever may run commands there holds the database anyway; so this is no door that was shut. It is written in the log
/// of acts all the same, without a person, as from the machine.
package enum MachineDoor {
    package enum Refused: Error, Equatable {
        case noSuchPerson
        /// There is no programme of that name or key; these are there.
        case noSuchProgramme(known: [String])
        /// Somebody new needs a name and an address for mail that can be right.
        case unfit
    }

    /// What the log of acts says where an address would stand.
    static let place = "machine"

    /// A link for the person with `email` to set a new password; earlier links end.
    package static func renew(_ email: String, at now: Moment, _ writing: Writing) throws -> Secret {
        guard let person = try PersonStore.person(email: email, writing.reading) else { throw Refused.noSuchPerson }
        return try link(for: person.id, at: now, writing)
    }

    /// Makes the person with `email` office of a programme from `today` on, and gives a link as ``renew(_:at:_:)`` does.
    ///
    /// - Parameter name: for somebody who is not known yet.
    package static func appoint(
        office email: String, name: String, of programme: String, on today: Day, at now: Moment, _ writing: Writing
    ) throws -> Secret {
        let all = try ProgrammeStore.all(writing.reading)
        guard let programme = all.first(where: { $0.name == programme || $0.id.text == programme }) else {
            throw Refused.noSuchProgramme(known: all.map(\.name))
        }
        let person = try known(email, name, at: now, writing)
        let held = try HoldingStore.held(by: person, on: today, writing.reading)
        if !held.contains(where: { $0.role == .office && $0.programme == programme.id }) {
            let holding = try HoldingStore.add(
                .office, person, programme: programme.id, level: .tactical, from: today, at: now, writing)
            try ActLog.note(.roleGiven, about: "holding \(holding)", who: nil, address: place, at: now, writing)
        }
        return try link(for: person, at: now, writing)
    }

    /// Takes off the code that is asked after the password, for whoever lost phone and recovery codes.
    package static func takeOffCode(_ email: String, at now: Moment, _ writing: Writing) throws {
        guard let person = try PersonStore.person(email: email, writing.reading) else { throw Refused.noSuchPerson }
        try SecondStepStore.end(person.id, writing)
        try ActLog.note(.secondStepOff, about: person.id.text, who: nil, address: place, at: now, writing)
    }

    private static func known(_ email: String, _ name: String, at now: Moment, _ writing: Writing) throws -> Person.ID {
        if let person = try PersonStore.person(email: email, writing.reading) { return person.id }
        guard let address = EmailAddress(email), !name.isEmpty, name.utf16.count <= 120, HeaderLine.isSafe(name) else {
            throw Refused.unfit
        }
        let person = Person(id: .new(at: now), name: name, email: address.text, language: .dutch)
        try PersonStore.add(person, writing)
        return person.id
    }

    private static func link(for person: Person.ID, at now: Moment, _ writing: Writing) throws -> Secret {
        try ActLog.note(.passwordLinkMade, about: person.text, who: nil, address: place, at: now, writing)
        return try Welcome.renewal(person, at: now, writing)
    }
}
