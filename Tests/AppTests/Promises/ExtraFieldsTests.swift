import App
import Database
import Foundation
import HTTPTypes
import Membership
import Site
import TestHouse
import Testing

/// Fields that a form does not have, with values that would do harm if anything listened to them.
struct ExtraFields {
    private let names: [String]
    private let known: Set<String>
    private let values: [String: String]

    init(_ notes: ChangeNotes, _ places: DemoPlaces) throws {
        known = try notes.keys()
        let columns = try notes.columns()
        names = columns.union(columns.map { $0.replacingOccurrences(of: "_", with: "-") })
            .union(["id", "key", "owner", "until-day", "confirm", "is-admin", "_method", "next-state", "version"])
            .sorted()
        let elsewhere = places.elsewhere
        values = [
            "id": elsewhere.action, "key": elsewhere.action, "region": elsewhere.region, "programme": elsewhere.region,
            "round": elsewhere.round,
            "person": elsewhere.person, "who": elsewhere.person, "owner": elsewhere.person,
            "partner": elsewhere.partner,
            "partnership": elsewhere.partnership, "holding": elsewhere.holding, "finding": elsewhere.action,
            "role": "office",
            "state": "concluded", "phase": "done", "edition": "99", "version": "99", "email": "dief@voorbeeld.nl",
            "name": "Iemand anders",
            "until_day": "2020-01-01", "until": "2020-01-01", "from_day": "2020-01-01", "at": "0", "kind": "first",
            "language": "en",
            "privacy": "open", "threshold": "1", "code": "aaaaaa", "password": "x",
            "digest": String(repeating: "0", count: 64),
        ]
    }

    /// Those that none of `forms` has.
    func beside(_ forms: [FoundForm]) -> [(String, String)] {
        var own = Set(forms.flatMap { $0.form.fields.map(\.name) })
        // Whom a round asks is carried from a choice that leaves out what was not chosen.
        if own.contains("expected") { own.formUnion(["sector", "partner", "role", "level"]) }
        return names.filter { !own.contains($0) }.map { ($0, values[$0] ?? "1") }
    }

    /// What changed otherwise with the extra fields than without: only keys that were made on the way may differ.
    func differences(_ plain: [String], _ extra: [String]) -> [String] {
        let (one, other) = (plain.map(masked), extra.map(masked))
        if one.count != other.count { return ["\(one.count) changes became \(other.count)"] }
        return zip(one, other).filter { $0 != $1 }.map { "\($0) became \($1)" }
    }

    /// New keys, digests, secrets and salts are new each time.
    private func masked(_ change: String) -> String {
        change.replacing(/[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) { match in
            known.contains(String(match.output.0)) ? String(match.output.0) : "·"
        }
        .replacing(/\$argon2id\$[^']*/, with: "·").replacing(/(code|chance)='[0-9a-z]+'/, with: "·")
        // Names in written objects stand in any order.
        .replacing(/\{".*\}/) { String($0.output.sorted()) }
    }
}

extension Everywhere {
    @Suite("A8: fields that a form does not have")
    struct ExtraFieldsTests {
        @Test("A8: on every form they change nothing")
        func everyForm() async throws {
            let demo = try await WalkedDemo.once.value
            let extra = try ExtraFields(demo.notes, demo.places)
            for tried in demo.tried {
                let beside = extra.beside(demo.forms.filter { $0.pattern == tried.one.pattern })
                #expect(beside.count > 60)
                let (seen, changes) = try await demo.sending(tried.one) { $0.sent($0.filled()) + beside }
                let found = extra.differences(tried.changes, changes)
                #expect(
                    found.isEmpty && seen.status == tried.right.status,
                    "\(tried.one) \(seen.status): \(found.prefix(3))")
            }
        }

        @Test("A8: mutant: a route that listens to one of them is found")
        func mutant() async throws {
            let house = try await DemoHouse.copy(wings: Self.listening)
            let places = try DemoPlaces(house)
            let browser = try await house.browser(as: try places.person(.projectLeader))
            let notes = try ChangeNotes(file: house.folder + "/regio.sqlite")
            let extra = try ExtraFields(notes, places)
            let form = try #require(try await browser.get("/account").form(to: "/account"))
            _ = try await browser.send(form, ["name": "Marijke"])
            let plain = try notes.taken()
            try notes.takeBack()
            _ = try await browser.send(
                form.sent(["name": "Marijke"]) + [("email", "dief@voorbeeld.nl")], to: "/account")
            #expect(try extra.differences(plain, notes.taken()).count == 1)
        }

        /// The product, but whoever sends an address for mail with their name gets it.
        private static let listening = Wings.all.map { wing in
            Wing(
                name: wing.name,
                routes: wing.routes.map { route in
                    guard route.pattern == "/account", route.method == .post else { return route }
                    return Route(route.method, route.pattern, route.rule) { visit in
                        if let email = visit.form.first("email"), let person = visit.viewer?.person {
                            try await visit.write {
                                try $0.run("UPDATE person SET email = $1 WHERE id = $2", email, person)
                            }
                        }
                        return try await route.handler(visit)
                    }
                }, migrations: wing.migrations, texts: wing.texts, menu: wing.menu, home: wing.home,
                letters: wing.letters,
                handovers: wing.handovers)
        }
    }
}
