internal import Database
internal import Markup
package import Site

/// What the office does with a region: name it, and ask who leads it.
package enum RegionRoutes {
    package static let all: [Route] = [
        .get("/programmes/:programme/regions/new", .inProgramme(.office), new),
        .post("/programmes/:programme/regions", .inProgramme(.office), make),
        .get("/programmes/:programme/regions/:region/changes", .inProgramme(.office), edit),
        .post("/programmes/:programme/regions/:region/changes", .inProgramme(.office), change),
        .post("/programmes/:programme/regions/:region/invitations", .inProgramme(.office), invite),
    ]

    private static func new(_ visit: Visit) async throws -> Reply {
        let id = try visit.programme()
        let programme = try await visit.read { try ProgrammeStore.required(id, $0) }
        return .page(RegionPages.new(programme, visit, .fresh))
    }

    private static func make(_ visit: Visit) async throws -> Reply {
        let key = visit.newKey(of: RegionKind.self)
        let draft = RegionDraft(visit.form)
        let leader = LeaderDraft(visit.form)
        let (programme, others) = try await neighbours(visit, but: key)
        let problems = draft.problems(in: programme, others: others.map(\.name)) + leader.problems
        guard problems.isEmpty, let region = draft.region(key, of: programme) else {
            return .page(RegionPages.new(programme, visit, FormState(sent: visit.form, problems: problems)))
        }
        let secret = FirstLeader.secret(of: key, visit.house)
        try await visit.write { writing in
            guard try RegionStore.region(key, writing.reading) == nil else { return }
            try RegionStore.add(region, writing)
            try ActLog.note(.regionMade, about: key.text, by: visit, writing)
            _ = try FirstLeader.appoint(region, leader, with: secret, visit, writing)
        }
        return .page(RegionPages.invited(programme, region, leader, secret, visit))
    }

    private static func edit(_ visit: Visit) async throws -> Reply { try await editPage(visit, .fresh) }

    private static func editPage(_ visit: Visit, _ state: FormState, isLate: Bool = false) async throws -> Reply {
        let today = visit.today
        let (programmeKey, regionKey) = (try visit.programme(), try visit.region())
        let (programme, overview) = try await visit.read { reading in
            let programme = try ProgrammeStore.required(programmeKey, reading)
            let found = try RegionOverviewStore.all(in: programme.id, on: today, reading).first { $0.region.id == regionKey }
            guard let found else { throw Missing() }
            return (programme, found)
        }
        return .page(RegionPages.changes(programme, overview, visit, state, isLate: isLate))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let key = try visit.region()
        let draft = RegionDraft(visit.form)
        let (_, stored) = try await theirs(visit, key)
        let (programme, others) = try await neighbours(visit, but: key)
        let problems = draft.problems(in: programme, others: others.map(\.name), current: stored.part)
        guard problems.isEmpty, let region = draft.region(key, of: programme, edition: visit.form.edition) else {
            return try await editPage(visit, FormState(sent: visit.form, problems: problems))
        }
        let isKept = try await visit.write { writing in
            guard try RegionStore.change(region, writing) else { return false }
            try ActLog.note(.regionChanged, about: key.text, by: visit, writing)
            return true
        }
        guard isKept else { return try await editPage(visit, FormState(sent: visit.form), isLate: true) }
        return .redirect(ProgrammeLinks.home(programme.id))
    }

    private static func invite(_ visit: Visit) async throws -> Reply {
        let key = try visit.region()
        let leader = LeaderDraft(visit.form)
        let (programme, region) = try await theirs(visit, key)
        guard leader.problems.isEmpty else {
            return try await editPage(visit, FormState(sent: visit.form, problems: leader.problems))
        }
        let secret = try await visit.write { try FirstLeader.appoint(region, leader, visit, $0) }
        return .page(RegionPages.invited(programme, region, leader, secret, visit))
    }

    private static func neighbours(_ visit: Visit, but key: Region.ID) async throws -> (Programme, [Region]) {
        let id = try visit.programme()
        return try await visit.read { reading in
            (try ProgrammeStore.required(id, reading), try RegionStore.all(in: id, reading).filter { $0.id != key })
        }
    }

    /// A region of another programme is not there for this office.
    private static func theirs(_ visit: Visit, _ key: Region.ID) async throws -> (Programme, Region) {
        let id = try visit.programme()
        return try await visit.read { reading in
            let region = try RegionStore.required(key, reading)
            guard region.programme == id else { throw Missing() }
            return (try ProgrammeStore.required(id, reading), region)
        }
    }
}
