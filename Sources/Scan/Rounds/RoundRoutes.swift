internal import Database
internal import Markup
internal import Membership
package import Site

/// Making a round and walking it through its states.
package enum RoundRoutes {
    package static let all: [Route] = [
        .get("/regions/:region/rounds", .inRegion(.insiders), list),
        .get("/regions/:region/rounds/new", .inRegion(.leaders), choose),
        .post("/regions/:region/rounds", .inRegion(.leaders), compose),
        .get("/regions/:region/rounds/:round", .inRegion(.insiders), home),
        .get("/regions/:region/rounds/:round/openings", .inRegion(.leaders)) { try await confirm(.open, $0) },
        .get("/regions/:region/rounds/:round/closures", .inRegion(.leaders)) { try await confirm(.closed, $0) },
        .get("/regions/:region/rounds/:round/returns", .inRegion(.leaders)) { try await confirm(.returned, $0) },
        .get("/regions/:region/rounds/:round/conclusions", .inRegion(.leaders)) { try await confirm(.concluded, $0) },
        .get("/regions/:region/rounds/:round/removals", .inRegion(.leaders), askRemoval),
        .post("/regions/:region/rounds/:round/removals", .inRegion(.leaders), remove),
        .post("/regions/:region/rounds/:round/openings", .inRegion(.leaders)) { try await open($0) },
        .post("/regions/:region/rounds/:round/closures", .inRegion(.leaders)) { try await take(.closed, .roundClosed, $0) },
        .post("/regions/:region/rounds/:round/returns", .inRegion(.leaders)) { try await take(.returned, .roundReturned, $0) },
        .post("/regions/:region/rounds/:round/conclusions", .inRegion(.leaders)) {
            try await take(.concluded, .roundConcluded, $0)
        },
    ]

    private static func list(_ visit: Visit) async throws -> Reply {
        let isLeader = try isLeader(visit)
        let (region, rounds) = try await visit.readRegion { reading, region in
            (region, try RoundStore.all(in: region.id, reading))
        }
        return .page(RoundPages.list(region, rounds, isLeader: isLeader))
    }

    private static func choose(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        return .page(RoundPages.choose(region, visit.house.instruments, visit))
    }

    /// A round of a known instrument, with promises that protect most until somebody chooses otherwise.
    private static func compose(_ visit: Visit) async throws -> Reply {
        guard let instrument = visit.house.instruments.instrument(visit.form.first("instrument") ?? "") else {
            let region = try await visit.readRegion { _, region in region }
            return .page(RoundPages.choose(region, visit.house.instruments, visit, isUnknown: true))
        }
        let (now, today) = (visit.now, visit.today)
        let round = try await visit.write { writing in
            let region = try RegionStore.required(try visit.region(), writing.reading)
            let id = visit.newKey(of: Round.self)
            if let made = try RoundStore.round(id, in: region.id, writing.reading) { return made }
            let round = Round(
                id: id, region: region.id, title: "\(instrument.title.text(visit.language)) \(today.year)",
                instrument: instrument.key, purpose: .learn, privacy: .confidential(threshold: 5),
                closes: today.adding(days: 21))
            try RoundStore.add(round, instrument, at: now, writing)
            try ActLog.note(.roundComposed, about: round.id.text, by: visit, writing)
            return round
        }
        return .redirect(RoundLinks.home(round))
    }

    private static func home(_ visit: Visit) async throws -> Reply {
        .page(RoundOverviewPage.page(try await overview(visit), visit))
    }

    static func isLeader(_ visit: Visit) throws -> Bool { try visit.person().belongs(to: .leaders, of: visit.region()) }

    static func overview(_ visit: Visit, problems: [Problem] = []) async throws -> RoundOverview {
        let viewer = try visit.person()
        let id: Round.ID = try visit.id("round")
        let today = visit.today
        return try await visit.readRegion { reading, region in
            let round = try RoundStore.required(id, in: region.id, reading)
            let content = try RoundStore.content(of: id, version: round.version, reading)
            let standing = try RoundStanding(round, reading)
            let ready = Round.Readiness(
                questions: content.questions.count, invited: try InvitationStore.count(of: id, reading), today: today)
            return RoundOverview(
                region: region, round: round, content: content, standing: standing, ready: ready, problems: problems,
                leads: viewer.belongs(to: .leaders, of: region.id), follows: viewer.belongs(to: .workers, of: region.id))
        }
    }

    private static func askRemoval(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.state.isComposed else { throw Missing() }
        return .page(RoundStepPages.removal(desk, visit))
    }

    private static func remove(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        let isRemoved = try await visit.write { writing in
            guard try RoundStore.remove(desk.round, writing) else { return false }
            try ActLog.note(.roundRemoved, about: desk.round.id.text, by: visit, writing)
            return true
        }
        guard isRemoved else { return .page(RoundOverviewPage.page(try await overview(visit), visit, isStale: true)) }
        return .redirect(RoundLinks.all(desk.region.id).saying(.removed))
    }

    /// Asks before a step that cannot be undone. Where it is not the next one, or the round is not ready for it, the round's
    /// own page says so.
    private static func confirm(_ step: Round.Step, _ visit: Visit) async throws -> Reply {
        let shown = try await overview(visit)
        guard Round.Step(after: shown.round.state) == step else { return .page(RoundOverviewPage.page(shown, visit, isStale: true)) }
        let problems = step == .open ? shown.round.problemsBeforeOpening(shown.ready) : []
        guard problems.isEmpty else { return .page(RoundOverviewPage.page(try await overview(visit, problems: problems), visit)) }
        let answered = try await visit.read { try RoundStanding.answered(shown.round, $0) }
        return .page(RoundStepPages.page(step, shown, answered: answered, visit))
    }

    /// Opens the round: settles what may be kept with each answer, and puts a letter ready for each invitation.
    private static func open(_ visit: Visit) async throws -> Reply {
        let before = try await overview(visit)
        let problems = before.round.problemsBeforeOpening(before.ready)
        guard problems.isEmpty else { return .page(RoundOverviewPage.page(try await overview(visit, problems: problems), visit)) }
        let now = visit.now
        let edition = before.round.edition
        let isOpened = try await visit.write { writing in
            let round = try RoundStore.required(before.round.id, in: before.region.id, writing.reading)
            guard round.edition == edition, try RoundStore.move(round.id, to: .open, at: now, writing) else { return false }
            let invitations = try InvitationStore.all(of: round.id, writing.reading)
            try Opening.settleOrigins(of: invitations, in: round, writing)
            try Opening.queueLetters(for: invitations, in: round, at: now, writing)
            try ActLog.note(.roundOpened, about: round.id.text, by: visit, writing)
            return true
        }
        guard isOpened else { return .page(RoundOverviewPage.page(try await overview(visit), visit, isStale: true)) }
        await LetterDelivery.soon(visit.house)
        return .redirect(RoundStepNotice.link(before.round, .open))
    }

    /// Any other step: taken when it is the next one, and else the page says where the round is.
    private static func take(_ step: Round.Step, _ act: ActLog.Act, _ visit: Visit) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let region = try visit.region()
        let (now, today, key) = (visit.now, visit.today, visit.house.key)
        let taken = try await visit.write { writing -> Round? in
            let round = try RoundStore.required(id, in: region, writing.reading)
            guard try RoundStore.move(id, to: step, at: now, writing) else { return nil }
            if step == .closed {
                try RoundStore.closeEarly(id, on: today, writing)
                try FrozenCoverage.keep(of: round, key: key, writing)
            }
            if step == .returned { try ResultLetter.queue(for: round, at: now, writing) }
            try ActLog.note(act, about: id.text, by: visit, writing)
            return round
        }
        guard let taken else { return .page(RoundOverviewPage.page(try await overview(visit), visit, isStale: true)) }
        if step == .returned { await LetterDelivery.soon(visit.house) }
        return .redirect(RoundStepNotice.link(taken, step))
    }
}
