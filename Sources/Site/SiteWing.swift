internal import Foundation
package import Markup

/// The ground floor's own routes: what was kept.
package enum SiteWing {
    package static let wing = Wing(
        name: "Site", routes: routes, migrations: SessionStore.migrations + Outbox.migrations + [MailOff.migration],
        texts: Catalog(in: Bundle.module.bundleURL))

    private static let routes: [Route] = [
        .post("/kept", .everyone, showKept)
    ] + MailOffRoutes.all

    private static func showKept(_ visit: Visit) async throws -> Reply {
        guard let path = visit.form.first("kept-path"), Link(inside: path) != nil else { throw Missing() }
        return .page(KeptForm.page(visit, path))
    }
}

/// Addresses that came from outside and must lie inside the product.
package enum Here {
    /// The address as a link, or the start page where it is none of ours.
    package static func link(_ path: String?) -> Link {
        path.flatMap(Link.init(inside:)) ?? "/"
    }
}
