package import Database
package import Membership
package import Site

/// Whom a round is for: those who hold a role on the day, by sector, organisation, role and level.
/// Nothing chosen in a row means everyone in it.
package struct Audience: Sendable, Equatable {
    package var sectors: Set<Sector>
    package var partners: Set<Partner.ID>
    package var roles: Set<Role>
    package var levels: Set<Level>

    package init(
        sectors: Set<Sector> = [], partners: Set<Partner.ID> = [], roles: Set<Role> = [], levels: Set<Level> = []
    ) {
        self.sectors = sectors
        self.partners = partners
        self.roles = roles
        self.levels = levels
    }

    package init(_ form: Form) {
        self.init(
            sectors: Set(form.all("sector").compactMap(Sector.init(rawValue:))),
            partners: Set(form.all("partner").compactMap { Partner.ID($0) }),
            roles: Set(form.all("role").compactMap(Role.init(rawValue:)).filter(Role.ofRegion.contains)),
            levels: Set(form.all("level").compactMap(Level.init(rawValue:))))
    }

    /// The people of the audience, one place each, whatever number of roles they hold. Whoever has been asked
    /// already, by key or by address, is left out.
    package func people(_ appointees: [Appointee], on day: Day, asked: [Invitation]) -> [Appointee] {
        var seen = Set(asked.compactMap(\.person))
        let addresses = Set(asked.map(\.email))
        return appointees.filter { one in
            one.lasts(on: day) && includes(one) && !addresses.contains(one.person.email) && seen.insert(one.person.id).inserted
        }
    }

    private func includes(_ one: Appointee) -> Bool {
        (sectors.isEmpty || one.partner.map { sectors.contains($0.sector) } ?? false)
            && (partners.isEmpty || one.partner.map { partners.contains($0.id) } ?? false)
            && (roles.isEmpty || roles.contains(one.role)) && (levels.isEmpty || levels.contains(one.level))
    }
}

extension Invitation {
    /// Somebody who holds a role, asked as from their organisation and level.
    init(of one: Appointee, to round: Round.ID, as key: ID) {
        self.init(
            id: key, round: round, person: one.person.id, name: one.person.name, email: one.person.email,
            origin: Response.Origin(sector: one.partner?.sector, level: one.level, partner: one.partner?.id))
    }
}
