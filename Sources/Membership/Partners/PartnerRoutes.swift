internal import Database
internal import Markup
internal import Site

/// The organisations that take part in a region: seen by insiders, kept by leaders.
enum PartnerRoutes {
    static let all: [Route] = [
        .get("/regions/:region/partners", .inRegion(.insiders), list),
        .get("/regions/:region/partners/new", .inRegion(.leaders), new),
        .post("/regions/:region/partners", .inRegion(.leaders), add),
        .get("/regions/:region/partners/:partnership", .inRegion(.leaders), one),
        .post("/regions/:region/partners/:partnership", .inRegion(.leaders), change),
        .post("/regions/:region/partners/:partnership/endings", .inRegion(.leaders), end),
        .post("/regions/:region/partners/:partnership/resumptions", .inRegion(.leaders), resume),
        .get("/regions/:region/partners/:partnership/removals", .inRegion(.leaders), askRemoval),
        .post("/regions/:region/partners/:partnership/removals", .inRegion(.leaders), remove),
    ]

    private static func list(_ visit: Visit) async throws -> Reply {
        let (region, partnerships) = try await visit.readRegion { reading, region in
            (region, try PartnerStore.all(in: region.id, reading))
        }
        let mayChange = try visit.person().belongs(to: .leaders, of: region.id)
        return .page(PartnerPages.list(region, partnerships, Paging(visit, most: 30), on: visit.today, mayChange: mayChange))
    }

    private static func new(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        return .page(PartnerPages.new(region, .fresh, alike: [], visit))
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        do {
            let entry = try PartnerEntry(visit.form)
            switch try await visit.write({ try PartnerJoining(entry, region, visit).carryOut($0) }) {
            case .joined(let partnership): return .redirect(PartnerLinks.all(region.id).at(partnership.text))
            case .unsure(let alike):
                return .page(PartnerPages.new(region, FormState(sent: visit.form), alike: alike, visit))
            case .refused(let problem): throw Unfit([problem])
            }
        } catch let unfit as Unfit {
            let state = FormState(sent: visit.form, problems: unfit.problems)
            return .page(PartnerPages.new(region, state, alike: [], visit))
        }
    }

    private static func one(_ visit: Visit) async throws -> Reply {
        .page(PartnerPages.one(try await facts(visit), .fresh, visit))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        do {
            let entry = try PartnerEntry(visit.form)
            try PartnerChange.check(entry, facts.partnership, visit.today)
            let isChanged = try await visit.write { writing in
                try PartnerChange(facts.partnership, entry, visit).carryOut(writing)
            }
            guard isChanged else { return .page(PartnerPages.changedByOther(try await self.facts(visit), visit)) }
            return .redirect(PartnerLinks.all(facts.region.id).saying(.saved).at(facts.partnership.id.text))
        } catch let unfit as Unfit {
            return .page(PartnerPages.one(facts, FormState(sent: visit.form, problems: unfit.problems), visit))
        }
    }

    private static func end(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        let partnership = facts.partnership
        do {
            var reader = EntryReader(visit.form)
            let day = reader.day("until", missing: "Vul de laatste dag in.")
            try reader.finish()
            guard let day else { throw Missing() }
            if let problem = partnership.objection(toEnding: day) { throw Unfit([problem]) }
            let isEnded = try await visit.write { writing in
                let isEnded = try PartnerStore.end(partnership.id, on: day, in: partnership.region, writing)
                if isEnded { try ActLog.note(.partnerChanged, about: "partnership \(partnership.id) ended", by: visit, writing) }
                return isEnded
            }
            guard isEnded else { return .page(PartnerPages.endedByOther(try await self.facts(visit), visit)) }
            return .redirect(PartnerLinks.one(partnership.id, partnership.region).saying(.saved))
        } catch let unfit as Unfit {
            return .page(PartnerPages.one(facts, FormState(sent: visit.form, problems: unfit.problems), visit))
        }
    }

    private static func resume(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        let partnership = facts.partnership
        let problem = try await visit.write { writing in
            let all = try PartnerStore.all(in: partnership.region, writing.reading)
            if let problem = partnership.objection(toResuming: all) { return Problem?.some(problem) }
            try PartnerStore.setUntil(nil, of: partnership.id, in: partnership.region, writing)
            try ActLog.note(.partnerChanged, about: "partnership \(partnership.id) resumed", by: visit, writing)
            return nil
        }
        guard let problem else { return .redirect(PartnerLinks.one(partnership.id, partnership.region)) }
        return .page(PartnerPages.one(facts, FormState(problems: [problem]), visit))
    }

    private static func askRemoval(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        guard facts.isJustAdded(at: visit.now) else { throw Missing() }
        return .page(PartnerPages.removal(facts, visit))
    }

    /// Takes out what was added by mistake. Where something stands on it by now, it stays.
    private static func remove(_ visit: Visit) async throws -> Reply {
        let facts = try await facts(visit)
        let partnership = facts.partnership
        guard facts.isJustAdded(at: visit.now) else { throw Missing() }
        do {
            try await visit.write { writing in
                try PartnerStore.remove(partnership, writing)
                try ActLog.note(.partnerChanged, about: "partnership \(partnership.id) removed", by: visit, writing)
            }
            return .redirect(PartnerLinks.all(facts.region.id).saying(.removed))
        } catch Trouble.refused {
            return .page(PartnerPages.removal(facts, visit, isRefused: true))
        }
    }

    /// The partnership of the address with all that its page tells. Throws ``Missing`` when it is not this region's.
    private static func facts(_ visit: Visit) async throws -> PartnershipFacts {
        let id = try visit.id("partnership", of: Partnership.self)
        let today = visit.today
        return try await visit.readRegion { reading, region in
            guard let partnership = try PartnerStore.partnership(id, in: region.id, reading) else { throw Missing() }
            let partner = partnership.partner.id
            return PartnershipFacts(
                region: region, partnership: partnership,
                otherRegions: try PartnerStore.otherRegions(of: partner, than: region.id, on: today, reading),
                people: try HoldingStore.people(for: partner, in: region.id, on: today, reading))
        }
    }
}

/// A partnership with what hangs on it.
struct PartnershipFacts: Sendable {
    let region: Region
    let partnership: Partnership
    /// In how many other regions the organisation takes part.
    let otherRegions: Int
    /// How many people have a role in this region for it.
    let people: Int

    /// For a day, and as long as nobody has a role for it, it can be taken out as if it never was.
    func isJustAdded(at now: Moment) -> Bool {
        guard people == 0, let made = partnership.id.made else { return false }
        return now < made.adding(days: 1)
    }
}
