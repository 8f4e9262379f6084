internal import Database
internal import Markup
internal import Membership
internal import Site

/// One action. Partner contacts are members too: each handler loads by region, and then asks whether whoever comes
/// works on all actions or owns this one. To others it is not there.
extension ActionRoutes {
    static let changing: [Route] = [
        .get("/regions/:region/actions/:action", .inRegion(.members), show),
        .get("/regions/:region/actions/:action/edit", .inRegion(.members), edit),
        .change("/regions/:region/actions/:action", .inRegion(.members), change),
        .change("/regions/:region/actions/:action/steps", .inRegion(.members), take),
        .post("/regions/:region/actions/:action/withdrawals", .inRegion(.members), withdraw),
        .get("/regions/:region/actions/:action/removals", .inRegion(.workers), askRemoval),
        .post("/regions/:region/actions/:action/removals", .inRegion(.workers), remove),
        .change("/regions/:region/actions/:action/reopenings", .inRegion(.members), reopen),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let model = try await visit.read { try page(visit, $0) }
        return .page(ActionPage.page(model, visit))
    }

    private static func edit(_ visit: Visit) async throws -> Reply {
        let model = try await visit.read { reading in
            try form(visit, changeable(visit, reading), .fresh, nil, reading)
        }
        return .page(ActionForms.page(model, visit))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let outcome = try await visit.write { writing in try change(visit, writing) }
        switch outcome {
        case .saved(let id): return .redirect(ActionLinks.action(try visit.region(), id).saying(.saved))
        case .shown(let model): return .page(ActionForms.page(model, visit))
        }
    }

    private static func change(_ visit: Visit, _ writing: Writing) throws -> Outcome {
        let listed = try changeable(visit, writing.reading)
        let action = listed.action
        let people = try Owners.all(in: action.region, on: visit.today, writing.reading)
        var draft = ActionDraft(visit.form)
        // Whoever only owns the action cannot give it to somebody else, whatever the form says (A8).
        if try !works(visit) { draft.owner = action.owner }
        draft.check(ownerAmong: people, before: action.owner)
        let state = FormState(sent: visit.form, problems: draft.problems)
        guard draft.problems.isEmpty else { return .shown(try form(visit, listed, state, draft, writing.reading)) }
        let changed = draft.applied(to: action.read(at: visit.form.edition))
        if try ActionStore.change(changed, writing) { return .saved(action.id) }
        var model = try form(visit, listed, state, draft, writing.reading)
        model.theirs = listed
        return .shown(model)
    }

    private static func take(_ visit: Visit) async throws -> Reply {
        try await step(visit) { StepDraft(visit.form, from: $0.phase, today: visit.today) }
    }

    private static func reopen(_ visit: Visit) async throws -> Reply {
        try await step(visit) { StepDraft(reopening: visit.form, from: $0.phase, today: visit.today) }
    }

    /// Keeps a step, or shows the page again with what was typed: with its problems, or beside what changed meanwhile.
    private static func step(
        _ visit: Visit, _ read: @Sendable @escaping (Action) -> StepDraft
    ) async throws -> Reply {
        let person = try visit.person().person
        let shown = try await visit.write { writing -> ActionPage.Model? in
            let action = try changeable(visit, writing.reading).action
            let draft = read(action)
            let edition = visit.form.edition
            if edition == action.edition, let step = draft.step(by: person),
                try ActionStore.take(step, in: action.id, of: action.region, edition: edition, writing)
            {
                return nil
            }
            var model = try page(visit, writing.reading)
            if edition + 1 == action.edition, draft.step(by: person) == model.steps.last?.step { return nil }
            model.isStale = edition != action.edition
            model.state = FormState(sent: visit.form, problems: model.isStale ? [] : draft.problems)
            return model
        }
        return try shown.map { .page(ActionPage.page($0, visit)) } ?? back(visit)
    }

    private static func withdraw(_ visit: Visit) async throws -> Reply {
        let stale = try await visit.write { writing -> ActionPage.Model? in
            let action = try changeable(visit, writing.reading).action
            let isUndone = try ActionStore.undoLastStep(
                of: action.id, in: action.region, edition: visit.form.edition, writing)
            if isUndone { return nil }
            var model = try page(visit, writing.reading)
            model.isStale = true
            return model
        }
        return try stale.map { .page(ActionPage.page($0, visit)) } ?? back(visit)
    }

    private static func askRemoval(_ visit: Visit) async throws -> Reply {
        let model = try await visit.read { try page(visit, $0) }
        guard model.steps.isEmpty else { throw Missing() }
        return .page(ActionPage.removal(model, visit))
    }

    private static func remove(_ visit: Visit) async throws -> Reply {
        let stale = try await visit.write { writing -> ActionPage.Model? in
            let action = try changeable(visit, writing.reading).action
            if try ActionStore.remove(action.id, in: action.region, edition: visit.form.edition, writing) { return nil }
            var model = try page(visit, writing.reading)
            model.isStale = true
            return model
        }
        return try stale.map { .page(ActionPage.page($0, visit)) } ?? .redirect(ActionLinks.list(try visit.region()).saying(.removed))
    }

    private static func back(_ visit: Visit) throws -> Reply {
        .redirect(ActionLinks.action(try visit.region(), try visit.id("action")).saying(.saved))
    }
}

extension ActionRoutes {
    /// The action of the address, for whoever may change it. Throws ``Missing`` to others.
    private static func changeable(_ visit: Visit, _ reading: Reading) throws -> ListedAction {
        let listed = try there(visit, reading)
        guard listed.action.mayBeChanged(by: try visit.person()) else { throw Missing() }
        return listed
    }

    private static func there(_ visit: Visit, _ reading: Reading) throws -> ListedAction {
        guard let listed = try ActionStore.action(visit.id("action"), in: visit.region(), reading) else { throw Missing() }
        return listed
    }

    private static func works(_ visit: Visit) throws -> Bool {
        try visit.person().belongs(to: .workers, of: visit.region())
    }

    private static func page(_ visit: Visit, _ reading: Reading) throws -> ActionPage.Model {
        let viewer = try visit.person()
        let listed = try there(visit, reading)
        let action = listed.action
        guard action.mayBeSeen(by: viewer) else { throw Missing() }
        let people = try Owners.all(in: action.region, on: visit.today, reading)
        let steps = try ActionStore.steps(of: action.id, in: action.region, reading)
        return ActionPage.Model(
            region: try RegionStore.required(action.region, reading), listed: listed,
            finding: try action.finding.flatMap { try FindingStore.finding($0, in: action.region, reading) },
            steps: steps,
            advice: Smart.advice(on: action.smart(people), today: visit.today),
            mayChange: action.mayBeChanged(by: viewer),
            mayRemove: steps.isEmpty && viewer.belongs(to: .workers, of: action.region), seesList: viewer.belongs(to: .insiders, of: action.region),
            today: visit.today)
    }

    private static func form(
        _ visit: Visit, _ listed: ListedAction, _ state: FormState, _ draft: ActionDraft?, _ reading: Reading
    ) throws -> ActionForms.Model {
        let action = listed.action
        let people = try Owners.all(in: action.region, on: visit.today, reading)
        return ActionForms.Model(
            region: try RegionStore.required(action.region, reading), stored: action,
            finding: try action.finding.flatMap { try FindingStore.finding($0, in: action.region, reading) },
            people: people.including(action.owner, listed.owner), mayChooseOwner: try works(visit), state: state,
            advice: Smart.advice(on: draft?.smart(people) ?? action.smart(people), today: visit.today),
            today: visit.today)
    }
}

extension Action {
    func smart(_ people: [Person]) -> Smart.Draft {
        Smart.Draft(what: what, serves: serves, owner: .init(owner, people), until: until)
    }

    /// The same action with the edition that a form was made from.
    fileprivate func read(at edition: Int) -> Action {
        Action(
            id: id, region: region, finding: finding, what: what, serves: serves, owner: owner, until: until, phase: phase,
            edition: edition)
    }
}
