internal import Markup
package import Site

/// What this wing adds to the house.
package enum ActionsWing {
    package static let wing = Wing(
        name: "Actions", routes: routes, migrations: ActionsSchema.migrations,
        menu: [MenuItem("Acties", for: .insiders, link: ActionLinks.list)], home: ActionHome.part)

    private static let routes: [Route] = ActionRoutes.all
}
