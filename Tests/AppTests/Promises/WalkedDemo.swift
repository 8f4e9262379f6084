import App
import Database
import Foundation
import HTTPTypes
import Membership
import Scan
import Site
import TestHouse
import Testing

/// What rests on a walk through the demo world. One house serves them all, so they take turns.
@Suite("Everywhere in the demo world", .serialized)
enum Everywhere {}

/// Something that should have been there. A failed `#require` would tell only the first of the tests that wait.
struct NotMet: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "not met: \(what)" }
}

/// A page as somebody met it.
struct MetPage: Sendable {
    let seeker: Seeker
    let path: String
    let pattern: String
    let seen: Seen
}

/// A form sent without its token, and as it should be; both taken back.
struct TriedForm: Sendable {
    let one: FoundForm
    let bare: Seen
    let bareChanges: [String]
    let right: Seen
    let changes: [String]
}

/// The demo world with somewhat more in it: every page that links lead to, and every form on them and behind them.
struct WalkedDemo: Sendable {
    let house: TestHouse
    let notes: ChangeNotes
    let places: DemoPlaces
    private let sessions: [Seeker: Secret]
    private(set) var starts: [Seeker: [String]] = [:]
    private(set) var pages: [MetPage] = []
    private(set) var tried: [TriedForm] = []

    var forms: [FoundForm] { tried.map(\.one) }

    static let once = Task { try await WalkedDemo() }
    static let routes = Wings.all.flatMap(\.routes)

    private init() async throws {
        house = try await DemoHouse.copy(isDemo: true)
        places = try DemoPlaces(house)
        var sessions: [Seeker: Secret] = [:]
        for (seeker, role) in [(Seeker.leader, Role.projectLeader), (.partner, .partnerContact), (.office, .office)] {
            sessions[seeker] = try await house.browser(as: try places.person(role)).cookies["__Host-session"].flatMap(
                Secret.init(_:))
        }
        self.sessions = sessions
        notes = try ChangeNotes(file: house.folder + "/regio.sqlite")
        let more = try await prepare()
        starts = [
            .leader: ["/", "/account", "/my-actions"] + more, .partner: ["/", "/my-actions"],
            .office: ["/", "/programmes/new"],
            .respondent: places.links,
            .nobody: ["/", "/demo", "/sign-in", "/join", "/c/ryn7ke", "/signed-in", try await welcome()],
        ]
        try notes.forget()
        for seeker in Seeker.allCases { pages += try await walk(seeker, each: seeker == .respondent ? 12 : 5) }
        try notes.takeBack()
        try await tryForms()
    }

    func browser(_ seeker: Seeker) -> Browser { Browser(house: house, session: sessions[seeker]) }

    /// Follows links as one person, a few of each kind of page.
    func walk(_ seeker: Seeker, each: Int = 5) async throws -> [MetPage] {
        let browser = browser(seeker)
        let patterns = Self.routes.filter { $0.method == .get }.map(\.pattern)
        var (waiting, known, counts) = (starts[seeker] ?? [], Set(starts[seeker] ?? []), [String: Int]())
        var found: [MetPage] = []
        while !waiting.isEmpty {
            let path = waiting.removeFirst()
            let pattern = Pattern.of(path, among: patterns) ?? path
            counts[pattern, default: 0] += 1
            if counts[pattern, default: 0] > each { continue }
            let seen = try await browser.get(path)
            if let next = seen.location, seen.status == 303, next.hasPrefix("/"), known.insert(next).inserted {
                waiting.append(next)
            }
            guard seen.status != 303 else { continue }
            found.append(MetPage(seeker: seeker, path: path, pattern: pattern, seen: seen))
            guard seen.header("content-disposition") == nil else { continue }
            for link in seen.links where known.insert(link).inserted { waiting.append(link) }
        }
        return found
    }

    /// A round in the making and one in the open, a finding, an action that ended, a partner that stopped, somebody who is
    /// signed in twice; gives where they are.
    private func prepare() async throws -> [String] {
        let round = try await compose()
        let open = try await openRound()
        let action = "\(places.home)/actions/\(places.action)"
        try await send(action, action + "/steps", ["phase": "done", "text": "Af"])
        let partner =
            try await browser(.leader).get("\(places.home)/partners").links.last {
                $0.contains("/partners/") && !$0.hasSuffix("new")
            } ?? ""
        try await send(partner, partner + "/endings", ["until": "2026-11-22"])
        let joined = try await send(
            "\(places.home)/partners/new", "\(places.home)/partners",
            ["name": "Vergissing", "sector": "education", "place": "Rijndam", "from": "2026-11-23"])
        let mistaken = "\(places.home)/partners/\(joined.location?.split(separator: "#").last ?? "")"
        let closed = places.round("closed")
        try await send(
            "\(closed)/findings/new", "\(closed)/findings", ["text": "Wij bellen te laat", "kind": "attention"],
            ticking: "question")
        _ = try await house.browser(as: try places.person(.projectLeader))
        return [
            round, "\(round)/invitations?preview=1&role=partner-contact", open, "\(open)/links", action, partner,
            "\(closed)/conversation", "\(mistaken)/removals", "\(places.round("returned"))/conclusions",
        ]
    }

    private func compose() async throws -> String {
        let round = try await send("\(places.home)/rounds/new", "\(places.home)/rounds", [:]).location ?? ""
        try await send("\(round)/open-link", "\(round)/open-link", [:])
        return round
    }

    /// A round in which each answer carries its organisation, so that its links may be shown.
    private func openRound() async throws -> String {
        let round = try await compose()
        try await send("\(round)/privacy", "\(round)/privacy", ["privacy": "open"])
        try await send("\(round)/invitations?preview=1&role=facilitator", "\(round)/invitations", [:])
        try await send("\(round)/openings", "\(round)/openings", [:])
        return round
    }

    @discardableResult
    private func send(_ page: String, _ action: String, _ typed: [String: String], ticking name: String? = nil)
        async throws -> Seen
    {
        let browser = browser(.leader)
        guard let form = try await browser.get(page).form(to: action) else {
            throw NotMet("a form to \(action) at \(page)")
        }
        let ticked = form.fields.first { $0.name == name }.map { [($0.name, $0.value)] } ?? []
        return try await browser.send(form.sent(typed) + ticked, to: form.action)
    }

    /// The one-time link of somebody invited.
    private func welcome() async throws -> String {
        let browser = browser(.leader)
        let shown = try await browser.get("\(places.home)/people/new")
        guard let form = shown.form(to: "\(places.home)/people") else { throw NotMet("a form for somebody new") }
        let typed = ["name": "Nieuw Mens", "email": "nieuw@voorbeeld.nl", "role": "facilitator", "level": "tactical"]
        let made = try await browser.send(form, typed)
        guard let link = made.text.firstMatch(of: /\/welcome\/[0-9a-z]{26}/) else {
            throw NotMet("a link for somebody new: \(made.status)")
        }
        return String(link.output)
    }

    // Forms

    /// Every form of the pages, and those that are met behind them: a preview, a report, a page that kept what was typed.
    private mutating func tryForms() async throws {
        var waiting = pages.filter { $0.seen.header("content-disposition") == nil }.flatMap {
            Self.forms(of: $0.seen, $0.seeker, on: $0.path)
        }
        var found: [FoundForm] = []
        while !waiting.isEmpty {
            let one = waiting.removeFirst()
            if found.contains(where: one.isLike) || found.count(where: { $0.pattern == one.pattern }) >= 6 { continue }
            found.append(one)
            let (tried, behind) = try await attempt(one)
            self.tried.append(tried)
            if one.after.count < 3 { waiting += behind }
        }
    }

    /// A form for each route that its buttons lead to.
    static func forms(of seen: Seen, _ seeker: Seeker, on page: String, after: [FoundForm] = []) -> [FoundForm] {
        let patterns = routes.filter { $0.method != .get }.map(\.pattern)
        var found: [FoundForm] = []
        for form in seen.forms where form.method == "post" {
            for button in form.buttons.isEmpty ? [nil] : form.buttons.map(Optional.some) {
                guard let pattern = Pattern.of(button?.goesTo ?? form.action, among: patterns) else { continue }
                let one = FoundForm(
                    seeker: seeker, page: page, pattern: pattern, form: form, button: button, after: after)
                if !found.contains(where: one.isLike) { found.append(one) }
            }
        }
        return found
    }

    private func attempt(_ one: FoundForm) async throws -> (TriedForm, [FoundForm]) {
        let (bare, bareChanges) = try await sending(one) { form in
            form.sent(form.filled()).filter { $0.0 != FormTokens.field }
        }
        let known = one.after + [one]
        var behind = Self.forms(of: bare, one.seeker, on: "")
        let (right, changes) = try await sending(one, { form in form.sent(form.filled()) }) { seen, browser in
            behind += Self.forms(of: seen, one.seeker, on: "", after: known)
            if seen.status == 303, let next = seen.location, next.hasPrefix("/") {
                behind += Self.forms(of: try await browser.get(next), one.seeker, on: "", after: known)
            }
        }
        return (TriedForm(one: one, bare: bare, bareChanges: bareChanges, right: right, changes: changes), behind)
    }

    /// Sends a form once, tells what came of it, and takes it back.
    func sending(
        _ one: FoundForm, _ pairs: (FoundForm) throws -> [(String, String)],
        then look: (Seen, Browser) async throws -> Void = { _, _ in }
    ) async throws -> (Seen, [String]) {
        let browser = browser(one.seeker)
        var form = one.after.first ?? one
        for next in one.after.dropFirst() + [one] where !one.after.isEmpty {
            form = try await follow(form, to: next, browser)
        }
        let before = try notes.taken().count
        let seen = try await browser.send(try pairs(form), to: form.action)
        let changes = Array(try notes.taken().dropFirst(before))
        try await look(seen, browser)
        try notes.takeBack()
        return (seen, changes)
    }

    private func follow(_ step: FoundForm, to next: FoundForm, _ browser: Browser) async throws -> FoundForm {
        var seen = try await browser.send(step.sent(step.filled()), to: step.action)
        if seen.status == 303, let place = seen.location { seen = try await browser.get(place) }
        let forms = Self.forms(of: seen, step.seeker, on: "")
        guard let found = forms.first(where: { $0.isLike(next) }) else { throw NotMet("\(next), \(seen.status)") }
        return found
    }
}
