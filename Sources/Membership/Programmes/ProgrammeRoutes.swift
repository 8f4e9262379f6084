internal import Database
package import Site

/// What the office does with its programme. Of regions it sees their names, never their work.
package enum ProgrammeRoutes {
    package static let all: [Route] = [
        .get("/programmes/new", .anyOffice, new),
        .post("/programmes", .anyOffice, make),
        .get("/programmes/:programme", .inProgramme(.office), show),
        .get("/programmes/:programme/changes", .inProgramme(.office), edit),
        .post("/programmes/:programme/changes", .inProgramme(.office), change),
    ]

    private static func new(_ visit: Visit) async throws -> Reply { .page(ProgrammePages.new(visit, .fresh)) }

    private static func make(_ visit: Visit) async throws -> Reply {
        let draft = ProgrammeDraft(visit.form)
        guard let programme = draft.programme(visit.newKey()) else {
            return .page(ProgrammePages.new(visit, FormState(sent: visit.form, problems: draft.problems)))
        }
        let person = try visit.person().person
        try await visit.write { writing in
            guard try ProgrammeStore.programme(programme.id, writing.reading) == nil else { return }
            try ProgrammeMaking.make(programme, office: person, visit, writing)
        }
        return .redirect(ProgrammeLinks.home(programme.id))
    }

    private static func show(_ visit: Visit) async throws -> Reply {
        let id = try visit.programme()
        let today = visit.today
        let (programme, regions) = try await visit.read { reading in
            (try ProgrammeStore.required(id, reading), try RegionOverviewStore.all(in: id, on: today, reading))
        }
        return .page(ProgrammePages.home(programme, regions, visit))
    }

    private static func edit(_ visit: Visit) async throws -> Reply {
        let id = try visit.programme()
        let programme = try await visit.read { try ProgrammeStore.required(id, $0) }
        return .page(ProgrammePages.changes(programme, visit, .fresh))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let id = try visit.programme()
        let draft = ProgrammeDraft(visit.form)
        guard let changed = draft.programme(id, edition: visit.form.edition) else {
            let stored = try await visit.read { try ProgrammeStore.required(id, $0) }
            return .page(ProgrammePages.changes(stored, visit, FormState(sent: visit.form, problems: draft.problems)))
        }
        let isKept = try await visit.write { writing in
            guard try ProgrammeStore.change(changed, writing) else { return false }
            try ActLog.note(.programmeChanged, about: id.text, by: visit, writing)
            return true
        }
        if isKept { return .redirect(ProgrammeLinks.home(id)) }
        let stored = try await visit.read { try ProgrammeStore.required(id, $0) }
        return .page(ProgrammePages.changes(stored, visit, FormState(sent: visit.form), isLate: true))
    }
}
