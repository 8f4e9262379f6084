internal import Database
package import Site

/// A region's home. It is read in one instant, with a few questions for each part.
package enum RegionHomeRoutes {
    package static let all: [Route] = [
        .get("/regions/:region", .inRegion(.members), show)
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let asked = HomePart.Asked(region: try visit.region(), viewer: viewer, today: visit.today, key: visit.house.key)
        let home = try await visit.recall(RegionHomeQuestion(asked: asked, parts: visit.house.home))
        let isInsider = viewer.belongs(to: .insiders, of: home.region.id)
        return .page(isInsider ? RegionHomePages.whole(home) : RegionHomePages.partner(home))
    }
}

/// What all parts tell of one region, for one viewer with the roles held now, on one day.
private struct RegionHomeQuestion: PureQuestion {
    let asked: HomePart.Asked
    @Fixed var parts: [HomePart]

    func ask(_ reading: Reading) throws -> RegionHome? {
        guard let region = try RegionStore.region(asked.region, reading) else { return nil }
        return RegionHome(
            region: region, figures: try RegionFiguresStore.figures(of: region.id, on: asked.today, reading),
            isLeader: asked.viewer.belongs(to: .leaders, of: region.id),
            told: try parts.map { try $0.tell(reading, asked) }, today: asked.today)
    }
}
