internal import Database
internal import Markup
internal import Membership
package import Site

/// Who is missing, before what they said.
package enum CoverageRoutes {
    package static let all: [Route] = [
        .get("/regions/:region/rounds/:round/coverage", .inRegion(.workers), page),
        .get("/regions/:region/rounds/:round/coverage.csv", .inRegion(.workers), file),
    ]

    private static func read(_ visit: Visit) async throws -> CoverageShown {
        try await visit.recall(CoverageQuestion(region: visit.region(), round: visit.id("round"), key: visit.house.key))
    }

    private static func page(_ visit: Visit) async throws -> Reply {
        .page(CoveragePages.page(try await read(visit)))
    }

    private static func file(_ visit: Visit) async throws -> Reply {
        let shown = try await read(visit)
        return .file(.csv("\(visit.say("opbrengst"))-\(shown.round.title).csv", CoverageFile.bytes(shown, visit.say)))
    }
}

/// What the page and its file show of one round: the same for whoever may see them.
private struct CoverageQuestion: PureQuestion {
    let region: Region.ID
    let round: Round.ID
    let key: [UInt8]

    func ask(_ reading: Reading) throws -> CoverageShown? {
        guard let region = try RegionStore.region(region, reading),
            let round = try RoundStore.round(round, in: region.id, reading), !round.state.isComposed
        else { return nil }
        let invitations = try InvitationStore.all(of: round.id, reading)
        let answered = try Answered.among(invitations, in: round.id, key: key, reading)
        return CoverageShown(
            region: region, round: round,
            coverage: RoundCoverage(
                round, invitations, answered: answered, key: try RoundChance.key(of: round.id, or: key, reading)),
            byOpenLink: try CoverageStore.byOpenLink(round, invitations.filter { answered.contains($0.id) }, reading),
            names: try PartnerStore.names(in: region.id, reading),
            waiting: round.privacy == .open ? invitations.filter { !answered.contains($0.id) } : [])
    }
}
