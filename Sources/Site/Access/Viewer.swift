internal import Database

/// Whoever is signed in and asks, with the roles held at this moment.
package struct Viewer: Sendable, Hashable {
    package let person: PersonID
    package let name: String
    package let language: Language
    package let holdings: [Holding]

    package init(person: PersonID, name: String, language: Language, holdings: [Holding]) {
        self.person = person
        self.name = name
        self.language = language
        self.holdings = holdings
    }

    package func roles(in region: RegionID) -> Set<Role> {
        Set(holdings.filter { $0.region == region }.map(\.role))
    }

    package func roles(in programme: ProgrammeID) -> Set<Role> {
        Set(holdings.filter { $0.programme == programme }.map(\.role))
    }

    /// Whether one of the person's roles in `region` stands in `circle`.
    package func belongs(to circle: Circle, of region: RegionID) -> Bool {
        !roles(in: region).isDisjoint(with: circle.roles)
    }
}

/// The languages of the screen. Dutch is the language of the code.
package enum Language: String, StoredEnum, CaseIterable {
    case dutch = "nl"
    case english = "en"
}
