internal import Database
internal import Files
internal import Markup
internal import Membership
package import Site

/// Dates in one's own calendar: as a file, or as a link that a calendar program follows.
package enum CalendarRoutes {
    package static let all: [Route] = [
        .get("/calendar", .signedIn, show),
        .post("/calendar/links", .signedIn, add),
        .post("/calendar/links/:link/removals", .signedIn, remove),
        .get("/my-actions.ics", .signedIn, mine),
        .get("/regions/:region/calendar.ics", .inRegion(.members), region),
        .get("/calendar/:secret/dates.ics", .holder, followed),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let key = visit.house.key
        let model = try await visit.read { reading in
            let links = try CalendarLinkStore.all(of: viewer.person, reading)
            let regions = try Set(viewer.holdings.compactMap(\.region))
                .filter { viewer.belongs(to: .members, of: $0) }
                .compactMap { try RegionStore.region($0, reading) }.sorted { $0.name < $1.name }
            return CalendarPages.Model(regions: regions, links: links, key: key)
        }
        return .page(CalendarPages.page(model, visit))
    }

    private static func mine(_ visit: Visit) async throws -> Reply {
        let dates = try dates(visit, for: visit.person())
        return .file(.calendar("\(visit.say("Mijn acties")).ics", try await visit.read { try dates.mine($0) }))
    }

    private static func region(_ visit: Visit) async throws -> Reply {
        let dates = try dates(visit, for: visit.person())
        let file = try await visit.readRegion { reading, region in try dates.region(region, reading) }
        return .file(.calendar("\(file.name).ics", file))
    }

    /// What the owner of the link may see now; nothing once it is revoked or the role has ended.
    private static func followed(_ visit: Visit) async throws -> Reply {
        let secret = try visit.secret()
        let file = try await visit.read { reading in
            guard let link = try CalendarLinkStore.link(secret, reading),
                let viewer = try visit.house.viewers.viewer(link.person, today: visit.today, reading)
            else { throw Missing() }
            let dates = dates(visit, for: viewer)
            guard let region = link.region else { return try dates.mine(reading) }
            guard viewer.belongs(to: .members, of: region) else { throw Missing() }
            return try dates.region(try RegionStore.required(region, reading), reading)
        }
        return .file(.calendar("\(file.name).ics", file))
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let asked = visit.form.first("region") ?? ""
        let region = Region.ID(asked)
        guard asked.isEmpty || region.map({ viewer.belongs(to: .members, of: $0) }) == true else { throw Missing() }
        let link = CalendarLink(id: .new(at: visit.now), person: viewer.person, region: region)
        let key = visit.house.key
        try await visit.write { try CalendarLinkStore.add(link, key: key, $0) }
        return .redirect(CalendarLinks.page)
    }

    private static func remove(_ visit: Visit) async throws -> Reply {
        let id: CalendarLink.ID = try visit.id("link")
        let person = try visit.person().person
        try await visit.write { try CalendarLinkStore.remove(id, of: person, $0) }
        return .redirect(CalendarLinks.page)
    }

    private static func dates(_ visit: Visit, for viewer: Viewer) -> CalendarDates {
        CalendarDates(house: visit.house, viewer: viewer, today: visit.today, now: visit.now)
    }
}
