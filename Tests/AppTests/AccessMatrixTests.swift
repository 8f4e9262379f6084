import App
import Database
import Foundation
import HTTPTypes
import Markup
import Membership
import Site
import TestHouse
import Testing

/// The kinds of people of promise A1.
enum Kind: String, CaseIterable {
    case nobody, respondent, partner, subprojectLeader, projectLeaderHere, projectLeaderElsewhere, leadExecutive
    case criticalFriend, committeeMember, bothAtOnce, office, commissioner, formerMember

    /// What each holds, as (role, where).
    var holdings: [(Role, Place)] {
        switch self {
        case .nobody, .respondent: []
        case .partner: [(.partnerContact, .here)]
        case .subprojectLeader: [(.subprojectLeader, .here)]
        case .projectLeaderHere: [(.projectLeader, .here)]
        case .projectLeaderElsewhere: [(.projectLeader, .elsewhere)]
        case .leadExecutive: [(.leadExecutive, .here)]
        case .criticalFriend: [(.criticalFriend, .programme)]
        case .committeeMember: [(.committeeMember, .programme)]
        case .bothAtOnce: [(.criticalFriend, .programme), (.committeeMember, .programme)]
        case .office: [(.office, .programme)]
        case .commissioner: [(.commissioner, .programme)]
        case .formerMember: [(.projectLeader, .hereUntilYesterday)]
        }
    }

    enum Place { case here, elsewhere, programme, hereUntilYesterday }
}

/// Who may, for each wording of `docs/access.md`: written down by hand, apart from the code that decides.
private let allowed: [(words: String, kinds: Set<Kind>)] = [
    ("everyone, in the demo only", []),
    ("everyone", Set(Kind.allCases)),
    ("whoever holds the link", Set(Kind.allCases)),
    ("whoever is signed in", Set(Kind.allCases).subtracting([.nobody, .respondent])),
    ("whoever holds the office role", [.office]),
    ("in the programme: office", [.office]),
    ("in the region: lead executive", [.leadExecutive]),
    ("in the region: leaders", [.projectLeaderHere, .leadExecutive]),
    ("in the region: workers", [.projectLeaderHere, .leadExecutive, .subprojectLeader]),
    ("in the region: insiders", [.projectLeaderHere, .leadExecutive, .subprojectLeader]),
    ("in the region: members", [.projectLeaderHere, .leadExecutive, .subprojectLeader, .partner]),
]

/// Every route with its rule, but with an answer that only tells that the gate let somebody in.
private func opened(_ wings: [Wing], changing: (Route) -> Rule = { $0.rule }) -> [Wing] {
    wings.map { wing in
        Wing(
            name: wing.name,
            routes: wing.routes.map { route in
                Route(route.method, route.pattern, changing(route)) { _ in .redirect("/let-in") }
            }, migrations: wing.migrations)
    }
}

private struct Matrix {
    let house: TestHouse
    let browsers: [Kind: Browser]
    let region: Region
    let programme: Programme

    init(_ wings: [Wing]) async throws {
        house = try TestHouse(wings: wings)
        let now = house.time.now
        let today = house.time.today
        programme = Programme(id: .new(at: now), name: "P", commissioner: "", years: 2024...2028, themes: [], parts: [])
        region = Region(id: .new(at: now), programme: programme.id, name: "Hier", part: "", since: today)
        let elsewhere = Region(id: .new(at: now), programme: programme.id, name: "Elders", part: "", since: today)
        var people: [Kind: Person] = [:]
        for kind in Kind.allCases where !kind.holdings.isEmpty {
            people[kind] = Person(id: .new(at: now), name: kind.rawValue, email: "\(kind.rawValue.lowercased())@x.nl", language: .dutch)
        }
        try await house.database.write { [programme, region, people] writing in
            try ProgrammeStore.add(programme, writing)
            try RegionStore.add(region, writing)
            try RegionStore.add(elsewhere, writing)
            for (kind, person) in people {
                try PersonStore.add(person, writing)
                for (role, place) in kind.holdings {
                    try HoldingStore.add(
                        role, person.id,
                        region: place == .programme ? nil : place == .elsewhere ? elsewhere.id : region.id,
                        programme: place == .programme ? programme.id : nil, level: .tactical,
                        from: today.adding(days: -100), until: place == .hereUntilYesterday ? today.adding(days: -1) : nil,
                        at: now, writing)
                }
            }
        }
        var browsers: [Kind: Browser] = [:]
        for kind in Kind.allCases {
            if let person = people[kind] {
                browsers[kind] = try await house.browser(as: person.id)
            } else {
                browsers[kind] = house.browser()
            }
        }
        self.browsers = browsers
    }

    /// What an address answers by a method that it may not have.
    func status(_ kind: Kind, _ method: String, _ pattern: String) async throws -> Int? {
        let type = "application/x-www-form-urlencoded"
        return try await browsers[kind]?.send(method, "/" + path(pattern), body: [], type: type).status
    }

    private func path(_ pattern: String) -> String {
        pattern.split(separator: "/").map { segment in
            switch segment {
            case ":region": region.id.text
            case ":programme": programme.id.text
            case ":secret": String(repeating: "0", count: 26)
            case _ where segment.hasPrefix(":"): "1"
            default: String(segment)
            }
        }.joined(separator: "/")
    }

    /// Whether the gate lets `kind` in.
    func letsIn(_ kind: Kind, _ method: String, _ pattern: String) async throws -> Bool {
        let path = path(pattern)
        guard let browser = browsers[kind] else { return false }
        if method == "GET" { return try await browser.get("/" + path).location == "/let-in" }
        let holder = pattern.contains(":secret") ? String(repeating: "0", count: 26) : browser.holder
        let token = house.assembly.house.formTokens.token(for: holder)
        return try await browser.post("/" + path, [:], token: token).location == "/let-in"
    }

    /// Where the gate and the table disagree.
    func disagreements(_ table: [AccessRow]) async throws -> [String] {
        var found: [String] = []
        for row in table {
            for kind in Kind.allCases {
                let isIn = try await letsIn(kind, row.method, row.pattern)
                if isIn != row.kinds.contains(kind) { found.append("\(row.method) \(row.pattern) \(kind): \(isIn)") }
            }
        }
        return found
    }
}

private struct AccessRow {
    let pattern: String
    let method: String
    let kinds: Set<Kind>

    /// The rows of `docs/access.md`. An unknown wording stops the test.
    static func all() throws -> [AccessRow] {
        let page = try String(contentsOfFile: TestHouse.projectFolder + "/docs/access.md", encoding: .utf8)
        return try page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let kinds = try #require(allowed.first { cells[2].hasPrefix($0.words) }?.kinds, "\(cells[2])")
            return AccessRow(pattern: cells[0].replacingOccurrences(of: "`", with: ""), method: cells[1], kinds: kinds)
        }
    }
}

@Suite("A1: who may use what")
struct AccessMatrixTests {
    @Test("docs/access.md is what the routes say")
    func printed() throws {
        let page = try String(contentsOfFile: TestHouse.projectFolder + "/docs/access.md", encoding: .utf8)
        #expect(page == AccessTable.page, "print it anew: regio access > docs/access.md")
    }

    @Test("every route × method × kind of person answers as the table says")
    func matrix() async throws {
        let table = try AccessRow.all()
        #expect(table.count == Wings.all.flatMap(\.routes).count)
        let found = try await Matrix(opened(Wings.all)).disagreements(table)
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test("A1: by every other method an address is not there, for everyone")
    func otherMethods() async throws {
        let matrix = try await Matrix(opened(Wings.all))
        let methods = Dictionary(grouping: Wings.all.flatMap(\.routes), by: \.pattern).mapValues { Set($0.map(\.method.rawValue)) }
        for (pattern, known) in methods {
            for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "GET", "POST"] where !known.contains(method) {
                for kind in [Kind.nobody, .projectLeaderHere, .office] {
                    #expect(try await matrix.status(kind, method, pattern) == 404, "\(method) \(pattern) \(kind)")
                }
            }
        }
    }

    @Test("mutant: a route that lost its rule is found")
    func mutant() async throws {
        let guarded = try #require(Wings.all.flatMap(\.routes).first { $0.rule == .inRegion(.leaders) })
        let mutant = opened(Wings.all) { $0.pattern == guarded.pattern && $0.method == guarded.method ? .everyone : $0.rule }
        let row = try AccessRow.all().filter { $0.pattern == guarded.pattern && $0.method == guarded.method.rawValue }
        let found = try await Matrix(mutant).disagreements(row)
        #expect(!found.isEmpty)
    }
}
