internal import Database
internal import Markup
internal import Membership
package import Site

/// The list of a region, and making an action.
package enum ActionRoutes {
    package static let all: [Route] = [
        .get("/regions/:region/actions", .inRegion(.insiders), list),
        .get("/regions/:region/actions.csv", .inRegion(.insiders), file),
        .get("/regions/:region/actions.xlsx", .inRegion(.insiders), workbook),
        .get("/regions/:region/actions/new", .inRegion(.workers), new),
        .post("/regions/:region/actions", .inRegion(.workers), add),
        .post("/regions/:region/actions/advice", .inRegion(.members), advise),
        .get("/my-actions", .signedIn, mine),
    ] + changing

    private static func list(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let model = try await visit.readRegion { reading, region in
            ActionListPages.Model(
                region: region, all: try ActionStore.all(in: region.id, reading), filter: ActionFilter(visit.query),
                people: try Owners.all(in: region.id, on: visit.today, reading),
                mayChange: viewer.belongs(to: .workers, of: region.id), today: visit.today)
        }
        return .page(ActionListPages.page(model, visit))
    }

    private static func file(_ visit: Visit) async throws -> Reply {
        let (region, rows) = try await chosen(visit)
        return .file(.csv("\(visit.say("acties")) \(region.name).csv", ActionFile.bytes(rows, visit)))
    }

    private static func workbook(_ visit: Visit) async throws -> Reply {
        let (region, rows) = try await chosen(visit)
        return .file(try .xlsx("\(visit.say("acties")) \(region.name).xlsx", ActionFile.workbook(rows, visit)))
    }

    /// The rows that the address asks for.
    private static func chosen(_ visit: Visit) async throws -> (Region, [ListedAction]) {
        let filter = ActionFilter(visit.query)
        return try await visit.readRegion { reading, region in
            (region, try ActionStore.all(in: region.id, reading).filter(filter.matches))
        }
    }

    private static func new(_ visit: Visit) async throws -> Reply {
        let finding = visit.query.first("finding").flatMap(Finding.ID.init(_:))
        let model = try await visit.readRegion { reading, region in
            ActionForms.Model(
                region: region, stored: nil,
                finding: try finding.flatMap { try FindingStore.finding($0, in: region.id, reading) },
                people: try Owners.all(in: region.id, on: visit.today, reading), mayChooseOwner: true, state: .fresh,
                advice: [], today: visit.today)
        }
        return .page(ActionForms.page(model, visit))
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let outcome = try await visit.write { writing in try add(visit, writing) }
        switch outcome {
        case .saved(let id): return .redirect(try await place(after: id, visit))
        case .shown(let model): return .page(ActionForms.page(model, visit))
        }
    }

    /// An action that follows from a finding leads back to the talk: the next finding waits there.
    private static func place(after id: Action.ID, _ visit: Visit) async throws -> Link {
        let region = try visit.region()
        let finding = try await visit.read { reading in
            try ActionStore.action(id, in: region, reading)?.action.finding.flatMap { try FindingStore.finding($0, in: region, reading) }
        }
        return finding.map { ActionLinks.talk($0).saying(.added) } ?? ActionLinks.action(region, id)
    }

    private static func add(_ visit: Visit, _ writing: Writing) throws -> Outcome {
        let region = try RegionStore.required(visit.region(), writing.reading)
        let people = try Owners.all(in: region.id, on: visit.today, writing.reading)
        let finding = try visit.form.first("finding").flatMap(Finding.ID.init(_:)).flatMap {
            try FindingStore.finding($0, in: region.id, writing.reading)
        }
        var draft = ActionDraft(visit.form)
        draft.check(ownerAmong: people)
        guard draft.problems.isEmpty else {
            return .shown(
                ActionForms.Model(
                    region: region, stored: nil, finding: finding, people: people, mayChooseOwner: true,
                    state: FormState(sent: visit.form, problems: draft.problems),
                    advice: Smart.advice(on: draft.smart(people), today: visit.today), today: visit.today))
        }
        let id = visit.newKey(of: Action.self)
        if try ActionStore.action(id, in: region.id, writing.reading) != nil { return .saved(id) }
        let action = Action(
            id: id, region: region.id, finding: finding?.id, what: draft.what, serves: draft.serves,
            owner: draft.owner, until: draft.until)
        try ActionStore.add(action, writing)
        return .saved(action.id)
    }

    /// What the help says about the form as it is now; it keeps nothing.
    private static func advise(_ visit: Visit) async throws -> Reply {
        let draft = ActionDraft(visit.form)
        let people = try await visit.readRegion { reading, region in
            try Owners.all(in: region.id, on: visit.today, reading)
        }
        var smart = draft.smart(people)
        if !visit.form.has("owner") { smart.owner = .member }
        guard !smart.what.isEmpty else { return .fragment(SmartPages.introduction) }
        return .fragment(SmartPages.list(Smart.advice(on: smart, today: visit.today)))
    }

    private static func mine(_ visit: Visit) async throws -> Reply {
        let viewer = try visit.person()
        let owned = try await visit.read { try ActionStore.all(ownedBy: viewer.person, $0) }
        // A role that ended takes its actions out of sight at once (A6).
        return .page(MyActionsPage.page(owned.filter { $0.action.mayBeSeen(by: viewer) }, visit.today))
    }

    enum Outcome: Sendable {
        case saved(Action.ID)
        case shown(ActionForms.Model)
    }
}
