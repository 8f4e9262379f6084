package import Database
package import Site

/// The facts of access: who somebody is, and which roles that person holds.
package struct Membership: Viewers {
    package init() {}

    package func viewer(_ person: PersonID, today: Day, _ reading: Reading) throws -> Viewer? {
        guard let found = try PersonStore.person(person, reading) else { return nil }
        return Viewer(
            person: person, name: found.name, language: found.language,
            holdings: try HoldingStore.held(by: person, on: today, reading))
    }
}
