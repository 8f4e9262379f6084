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
        let id: Round.ID = try visit.id("round")
        let key = visit.house.key
        return try await visit.readRegion { reading, region in
            let round = try RoundStore.required(id, in: region.id, reading)
            guard !round.state.isComposed else { throw Missing() }
            let invitations = try InvitationStore.all(of: id, reading)
            let answered = try Answered.among(invitations, in: id, key: key, reading)
            let partners = try PartnerStore.all(in: region.id, reading).map(\.partner)
            return CoverageShown(
                region: region, round: round, coverage: RoundCoverage(
                    round, invitations, answered: answered, key: try RoundChance.key(of: id, or: key, reading)),
                byOpenLink: try CoverageStore.byOpenLink(round, invitations.filter { answered.contains($0.id) }, reading),
                names: Dictionary(partners.map { ($0.id, $0.name) }) { first, _ in first },
                waiting: round.privacy == .open ? invitations.filter { !answered.contains($0.id) } : [])
        }
    }

    private static func page(_ visit: Visit) async throws -> Reply {
        .page(CoveragePages.page(try await read(visit)))
    }

    private static func file(_ visit: Visit) async throws -> Reply {
        let shown = try await read(visit)
        return .file(.csv("\(visit.say("opbrengst"))-\(shown.round.title).csv", CoverageFile.bytes(shown, visit.say)))
    }
}
