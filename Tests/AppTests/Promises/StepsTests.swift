import App
import Database
import Foundation
import HTTPTypes
import Markup
import Membership
import Site
import TestHouse
import Testing

extension Everywhere {
    @Suite("A8: the steps of a round")
    struct StepsTests {
        /// What each step is called in an address, with the state from which alone it may be taken.
        private static let steps = [
            ("openings", "composed"), ("closures", "open"), ("returns", "closed"), ("conclusions", "returned"),
        ]
        private static let states = ["composed", "open", "closed", "returned", "concluded"]

        /// Takes every step in every state, each from the world as it was; gives the moves that were made.
        private func moves(_ house: TestHouse, _ notes: ChangeNotes) async throws -> Set<String> {
            let places = try DemoPlaces(house)
            let browser = try await house.browser(as: try places.person(.projectLeader))
            let token = house.house.formTokens.token(for: browser.holder)
            try notes.forget()
            var found: Set<String> = []
            for state in Self.states {
                for (step, _) in Self.steps {
                    let seen = try await browser.post("\(places.round(state))/\(step)", [:], token: token)
                    #expect([303, 409, 422].contains(seen.status), "\(state) \(step): \(seen.status)")
                    if try notes.taken().contains(where: { $0.hasPrefix("round ~") }) {
                        found.insert("\(state) \(step)")
                    }
                    try notes.takeBack()
                }
            }
            return found
        }

        @Test("A8: in no state a round takes another step than its next, and no step twice")
        func everyState() async throws {
            let house = try await DemoHouse.copy()
            let moves = try await moves(house, try ChangeNotes(file: house.folder + "/regio.sqlite"))
            // The round in the making has nobody to ask yet, so it opens as little as it skips.
            #expect(moves == Set(Self.steps.dropFirst().map { "\($0.1) \($0.0)" }))
        }

        @Test("A8: mutant: a round that can be concluded from anywhere is found")
        func mutant() async throws {
            let house = try await DemoHouse.copy(wings: Self.skipping)
            let moves = try await moves(house, try ChangeNotes(file: house.folder + "/regio.sqlite"))
            #expect(
                moves.isSuperset(of: [
                    "composed conclusions", "open conclusions", "closed conclusions", "concluded conclusions",
                ]))
        }

        /// The product, but whoever asks for it concludes a round, whatever its state.
        private static let skipping = Wings.all.map { wing in
            Wing(
                name: wing.name,
                routes: wing.routes.map { route in
                    guard route.pattern.hasSuffix("/conclusions") else { return route }
                    return Route(route.method, route.pattern, route.rule) { visit in
                        let id = visit.parameters["round"] ?? ""
                        try await visit.write {
                            _ = try $0.run(
                                "UPDATE round SET state = 'concluded', edition = edition + 1 WHERE id = $1", id)
                        }
                        return .redirect("/")
                    }
                }, migrations: wing.migrations, texts: wing.texts, menu: wing.menu, home: wing.home,
                letters: wing.letters,
                handovers: wing.handovers)
        }
    }
}
