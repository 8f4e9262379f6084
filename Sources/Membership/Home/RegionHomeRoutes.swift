internal import Database
package import Site

/// A region's home. It is read in one instant, with a few questions for each part.
package enum RegionHomeRoutes {
    package static let all: [Route] = [
        .get("/regions/:region", .inRegion(.members), show)
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let parts = visit.house.home
        let today = visit.today
        let home = try await visit.readRegion { reading, region in
            let asked = HomePart.Asked(region: region.id, viewer: viewer, today: today, key: visit.house.key)
            return RegionHome(
                region: region, figures: try RegionFiguresStore.figures(of: region.id, on: today, reading),
                isLeader: viewer.belongs(to: .leaders, of: region.id),
                told: try parts.map { try $0.tell(reading, asked) }, today: today)
        }
        let isInsider = viewer.belongs(to: .insiders, of: home.region.id)
        return .page(isInsider ? RegionHomePages.whole(home) : RegionHomePages.partner(home))
    }
}
