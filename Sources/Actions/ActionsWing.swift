package import Site

/// What this wing adds to the house.
package enum ActionsWing {
    package static let wing = Wing(name: "Actions", routes: routes, migrations: ActionsSchema.migrations)

    private static let routes: [Route] = []
}
