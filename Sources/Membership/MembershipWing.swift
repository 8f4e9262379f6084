package import Site

/// What this wing adds to the house.
package enum MembershipWing {
    package static let wing = Wing(name: "Membership", routes: routes, migrations: MembershipSchema.migrations)

    private static let routes: [Route] = PartnerRoutes.all + PeopleRoutes.all + ImportRoutes.all
}
