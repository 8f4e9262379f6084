internal import Foundation
internal import Markup
package import Site

/// What this wing adds to the house.
package enum ScanWing {
    package static let wing = Wing(
        name: "Scan", routes: routes, migrations: ScanSchema.migrations + [ReminderStore.migration],
        texts: Catalog(in: Bundle.module.bundleURL),
        menu: [MenuItem("Rondes", for: .insiders) { RoundLinks.all($0) }],
        home: [RoundHome.part, InvitedHome.part, ConversationHome.part],
        letters: [InvitationLetter.kind, ReminderLetter.kind, ResultLetter.kind])

    private static let routes: [Route] =
        RoundRoutes.all + InstrumentFileRoutes.all + CompositionRoutes.all + SettingsRoutes.all + InvitationRoutes.all
        + ReminderRoutes.all + CoverageRoutes.all
        + AnswerRoutes.all + FeedbackRoutes.all + ConversationRoutes.all
}
