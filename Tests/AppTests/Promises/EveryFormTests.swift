import App
import Foundation
import HTTPTypes
import Markup
import Membership
import Site
import TestHouse
import Testing

extension Everywhere {
    @Suite("Every form of the product")
    struct EveryFormTests {
        /// What is wrong with a form that was sent without its token.
        private func fault(_ status: Int, _ changes: [String]) -> String? {
            if ![401, 403].contains(status) { return "answers \(status)" }
            return changes.isEmpty ? nil : "changes \(changes[0])"
        }

        @Test("S5: without its token no form changes anything")
        func tokens() async throws {
            let demo = try await WalkedDemo.once.value
            for one in demo.tried {
                let fault = fault(one.bare.status, one.bareChanges)
                #expect(fault == nil, "\(one.one): \(fault ?? "")")
            }
        }

        @Test("S5: mutant: with its token the same form is seen to be taken, and to change something")
        func withToken() async throws {
            let demo = try await WalkedDemo.once.value
            #expect(demo.tried.allSatisfy { fault($0.right.status, []) != nil })
            #expect(demo.tried.count { fault(401, $0.changes) != nil } * 4 > demo.tried.count * 3)
        }

        /// What looking at pages changed, but for the line that a report left as a file.
        private func looked(_ demo: WalkedDemo, at pages: [MetPage]) async throws -> [String] {
            var browsers: [Seeker: Browser] = [:]
            for seeker in Seeker.allCases { browsers[seeker] = demo.browser(seeker) }
            for page in pages {
                _ = try await browsers[page.seeker]?.get(page.path)
                _ = try await browsers[page.seeker]?.head(page.path)
            }
            let changes = try demo.notes.taken().filter { !$0.contains("what='report-exported'") }
            try demo.notes.takeBack()
            return changes
        }

        @Test("S5: looking changes nothing, on every page, by GET and by HEAD")
        func looking() async throws {
            let demo = try await WalkedDemo.once.value
            #expect(demo.pages.count > 150)
            #expect(try await looked(demo, at: demo.pages).isEmpty)
        }

        @Test("S5: mutant: a page that changes something when it is looked at is seen")
        func lookingMutant() async throws {
            let demo = try await WalkedDemo.once.value
            try demo.notes.tamper("UPDATE action SET edition = edition + 1 WHERE id IN (SELECT id FROM action LIMIT 1)")
            #expect(try await looked(demo, at: []).count == 1)
        }

        /// Routes that change something and to which no form of plain HTML leads.
        private func withoutForm(_ routes: [Route], _ forms: [FoundForm]) -> Set<String> {
            Set(routes.filter { $0.method != .get }.map(\.pattern)).subtracting(forms.map(\.pattern))
        }

        /// The advice about an action comes while one types; what it says is on the action's own page as well.
        private static let onlyWithScript: Set = ["/regions/:region/actions/advice"]

        /// What stands behind a letter, a phone's code or a file that one takes along. A test of its own sends each.
        private static let behind: Set = [
            // MailOffTests
            "/mail/:secret", "/mail/:secret/returns",
            // MailedLinkTests
            "/sign-in/links/:secret", "/sign-in/links/:secret/passwords",
            // SecondStepTests
            "/sign-in/codes/:secret", "/account/second-step/confirmations", "/account/second-step/removals",
            // test_files.py
            "/regions/:region/instruments",
        ]

        @Test(
            "W3: to everything that can be changed leads a form of plain HTML, which was sent here without any script")
        func withoutScript() async throws {
            let demo = try await WalkedDemo.once.value
            #expect(withoutForm(WalkedDemo.routes, demo.forms) == Self.onlyWithScript.union(Self.behind))
            let idle = Set(demo.pages.flatMap { ScriptOnly.controls(of: $0.seen) })
            #expect(idle.isEmpty, "\(idle.sorted())")
        }

        @Test("W3: mutant: a route without a form, and what does nothing without script, are found")
        func withoutScriptMutant() async throws {
            let demo = try await WalkedDemo.once.value
            let routes = WalkedDemo.routes + [.post("/votes", .signedIn) { _ in .missing }]
            #expect(withoutForm(routes, demo.forms).contains("/votes"))
            for page in [
                "<button type=\"button\">Stem</button>", "<a href=\"#\">Meer</a>",
                "<a href=\"javascript:x()\">Meer</a>",
                "<select onchange=\"go()\"></select>", "<form method=\"post\" action=\"/x\"><input name=\"a\"></form>",
            ] { #expect(ScriptOnly.controls(of: Seen(page)).count == 1, "\(page)") }
        }
    }
}

/// What a page offers that does nothing where no script runs.
enum ScriptOnly {
    static func controls(of seen: Seen) -> [String] {
        var found: [String] = []
        Tags.each(in: seen.body) { tag in
            let isHidden = tag["hidden"] != nil
            if tag.name == "button", tag["type"] == "button", !isHidden { found.append("button \(tag.after)") }
            if tag.name == "a", let link = tag["href"], link == "#" || link.hasPrefix("javascript:") {
                found.append("a \(tag.after)")
            }
            if tag.attributes.contains(where: { $0.name.hasPrefix("on") }) {
                found.append("\(tag.name) with a script of its own")
            }
        }
        for form in seen.forms where form.buttons.isEmpty { found.append("a form without a button: \(form.action)") }
        return found
    }
}

extension Seen {
    /// A page that no server made.
    init(_ page: String, status: Int = 200) { self.init(status: status, body: Array(page.utf8), headers: []) }
}
