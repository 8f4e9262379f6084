internal import Database
internal import Markup
internal import Site

/// Ending a role: first what is still open and who goes on with it, then all of it in one transaction.
enum SuccessionRoutes {
    static func ask(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        guard facts.appointee.isCurrent(on: visit.today) else {
            return .redirect(PeopleLinks.one(facts.appointee.id, facts.region.id))
        }
        return .page(SuccessionPages.ask(facts, .fresh, visit))
    }

    static func end(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        do {
            let result = try await visit.write { writing in
                try SuccessionCarried(facts.region.id, facts.appointee.id, visit).carryOut(writing)
            }
            switch result {
            case .changedByOther: return .page(SuccessionPages.changedByOther(try await self.facts(visit), visit))
            case .ended(nil): return .redirect(after(facts, visit))
            case .ended(let link?): return .page(PeoplePages.passOn(facts.region, link))
            }
        } catch let unfit as Unfit {
            return .page(SuccessionPages.ask(facts, FormState(sent: visit.form, problems: unfit.problems), visit))
        }
    }

    /// Whoever ended their own role may see the list no more.
    private static func after(_ facts: SuccessionFacts, _ visit: Visit) -> Link {
        visit.viewer?.person == facts.appointee.person.id ? "/" : PeopleLinks.all(facts.region.id)
    }

    private static func facts(_ visit: Visit) async throws -> SuccessionFacts {
        let id = try visit.id("holding", of: Appointee.self)
        let handovers = visit.house.handovers
        return try await visit.readRegion { reading, region in
            let all = try HoldingStore.all(in: region.id, reading)
            guard let appointee = all.first(where: { $0.id == id }) else { throw Missing() }
            let open = try handovers.map { handover in
                let count = try handover.count(reading, appointee.person.id, region.id)
                return OpenWork(words: handover.words(count), count: count)
            }
            return SuccessionFacts(region: region, appointee: appointee, all: all, open: open.filter { $0.count > 0 })
        }
    }
}

/// What the page that ends a role tells.
struct SuccessionFacts: Sendable {
    let region: Region
    let appointee: Appointee
    let all: [Appointee]
    let open: [OpenWork]
}

/// Ends the role, gives it to the successor and hands over what was open: all of it, or nothing.
struct SuccessionCarried: Sendable {
    private let region: Region.ID
    private let holding: Appointee.ID
    private let visit: Visit

    enum Result: Sendable {
        /// With the link for a successor who is new here.
        case ended(WelcomeLink?)
        case changedByOther
    }

    init(_ region: Region.ID, _ holding: Appointee.ID, _ visit: Visit) {
        self.region = region
        self.holding = holding
        self.visit = visit
    }

    func carryOut(_ writing: Writing) throws -> Result {
        let all = try HoldingStore.all(in: region, writing.reading)
        guard let appointee = all.first(where: { $0.id == holding }) else { return .changedByOther }
        let was = Day(visit.form.first("until-was") ?? "")
        guard appointee.until == was, appointee.isCurrent(on: visit.today) else { return .changedByOther }
        let succession = try Succession(visit.form, of: appointee, among: all, today: visit.today)
        if let problem = succession.objection(among: all) { throw Unfit([problem]) }
        guard try end(succession, writing) else { return .changedByOther }
        try ActLog.note(.roleEnded, about: "holding \(holding)", by: visit, writing)
        return .ended(try appointSuccessor(succession, all, writing))
    }

    private func end(_ succession: Succession, _ writing: Writing) throws -> Bool {
        let was = succession.appointee.until
        return succession.isTakenOut
            ? try HoldingStore.remove(holding, was: was, in: region, writing)
            : try HoldingStore.end(holding, on: succession.lastDay, was: was, in: region, writing)
    }

    private func appointSuccessor(
        _ succession: Succession, _ all: [Appointee], _ writing: Writing
    ) throws -> WelcomeLink? {
        switch succession.successor {
        case .nobody: return nil
        case .known(let id):
            if !hasRoleAlready(id, succession, all) {
                guard let person = all.first(where: { $0.person.id == id })?.person,
                    let email = EmailAddress(person.email)
                else { throw Missing() }
                try appoint(entry(succession, name: person.name, email: email), succession, writing)
            }
            try handOver(to: id, succession, writing)
            return nil
        case .new(let name, let email):
            let person = try appoint(entry(succession, name: name, email: email), succession, writing)
            try handOver(to: person, succession, writing)
            let secret = try Appointing(region: region, visit: visit).link(for: person, writing)
            return PeopleRoutes.link(name, email.text, secret, visit)
        }
    }

    /// A second project leader who goes on alone needs no new role to take over the work.
    private func hasRoleAlready(_ person: Person.ID, _ succession: Succession, _ all: [Appointee]) -> Bool {
        let old = succession.appointee
        return all.contains { one in
            one.person.id == person && one.role == old.role && one.partner?.id == old.partner?.id
                && one.lasts(on: succession.nextDay)
        }
    }

    @discardableResult
    private func appoint(_ entry: RoleEntry, _ succession: Succession, _ writing: Writing) throws -> Person.ID {
        let predecessor = succession.isTakenOut ? nil : holding
        do {
            return try Appointing(region: region, visit: visit).appoint(entry, succeeds: predecessor, writing).person
        } catch let unfit as Unfit {
            throw Unfit(unfit.problems.map { Problem("successor", $0.text) })
        }
    }

    /// The role as it was, from the day after.
    private func entry(_ succession: Succession, name: String, email: EmailAddress) -> RoleEntry {
        let old = succession.appointee
        return RoleEntry(
            name: name, email: email, role: old.role, level: old.level, partner: old.partner?.id,
            from: succession.nextDay, until: nil)
    }

    private func handOver(to person: Person.ID, _ succession: Succession, _ writing: Writing) throws {
        for handover in visit.house.handovers {
            try handover.move(writing, succession.appointee.person.id, person, region)
        }
    }
}
