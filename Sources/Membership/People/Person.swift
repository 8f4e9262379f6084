package import Database
package import Site

/// Somebody with a name and an address for mail; an account once a password is set.
package struct Person: Sendable, Equatable {
    package typealias ID = PersonID

    package let id: ID
    package let name: String
    /// In lower case; one person an address.
    package let email: String
    package let language: Language

    package init(id: ID, name: String, email: String, language: Language) {
        self.id = id
        self.name = name
        self.email = email
        self.language = language
    }
}

/// A role that a person holds, held or will hold: with whom, where, from when until when.
package struct Appointee: Sendable, Equatable {
    package typealias ID = Database.ID<Appointee>

    package let id: ID
    package let person: Person
    package let role: Role
    package let level: Level
    package let partner: Partner?
    package let from: Day
    package let until: Day?

    package init(id: ID, person: Person, role: Role, level: Level, partner: Partner?, from: Day, until: Day?) {
        self.id = id
        self.person = person
        self.role = role
        self.level = level
        self.partner = partner
        self.from = from
        self.until = until
    }

    package func lasts(on day: Day) -> Bool { from <= day && day <= (until ?? day) }
}
