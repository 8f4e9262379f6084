internal import Database
internal import Markup
internal import Membership
package import Site

/// Whom a round asks: people with a role, guests by name, and whoever has the open link.
package enum InvitationRoutes {
    private static let base = "/regions/:region/rounds/:round"

    package static let all: [Route] = [
        .get("\(base)/invitations", .inRegion(.leaders), list),
        .post("\(base)/invitations", .inRegion(.leaders), invite),
        .post("\(base)/invitations/:invitation/removals", .inRegion(.leaders), remove),
        .get("\(base)/guests", .inRegion(.leaders), guests),
        .post("\(base)/guests", .inRegion(.leaders), inviteGuests),
        .get("\(base)/open-link", .inRegion(.leaders), openLink),
        .post("\(base)/open-link", .inRegion(.leaders), makeOpenLink),
        .post("\(base)/open-link/removals", .inRegion(.leaders), removeOpenLink),
        .get("\(base)/links", .inRegion(.leaders), links),
        .post("\(base)/links", .inRegion(.leaders), showLinks),
    ]

    private static func guestList(_ visit: Visit) async throws -> GuestList {
        let id: Round.ID = try visit.id("round")
        let today = visit.today
        return try await visit.readRegion { reading, region in try GuestList.read(id, region, today, reading) }
    }

    private static func list(_ visit: Visit) async throws -> Reply {
        let list = try await guestList(visit)
        let audience = visit.query.has("preview") && list.desk.round.takesInvitations ? Audience(visit.query) : nil
        let (round, house) = (list.desk.round, visit.house)
        let mail = try await visit.read { try MailStanding.read(round, house, $0) }
        return .page(InvitationPages.list(list, audience, visit, mail: mail))
    }

    /// Invites exactly as many people as the preview said; when that changed meanwhile, it shows the new preview.
    private static func invite(_ visit: Visit) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let region = try visit.region()
        let today = visit.today
        let audience = Audience(visit.form)
        let expected = visit.form.first("expected").flatMap { Int($0) } ?? -1
        let isDone = try await visit.write { writing in
            let region = try RegionStore.required(region, writing.reading)
            let list = try GuestList.read(id, region, today, writing.reading)
            if list.asked.contains(where: { $0.person.map { key($0, visit) } == $0.id }) { return true }
            let people = list.people(in: audience)
            guard people.count == expected, list.desk.round.takesInvitations else { return false }
            try add(people.map { Invitation(of: $0, to: id, as: key($0.person.id, visit)) }, to: list.desk.round, visit, writing)
            return true
        }
        guard isDone else { return .page(InvitationPages.list(try await guestList(visit), audience, visit, isStale: true)) }
        await LetterDelivery.soon(visit.house)
        return .redirect(RoundLinks.invitations(region, id))
    }

    /// The key of a person's invitation by this form: who sends it twice invites once.
    private static func key(_ person: Person.ID, _ visit: Visit) -> Invitation.ID { visit.newKey(person.text) }

    /// In a round that is open already the letters go at once.
    private static func add(_ invitations: [Invitation], to round: Round, _ visit: Visit, _ writing: Writing) throws {
        for invitation in invitations { try InvitationStore.add(invitation, key: visit.house.key, writing) }
        guard round.state.isOpen else { return }
        for invitation in invitations {
            try InvitationStore.setAnswerOrigin(invitation.origin, of: invitation.id, writing)
        }
        try Opening.queueLetters(for: invitations, in: round, at: visit.now, writing)
    }

    private static func remove(_ visit: Visit) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let invitation: Invitation.ID = try visit.id("invitation")
        let region = try visit.region()
        try await visit.write { writing in
            let round = try RoundStore.required(id, in: region, writing.reading)
            guard round.takesInvitations else { throw Missing() }
            _ = try InvitationStore.remove(invitation, of: id, key: visit.house.key, writing)
        }
        return .redirect(RoundLinks.invitations(region, id))
    }

    private static func guests(_ visit: Visit) async throws -> Reply {
        let list = try await guestList(visit)
        guard list.desk.round.takesInvitations else { throw Missing() }
        return .page(GuestPages.form(list, .fresh, visit))
    }

    /// All rows or none.
    private static func inviteGuests(_ visit: Visit) async throws -> Reply {
        let list = try await guestList(visit)
        guard list.desk.round.takesInvitations else { throw Missing() }
        let read = Guests.read(visit.form.first(Guests.field) ?? "", partners: list.partners, asked: list.asked)
        guard read.problems.isEmpty else {
            return .page(GuestPages.form(list, FormState(sent: visit.form, problems: read.problems), visit))
        }
        guard visit.form.has("confirmed") else { return .page(GuestPages.preview(list, read, visit)) }
        let (id, now, region) = (list.desk.round.id, visit.now, list.desk.region.id)
        try await visit.write { writing in
            let round = try RoundStore.required(id, in: region, writing.reading)
            guard round.takesInvitations else { throw Missing() }
            let addresses = Set(try InvitationStore.all(of: id, writing.reading).map(\.email))
            let new = read.guests.filter { !addresses.contains($0.email) }
            try add(new.map { Invitation(of: $0, to: id, at: now) }, to: round, visit, writing)
        }
        await LetterDelivery.soon(visit.house)
        return .redirect(RoundLinks.invitations(list.desk.round))
    }

    private static func openLink(_ visit: Visit) async throws -> Reply {
        .page(CodePages.page(try await RoundDesk.read(visit), visit))
    }

    private static func makeOpenLink(_ visit: Visit) async throws -> Reply {
        try await changeCode(visit) { round, reading in try round.code ?? OpenCode.unused(reading) }
    }

    private static func removeOpenLink(_ visit: Visit) async throws -> Reply {
        try await changeCode(visit) { _, _ in nil }
    }

    private static func changeCode(
        _ visit: Visit, _ code: @Sendable @escaping (Round, Reading) throws -> String?
    ) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let region = try visit.region()
        try await visit.write { writing in
            var round = try RoundStore.required(id, in: region, writing.reading)
            guard round.takesQuestions else { throw Missing() }
            let code = try code(round, writing.reading)
            guard code != round.code else { return }
            round.code = code
            _ = try RoundStore.change(round, writing)
        }
        return .redirect("\(RoundLinks.home(region, id))/open-link")
    }

    private static func links(_ visit: Visit) async throws -> Reply {
        .page(LinkPages.before(try await RoundDesk.read(visit), visit))
    }

    /// Shows personal links in an open round, and notes who looked. In a confidential round nobody but the receiver
    /// ever sees one: whoever holds the link can answer in that person's place and read what they said.
    private static func showLinks(_ visit: Visit) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.privacy == .open, desk.round.state.isOpen else {
            return .page(LinkPages.before(desk, visit, isRefused: true))
        }
        let invitations = try await visit.write { writing in
            try ActLog.note(.linksShown, about: desk.round.id.text, by: visit, writing)
            return try InvitationStore.all(of: desk.round.id, writing.reading)
        }
        return .page(LinkPages.shown(desk, invitations, visit))
    }
}
