internal import Database
internal import Markup
internal import Membership
package import Site

/// What a round promises, and when it is held.
package enum SettingsRoutes {
    package static let all: [Route] = [
        .get("/regions/:region/rounds/:round/privacy", .inRegion(.leaders), privacy),
        .change("/regions/:region/rounds/:round/privacy", .inRegion(.leaders), setPrivacy),
        .get("/regions/:region/rounds/:round/planning", .inRegion(.leaders), planning),
        .change("/regions/:region/rounds/:round/planning", .inRegion(.leaders), setPlanning),
    ]

    private static func privacy(_ visit: Visit) async throws -> Reply {
        .page(SettingsPages.privacy(try await RoundDesk.read(visit), .fresh, visit))
    }

    /// Fixed once the round is open: it was promised to those who answered.
    private static func setPrivacy(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.state.isComposed else { return .page(SettingsPages.privacy(desk, .fresh, visit)) }
        let draft = PrivacyDraft(visit.form)
        guard draft.problems.isEmpty else {
            return .page(SettingsPages.privacy(desk, FormState(sent: visit.form, problems: draft.problems), visit))
        }
        guard try await keep(draft.applied(to: desk.round), desk, visit) else {
            let now = try await RoundDesk.read(visit)
            return .page(SettingsPages.privacy(now, FormState(sent: visit.form), visit, isStale: true))
        }
        return .redirect(RoundLinks.home(desk.round).saying(.saved))
    }

    private static func planning(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.takesQuestions else { throw Missing() }
        return .page(SettingsPages.planning(desk, .fresh, visit))
    }

    private static func setPlanning(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.takesQuestions else { throw Missing() }
        let draft = PlanningDraft(visit.form)
        let problems = draft.problems(today: visit.today, before: desk.round.closes)
        guard problems.isEmpty else {
            return .page(SettingsPages.planning(desk, FormState(sent: visit.form, problems: problems), visit))
        }
        guard try await keep(draft.applied(to: desk.round), desk, visit) else {
            let now = try await RoundDesk.read(visit)
            return .page(SettingsPages.planning(now, FormState(sent: visit.form), visit, isStale: true))
        }
        return .redirect(RoundLinks.home(desk.round).saying(.saved))
    }

    private static func keep(_ round: Round, _ desk: RoundDesk, _ visit: Visit) async throws -> Bool {
        guard visit.form.edition == desk.round.edition else { return false }
        return try await visit.write { try RoundStore.change(round, $0) }
    }
}
