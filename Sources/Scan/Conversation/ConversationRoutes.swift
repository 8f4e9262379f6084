internal import Actions
internal import Database
internal import Markup
internal import Membership
package import Site

/// The talk about a round: seen by insiders, written by those who work on it.
package enum ConversationRoutes {
    package static let all: [Route] = [
        .get("/regions/:region/rounds/:round/conversation", .inRegion(.insiders), show),
        .change("/regions/:region/rounds/:round/conversation", .inRegion(.workers), keep),
        .get("/regions/:region/rounds/:round/conversation/print", .inRegion(.insiders), print),
    ] + FindingRoutes.all

    private static func show(_ visit: Visit) async throws -> Reply {
        let talk = try await visit.read { try Talk(visit, $0) }
        guard talk.round.canBeTalkedAbout else { return .page(ConversationPages.waiting(talk)) }
        return .page(ConversationPages.page(try model(talk, visit), visit))
    }

    private static func print(_ visit: Visit) async throws -> Reply {
        let talk = try await visit.read { try Talk.held(visit, $0) }
        return .page(ConversationPrint.page(talk, visit))
    }

    private static func keep(_ visit: Visit) async throws -> Reply {
        let shown = try await visit.write { writing -> ConversationPages.Model? in
            let talk = try Talk.held(visit, writing.reading)
            let (conversation, problems) = Conversation.read(visit.form, round: talk.round.id)
            var model = try model(talk, visit)
            model.state = FormState(sent: visit.form, problems: problems)
            guard problems.isEmpty else { return model }
            if try ConversationStore.keep(conversation, writing) { return nil }
            model.isStale = true
            return model
        }
        if let shown { return .page(ConversationPages.page(shown, visit)) }
        return .redirect(ConversationLinks.talk(try visit.region(), try visit.id("round")).saying(.saved))
    }

    private static func model(_ talk: Talk, _ visit: Visit) throws -> ConversationPages.Model {
        ConversationPages.Model(
            talk: talk, mayChange: try visit.person().belongs(to: .workers, of: talk.region.id), today: visit.today,
            language: visit.language)
    }
}
