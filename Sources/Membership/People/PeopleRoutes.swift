internal import Database
internal import Markup
internal import Site

/// The people of a region and their roles: seen by insiders, kept by leaders.
enum PeopleRoutes {
    static let all: [Route] = [
        .get("/regions/:region/people", .inRegion(.insiders), list),
        .get("/regions/:region/people/new", .inRegion(.leaders), new),
        .post("/regions/:region/people", .inRegion(.leaders), add),
        .get("/regions/:region/people/:holding", .inRegion(.leaders), one),
        .get("/regions/:region/people/:holding/edit", .inRegion(.leaders), edit),
        .post("/regions/:region/people/:holding", .inRegion(.leaders), correct),
        .post("/regions/:region/people/:holding/invitations", .inRegion(.leaders), invite),
        .get("/regions/:region/people/:holding/endings", .inRegion(.leaders), SuccessionRoutes.ask),
        .post("/regions/:region/people/:holding/endings", .inRegion(.leaders), SuccessionRoutes.end),
    ]

    private static func list(_ visit: Visit) async throws -> Reply {
        let (region, people) = try await visit.readRegion { reading, region in
            (region, try HoldingStore.all(in: region.id, reading))
        }
        let mayChange = try visit.person().belongs(to: .leaders, of: region.id)
        return .page(PeoplePages.list(region, people, Paging(visit, most: 30), on: visit.today, mayChange: mayChange))
    }

    private static func new(_ visit: Visit) async throws -> Reply {
        let (region, partners) = try await place(visit)
        return .page(PeoplePages.new(region, partners, .fresh, visit))
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let (region, partners) = try await place(visit)
        do {
            let entry = try RoleEntry(visit.form, partners: partners)
            let secret = try await visit.write { writing in
                let appointing = Appointing(region: region.id, visit: visit)
                let appointed = try appointing.appoint(entry, as: visit.newKey(), writing)
                return try appointing.link(for: appointed.person, writing)
            }
            return .page(PeoplePages.passOn(region, link(entry.name, entry.email.text, secret, visit)))
        } catch let unfit as Unfit {
            let state = FormState(sent: visit.form, problems: unfit.problems)
            return .page(PeoplePages.new(region, partners, state, visit))
        }
    }

    private static func one(_ visit: Visit) async throws -> Reply {
        let (region, appointee) = try await appointee(visit)
        return .page(PeoplePages.one(region, appointee, visit))
    }

    private static func edit(_ visit: Visit) async throws -> Reply {
        let (region, one) = try await appointee(visit)
        let (_, partners) = try await place(visit)
        return .page(PeoplePages.edit(region, one, partners, .fresh, visit))
    }

    private static func correct(_ visit: Visit) async throws -> Reply {
        let (region, one) = try await appointee(visit)
        let (_, partners) = try await place(visit)
        do {
            guard one.isCurrent(on: visit.today) else { throw Unfit("name", "Deze rol is al afgelopen.") }
            let correction = try Correction(visit.form, one, partners: partners)
            try await visit.write { try correction.carryOut(one, in: region.id, visit, $0) }
            return .redirect(PeopleLinks.one(one.id, region.id).saying(.saved))
        } catch let unfit as Unfit {
            let state = FormState(sent: visit.form, problems: unfit.problems)
            return .page(PeoplePages.edit(region, one, partners, state, visit))
        }
    }

    private static func invite(_ visit: Visit) async throws -> Reply {
        let (region, appointee) = try await appointee(visit)
        guard appointee.isCurrent(on: visit.today) else { throw Missing() }
        let secret = try await visit.write { writing in
            try Appointing(region: region.id, visit: visit).link(for: appointee.person.id, writing)
        }
        return .page(PeoplePages.passOn(region, link(appointee.person.name, appointee.person.email, secret, visit)))
    }

    static func link(_ name: String, _ email: String, _ secret: Secret, _ visit: Visit) -> WelcomeLink {
        WelcomeLink(name: name, email: email, secret: secret, publicAddress: visit.house.settings.publicAddress)
    }

    /// The region with the partners for whom a person can have a role.
    static func place(_ visit: Visit) async throws -> (Region, [Partner]) {
        let today = visit.today
        return try await visit.readRegion { reading, region in
            let current = try PartnerStore.all(in: region.id, reading).filter { $0.isCurrent(on: today) }
            return (region, current.map(\.partner))
        }
    }

    /// The role of the address. Throws ``Missing`` when it is not this region's.
    static func appointee(_ visit: Visit) async throws -> (Region, Appointee) {
        let id = try visit.id("holding", of: Appointee.self)
        return try await visit.readRegion { reading, region in
            guard let appointee = try HoldingStore.appointee(id, in: region.id, reading) else { throw Missing() }
            return (region, appointee)
        }
    }
}
