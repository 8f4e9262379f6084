package import Site

/// What this wing adds to the house.
package enum ScanWing {
    package static let wing = Wing(name: "Scan", routes: routes, migrations: ScanSchema.migrations)

    private static let routes: [Route] = [] + FeedbackRoutes.all
}
