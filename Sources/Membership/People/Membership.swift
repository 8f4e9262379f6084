package import Database
package import Site

/// The facts of access: whose session it is, and which roles that person holds now.
package struct Membership: Viewers {
    package init() {}

    package func viewer(session digest: String, at now: Moment, today: Day, _ reading: Reading) throws -> Viewer? {
        guard let id = try SessionStore.person(of: digest, at: now, reading),
            let person = try PersonStore.person(id, reading)
        else { return nil }
        return Viewer(
            person: id, name: person.name, language: person.language,
            holdings: try HoldingStore.held(by: id, on: today, reading))
    }
}
