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
        .page(CoveragePages.page(try await read(visit), mayRemind: try RoundRoutes.isLeader(visit)))
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
        let (now, waiting) = try FrozenCoverage.now(round, key: key, reading)
        let said = try FrozenCoverage.kept(of: round.id, reading) ?? now
        return CoverageShown(
            region: region, round: round, coverage: said.page, byOpenLink: said.byOpenLink,
            names: try PartnerStore.names(in: region.id, reading),
            // Without the key that the round had, nobody can say any more who it was that did not answer.
            waiting: round.privacy == .open && said == now ? waiting : [],
            answered: try RoundStanding.answered(round, reading), invited: try InvitationStore.count(of: round.id, reading))
    }
}
