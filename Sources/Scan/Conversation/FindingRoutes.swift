internal import Actions
internal import Database
internal import Markup
internal import Membership
internal import Site

/// Findings of a round: made, changed and taken out by those who work on the talk.
enum FindingRoutes {
    static let all: [Route] = [
        .get("/regions/:region/rounds/:round/findings/new", .inRegion(.workers), new),
        .post("/regions/:region/rounds/:round/findings", .inRegion(.workers), add),
        .get("/regions/:region/rounds/:round/findings/:finding", .inRegion(.workers), edit),
        .change("/regions/:region/rounds/:round/findings/:finding", .inRegion(.workers), change),
        .get("/regions/:region/rounds/:round/findings/:finding/removals", .inRegion(.workers), askRemoval),
        .post("/regions/:region/rounds/:round/findings/:finding/removals", .inRegion(.workers), remove),
    ]

    private static func new(_ visit: Visit) async throws -> Reply {
        let talk = try await visit.read { try Talk.held(visit, $0) }
        let kind = visit.query.first("kind").flatMap(Finding.Kind.init(rawValue:)) ?? .attention
        let model = FindingForms.Model(
            talk: talk, stored: nil, kind: kind, questions: visit.query.all("question"), language: visit.language)
        return .page(FindingForms.page(model, visit))
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let shown = try await visit.write { writing -> FindingForms.Model? in
            let talk = try Talk.held(visit, writing.reading)
            let draft = FindingDraft(visit.form, talk.content)
            guard draft.problems.isEmpty else { return FindingForms.Model(talk, nil, visit, draft) }
            let id = visit.newKey(of: Finding.self)
            guard try FindingStore.finding(id, in: talk.region.id, writing.reading) == nil else { return nil }
            try FindingStore.add(
                Finding(
                    id: id, region: talk.region.id, source: talk.round.source, text: draft.text,
                    kind: draft.kind, questions: draft.questions), writing)
            return nil
        }
        return try shown.map { .page(FindingForms.page($0, visit)) } ?? back(visit)
    }

    private static func edit(_ visit: Visit) async throws -> Reply {
        let model = try await visit.read { reading in
            let talk = try Talk.held(visit, reading)
            let finding = try talk.finding(visit)
            return FindingForms.Model(
                talk: talk, stored: finding, kind: finding.kind, questions: finding.questions, language: visit.language)
        }
        return .page(FindingForms.page(model, visit))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let shown = try await visit.write { writing -> FindingForms.Model? in
            let talk = try Talk.held(visit, writing.reading)
            let finding = try talk.finding(visit)
            let draft = FindingDraft(visit.form, talk.content)
            guard draft.problems.isEmpty else { return FindingForms.Model(talk, finding, visit, draft) }
            let changed = Finding(
                id: finding.id, region: finding.region, source: finding.source, text: draft.text, kind: draft.kind,
                questions: draft.questions, edition: visit.form.edition)
            if try FindingStore.change(changed, writing) { return nil }
            var model = FindingForms.Model(talk, finding, visit, draft)
            model.isStale = true
            return model
        }
        return try shown.map { .page(FindingForms.page($0, visit)) } ?? back(visit)
    }

    private static func askRemoval(_ visit: Visit) async throws -> Reply {
        let (talk, finding) = try await visit.read { reading in
            let talk = try Talk.held(visit, reading)
            return (talk, try talk.finding(visit))
        }
        return .page(FindingForms.removal(talk, finding, isStale: false, visit))
    }

    private static func remove(_ visit: Visit) async throws -> Reply {
        let shown = try await visit.write { writing -> Talk? in
            let talk = try Talk.held(visit, writing.reading)
            let finding = try talk.finding(visit)
            let isRemoved = try FindingStore.remove(
                finding.id, in: talk.region.id, edition: visit.form.edition, writing)
            return isRemoved ? nil : talk
        }
        guard let shown else { return try back(visit, .removed) }
        return .page(FindingForms.removal(shown, try shown.finding(visit), isStale: true, visit))
    }

    private static func back(_ visit: Visit, _ notice: Notice = .saved) throws -> Reply {
        .redirect(ConversationLinks.talk(try visit.region(), try visit.id("round")).saying(notice))
    }
}
