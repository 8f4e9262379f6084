internal import Foundation
internal import Markup
package import Site

/// What this wing adds to the house.
package enum MembershipWing {
    package static let wing = Wing(
        name: "Membership", routes: routes, migrations: MembershipSchema.migrations + [MailedLinkStore.migration, SecondStepStore.migration],
        texts: Catalog(in: Bundle.module.bundleURL),
        menu: [
            MenuItem("Partners", for: .insiders) { PartnerLinks.all($0) },
            MenuItem("Mensen", for: .insiders) { PeopleLinks.all($0) },
        ], letters: [MailedLinkLetter.kind], chores: [MailedLinkStore.chore])

    private static let routes: [Route] =
        StartRoutes.all + SignInRoutes.all + MailedLinkRoutes.all + SecondStepRoutes.all + AccountRoutes.all + WelcomeRoutes.all + DemoRoutes.all
        + RegionHomeRoutes.all + ProgrammeRoutes.all + RegionRoutes.all + PartnerRoutes.all + PeopleRoutes.all
        + ImportRoutes.all + MailChoiceRoutes.all
}
