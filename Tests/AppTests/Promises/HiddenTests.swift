import App
import Database
import Foundation
import HTTPTypes
import Markup
import Membership
import Site
import TestHouse
import Testing

/// What tells something that is there from something that is not (A2).
enum Telling {
    /// - Parameter words: the keys by which the two addresses differ; they are as long.
    static func difference(_ hidden: Seen, _ absent: Seen, _ words: [(String, String)]) -> String? {
        if hidden.status != absent.status { return "\(hidden.status) beside \(absent.status)" }
        if hidden.body.count != absent.body.count { return "\(hidden.body.count) bytes beside \(absent.body.count)" }
        let same = words.reduce(hidden.text) { $0.replacing($1.0, with: $1.1) }
        if same != absent.text { return "other words" }
        return hidden.headers.map(\.0) == absent.headers.map(\.0) ? nil : "other headers"
    }
}

extension Everywhere {
    @Suite("A2: what is not for you looks as what is not there")
    struct HiddenTests {
        private static let absent = "01a20810-0f80-7abc-8abc-0123456789ab"

        @Test(
            "A2: every page of the region, for everyone who may not see it, looks as the same page of a region that is not there"
        )
        func everyone() async throws {
            let demo = try await WalkedDemo.once.value
            let region = demo.places.region
            let neighbour = try #require(Person.ID(demo.places.elsewhere.person))
            let outsiders = [
                demo.browser(.partner), demo.browser(.office), try await demo.house.browser(as: neighbour),
            ]
            var (compared, seen): (Int, Set<String>) = (0, [])
            for page in demo.pages
            where page.path.contains(region) && page.seeker == .leader && seen.insert(page.pattern).inserted {
                for browser in outsiders {
                    let hidden = try await browser.get(page.path)
                    if hidden.status == 200 { continue }
                    compared += 1
                    let absent = try await browser.get(page.path.replacing(region, with: Self.absent))
                    let told = Telling.difference(hidden, absent, [(region, Self.absent)])
                    #expect(told == nil && hidden.status == 404, "\(page.path): \(told ?? "") \(hidden.status)")
                }
            }
            try demo.notes.takeBack()
            #expect(compared > 80)
        }

        @Test("A2: what is another region's looks, under one's own region, as what is nowhere")
        func otherRegion() async throws {
            let demo = try await WalkedDemo.once.value
            let other = demo.places.elsewhere
            let keys = [
                ":round": other.round, ":action": other.action, ":partnership": other.partnership,
                ":holding": other.holding,
            ]
            let browser = demo.browser(.leader)
            var compared = 0
            for route in WalkedDemo.routes where route.method == .get && route.pattern.hasPrefix("/regions/:region/") {
                guard let (name, key) = keys.first(where: { route.pattern.contains("/\($0.key)") }) else { continue }
                let place = route.pattern.replacing(":region", with: demo.places.region).replacing(
                    ":theme", with: demo.places.theme
                )
                .replacing(":number", with: "1").replacing(":question", with: "x").replacing(
                    ":finding", with: Self.absent)
                let hidden = try await browser.get(place.replacing(name, with: key))
                let absent = try await browser.get(place.replacing(name, with: Self.absent))
                let told = Telling.difference(hidden, absent, [(key, Self.absent)])
                #expect(told == nil && hidden.status == 404, "\(route.pattern): \(told ?? "") \(hidden.status)")
                compared += 1
            }
            #expect(compared > 25)
        }

        @Test(
            "A2: mutants: a page that says that it is not for you, one that is longer, and one in other words are found"
        )
        func mutants() async throws {
            let house = try await DemoHouse.copy(wings: Self.telling)
            let places = try DemoPlaces(house)
            let browser = try await house.browser(as: try places.person(.office))
            let hidden = try await browser.get(places.home)
            let absent = try await browser.get("/regions/\(Self.absent)")
            #expect(Telling.difference(hidden, absent, [(places.region, Self.absent)]) == "403 beside 404")
            let page = absent.text
            func told(_ hidden: String) -> String? {
                Telling.difference(Seen(hidden, status: 404), Seen(page, status: 404), [])
            }
            #expect(
                told(page) == nil && told(page + " ") != nil
                    && told(page.replacing("is er niet", with: "is dicht. ")) != nil)
        }

        /// The product, but a region's home tells whoever may not see it that it is there.
        private static let telling = Wings.all.map { wing in
            Wing(
                name: wing.name,
                routes: wing.routes.map { route in
                    guard route.pattern == "/regions/:region", route.method == .get else { return route }
                    return Route(route.method, route.pattern, .signedIn) { visit in
                        let id = try visit.region()
                        let isThere = try await visit.read { try RegionStore.region(id, $0) } != nil
                        return isThere ? .page(Page("Dicht", status: 403) { h1 { verbatim("Niet voor u") } }) : .missing
                    }
                }, migrations: wing.migrations, texts: wing.texts, menu: wing.menu, home: wing.home,
                letters: wing.letters,
                handovers: wing.handovers)
        }
    }
}
