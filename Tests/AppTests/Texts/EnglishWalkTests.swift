import App
import Database
import Foundation
import HTTPTypes
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Whoever chose English reads English, on every page of the demo world")
struct EnglishWalkTests {
    @Test("no page, file or letter that the region, the office or a respondent meets has a word without its English")
    func walk() async throws {
        let walk = try await EnglishWalk()
        for role in [Role.projectLeader, .leadExecutive, .partnerContact, .office] {
            try await walk.follow(try await walk.reader(role), from: ["/", "/account", "/my-actions"])
        }
        for path in try await walk.respondentsPaths() { try await walk.follow(walk.house.browser(), from: [path]) }
        #expect(walk.seen.count > 70)
        #expect(walk.untranslated.keys == [])
        #expect(walk.dutch == [])
        for letter in try await walk.letters() {
            #expect(letter.language == .english)
            #expect(walk.english(letter.subject).hasPrefix("Your view of "))
        }
    }

    @Test("a mutant: without the catalog of one wing the walk hears what was not translated")
    func mutant() async throws {
        let walk = try await EnglishWalk(without: "Actions")
        try await walk.follow(try await walk.reader(.projectLeader), from: ["/my-actions"], most: 1)
        #expect(!walk.untranslated.keys.isEmpty)
    }
}

/// A walk along the links of the demo world, in which everybody reads English.
private final class EnglishWalk {
    let house: TestHouse
    let untranslated = Untranslated()
    private let places: DemoPlaces
    /// How often each route was visited.
    private var visits: [String: Int] = [:]
    private(set) var seen: [String: Seen] = [:]

    /// - Parameter mute: the name of a wing whose catalog is left out.
    init(without mute: String? = nil) async throws {
        let wings = Wings.all.map { wing in
            wing.name != mute
                ? wing
                : Wing(
                    name: wing.name, routes: wing.routes, migrations: wing.migrations, menu: wing.menu, home: wing.home,
                    letters: wing.letters, handovers: wing.handovers)
        }
        house = try await DemoHouse.copy(wings: wings, onUntranslated: untranslated.note)
        places = try DemoPlaces(house)
        try await house.database.write { writing in
            let people = try writing.reading.all("SELECT id FROM person") { try $0.get("id", as: Person.ID.self) }
            for person in people { try PersonStore.setLanguage(.english, of: person, writing) }
        }
    }

    /// The pages that say they are not in English.
    var dutch: [String] {
        seen.filter { $1.text.hasPrefix("<!doctype html>") && !$1.shows("<html lang=\"en\">") }.map(\.key).sorted()
    }

    func reader(_ role: Role) async throws -> Browser { try await house.browser(as: places.person(role)) }

    /// Visits what lies behind `start`, link by link: each route at most `most` times in the whole walk.
    func follow(_ browser: Browser, from start: [String], most: Int = 2) async throws {
        for path in start { try await visit(path, browser) }
        var waiting = start.flatMap { links(of: $0) }
        while let path = waiting.popLast() {
            guard seen[path] == nil, visits[Self.form(of: path), default: 0] < most else { continue }
            try await visit(path, browser)
            waiting += links(of: path)
        }
    }

    private func links(of path: String) -> [String] { seen[path]?.links.filter { !$0.hasSuffix("language=nl") } ?? [] }

    private func visit(_ path: String, _ browser: Browser) async throws {
        visits[Self.form(of: path), default: 0] += 1
        seen[path] = try await browser.get(path)
    }

    /// Of every round of the region that takes answers or took them, two personal links and the open link.
    func respondentsPaths() async throws -> [String] {
        try await invitations().map { AnswerLinks.personal($0.secret(house.key)).text + "?language=en" }
    }

    /// The letters to two people of each round.
    func letters() async throws -> [Letter] {
        let product = house.house
        let invitations = try await invitations().filter { $0.person != nil }
        return try await house.database.read { reading in
            try invitations.compactMap { try InvitationLetter.kind.write(reading, $0.id.text, product) }
        }
    }

    func english(_ phrase: Phrase) -> String { house.house.texts.vocabulary(.english).text(phrase) }

    private func invitations() async throws -> [Invitation] {
        let region = places.region
        return try await house.database.read { reading in
            guard let region = Region.ID(region) else { return [] }
            return try RoundStore.all(in: region, reading).flatMap { Array(try InvitationStore.all(of: $0.id, reading).prefix(2)) }
        }
    }

    /// Its route, or the address itself where it is no page of ours.
    private static func form(of path: String) -> String { Pattern.of(path, among: routes) ?? path }

    private static let routes = Wings.all.flatMap(\.routes).filter { $0.method == .get }.map(\.pattern)
}
