internal import Database
internal import Files
internal import Markup
internal import Site

/// Rows pasted from a spreadsheet: looked at first, then taken over all at once or not at all.
enum ImportRoutes {
    static let all: [Route] =
        routes(PartnerImport.self) + routes(PeopleImport.self) + [
            .get("/regions/:region/imports/:import", .inRegion(.leaders), report),
            .post("/regions/:region/imports/:import/reversals", .inRegion(.leaders), undo),
            .post("/regions/:region/imports/:import/invitations", .inRegion(.leaders), invite),
        ]

    private static func routes<Kind: ImportKind>(_ kind: Kind.Type) -> [Route] {
        let path = "/regions/:region/imports/\(Kind.subject.rawValue)"
        return [
            .get(path, .inRegion(.leaders)) { try await new(kind, $0) },
            .post(path + "/previews", .inRegion(.leaders), limits: ImportSource.formLimits) { try await preview(kind, $0) },
            .post(path, .inRegion(.leaders), limits: ImportSource.formLimits) { try await carryOut(kind, $0) },
        ]
    }

    private static func new<Kind: ImportKind>(_ kind: Kind.Type, _ visit: Visit) async throws -> Reply {
        let (region, earlier) = try await visit.readRegion { reading, region in
            (region, try ImportStore.latest(kind.subject, in: region.id, reading))
        }
        return .page(ImportPages.new(kind, region, .fresh, visit, earlier: earlier))
    }

    private static func preview<Kind: ImportKind>(_ kind: Kind.Type, _ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        do {
            let source = try ImportSource(visit.form)
            let table = try source.table()
            let plan = try await visit.read { try Kind.plan(table, ImportPlace(region: region, visit: visit), $0) }
            return .page(ImportPages.preview(kind, region, plan, source, visit))
        } catch let unfit as Unfit {
            return .page(ImportPages.new(kind, region, FormState(sent: visit.form, problems: unfit.problems), visit))
        }
    }

    private static func carryOut<Kind: ImportKind>(_ kind: Kind.Type, _ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        do {
            let source = try ImportSource(visit.form)
            let table = try source.table()
            let importing = Importing<Kind>(table: table, place: ImportPlace(region: region, visit: visit))
            switch try await visit.write({ try importing.carryOut($0) }) {
            case .done(let id): return .redirect(ImportLinks.one(id, region.id))
            case .changed(let plan): return .page(ImportPages.preview(kind, region, plan, source, visit, isChanged: true))
            }
        } catch let unfit as Unfit {
            return .page(ImportPages.new(kind, region, FormState(sent: visit.form, problems: unfit.problems), visit))
        }
    }

    private static func report(_ visit: Visit) async throws -> Reply {
        let (region, one) = try await found(visit)
        return .page(ImportPages.report(region, one, nil, visit))
    }

    private static func undo(_ visit: Visit) async throws -> Reply {
        let (region, one) = try await found(visit)
        guard one.canBeUndone(at: visit.now) else { return .redirect(ImportLinks.one(one.id, region.id)) }
        do {
            try await visit.write { writing in
                guard try ImportStore.markUndone(one.id, in: region.id, at: visit.now, writing) else { return }
                for thing in try ImportStore.things(of: one.id, writing.reading).reversed() {
                    try ImportStore.takeBack(thing, in: region.id, writing)
                }
                try ActLog.note(.importUndone, about: "import \(one.id)", by: visit, writing)
            }
        } catch Trouble.refused {
            let problem = Problem("undo", "Dit kan niet meer. Er is al verder gewerkt met wat u inlas.")
            return .page(ImportPages.report(region, one, problem, visit))
        }
        return .redirect(ImportLinks.one(one.id, region.id))
    }

    /// Links for everyone whom the import gave a role: shown once, alike for known and unknown addresses.
    private static func invite(_ visit: Visit) async throws -> Reply {
        let (region, one) = try await found(visit)
        let links = try await visit.write { writing in
            let appointees = try ImportStore.appointees(of: one.id, in: region.id, on: visit.today, writing.reading)
            let appointing = Appointing(region: region.id, visit: visit)
            var seen: Set<Person.ID> = []
            return try appointees.map(\.person).filter { seen.insert($0.id).inserted }.map { person in
                PeopleRoutes.link(person.name, person.email, try appointing.link(for: person.id, writing), visit)
            }
        }
        return .page(ImportPages.links(region, links))
    }

    private static func found(_ visit: Visit) async throws -> (Region, Import) {
        let id = try visit.id("import", of: Import.self)
        return try await visit.readRegion { reading, region in
            guard let one = try ImportStore.one(id, in: region.id, reading) else { throw Missing() }
            return (region, one)
        }
    }
}

/// Carries out a plan if it still is what its preview said: all rows in one transaction, or none.
struct Importing<Kind: ImportKind>: Sendable {
    let table: PastedTable
    let place: ImportPlace

    enum Outcome: Sendable {
        case done(Import.ID)
        /// Something is wrong, or differs from what the preview said.
        case changed(ImportPlan<Kind.Step>)
    }

    func carryOut(_ writing: Writing) throws -> Outcome {
        if try ImportStore.one(key, in: place.region.id, writing.reading) != nil { return .done(key) }
        let plan = try Kind.plan(table, place, writing.reading)
        guard plan.isClean, plan.digest == place.visit.form.first("plan") else { return .changed(plan) }
        let things = try Kind.carryOut(plan.rows.compactMap(\.step), place, writing)
        let one = try record(plan)
        try ImportStore.add(one, things, writing)
        let act: ActLog.Act = Kind.subject == .partners ? .partnersImported : .peopleImported
        try ActLog.note(act, about: "import \(one.id)", by: place.visit, writing)
        return .done(one.id)
    }

    /// The same form sent again is the same import.
    private var key: Import.ID { place.visit.newKey() }

    private func record(_ plan: ImportPlan<Kind.Step>) throws -> Import {
        Import(
            id: key, region: place.region.id, subject: Kind.subject, at: place.visit.now,
            by: try place.visit.person().person, added: plan.count(.adds), changed: plan.count(.changes),
            unchanged: plan.count(.nothing), undoneAt: nil)
    }
}
