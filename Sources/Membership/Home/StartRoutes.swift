internal import Database
package import Site

/// The first page, and the pages about the product itself.
package enum StartRoutes {
    package static let all: [Route] = [
        .get("/", .everyone, start),
        .get("/accessibility", .everyone, { _ in .page(AboutPages.accessibility) }),
        .get("/privacy", .everyone, { _ in .page(AboutPages.privacy) }),
    ]

    private static func start(_ visit: Visit) async throws -> Reply {
        guard let viewer = visit.viewer else {
            return visit.house.settings.isDemo ? .redirect(DemoLinks.door) : .page(StartPages.open(visit))
        }
        if let only = onlyRegion(viewer) { return .redirect(HomeLinks.region(only)) }
        let today = visit.today
        let places = try await visit.read { try PlaceStore.all(of: viewer.person, on: today, $0) }
        return .page(StartPages.mine(viewer, places))
    }

    /// Whoever works in one region only, and has no role in a programme, wants to be there.
    private static func onlyRegion(_ viewer: Viewer) -> RegionID? {
        let regions = Set(viewer.holdings.compactMap(\.region))
        guard regions.count == 1, let only = regions.first, viewer.belongs(to: .members, of: only),
            !viewer.holdings.contains(where: { $0.programme != nil })
        else { return nil }
        return only
    }
}
