internal import Foundation
internal import Markup
package import Site

/// What this wing adds to the house.
package enum ActionsWing {
    package static let wing = Wing(
        name: "Actions", routes: routes, migrations: ActionsSchema.migrations + [DigestChore.migration],
        texts: Catalog(in: Bundle.module.bundleURL),
        menu: [MenuItem("Acties", for: .insiders, link: ActionLinks.list)], home: [ActionHome.part],
        letters: [DigestLetter.kind], chores: [DigestChore.chore],
        handovers: [
            Handover(
                words: { $0 == 1 ? "1 open actie" : "\($0) open acties" },
                count: { reading, person, region in try ActionStore.openCount(of: person, in: region, reading) },
                move: { writing, from, to, region in _ = try ActionStore.handOver(from: from, to: to, in: region, writing) })
        ])

    private static let routes: [Route] = ActionRoutes.all + CalendarRoutes.all
}
