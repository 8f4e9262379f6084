import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@testable import Membership

@Suite("The office and its programme")
struct ProgrammeTests {
    private let changed: KeyValuePairs = [
        "name": "Techniek 2030", "commissioner": "Provincie", "first-year": "2024", "last-year": "2030",
        "themes": "Instroom\n\n instroom \nDocenten", "parts": "Noord\nWest", "edition": "1",
    ]

    private func office(_ world: SmallWorld, _ name: String = "Bea") async throws -> Browser {
        try await world.house.browser(as: world.person(name, .office).id)
    }

    @Test("it sees of each region its name, part, leader and start, by part of the country and name")
    func overview() async throws {
        let world = try await SmallWorld()
        try await world.person("Marijke", .projectLeader, in: world.region)
        try await world.person("Vroeger", .projectLeader, in: world.region, until: Day("2026-11-22"))
        try await world.person("Piet", .steeringGroupMember, in: world.region)
        let seen = try await office(world).get("/programmes/\(world.programme.id)")
        #expect(seen.shows("Marijke"))
        #expect(seen.shows("1 feb 2023"))
        #expect(!seen.shows("Vroeger"))
        #expect(!seen.shows("Piet"))
        #expect(!seen.shows("href=\"/regions/"))
        let (north, west) = (seen.text.range(of: "De Meren"), seen.text.range(of: "Rijnstreek"))
        #expect(try #require(north).lowerBound < #require(west).lowerBound)
    }

    @Test("only the office of this programme comes in; to others it is not there")
    func closed() async throws {
        let world = try await SmallWorld()
        let leader = try await world.person("Marijke", .projectLeader, in: world.region)
        let member = try await world.person("Cor", .committeeMember)
        let home = "/programmes/\(world.programme.id)"
        for person in [leader, member] {
            let browser = try await world.house.browser(as: person.id)
            for path in [home, "\(home)/changes", "\(home)/regions/new", "/programmes/new"] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            let token = try await browser.get("/account").formToken
            #expect(try await browser.post("\(home)/changes", changed, token: token).status == 404)
            #expect(try await browser.post("/programmes", changed, token: token).status == 404)
        }
        #expect(try await world.house.browser().get(home).status == 303)
    }

    @Test("changes are kept; a theme that was typed twice stands there once")
    func changes() async throws {
        let world = try await SmallWorld()
        let browser = try await office(world)
        let seen = try await browser.post("/programmes/\(world.programme.id)/changes", changed)
        #expect(seen.status == 303)
        let stored = try await world.house.database.read { try ProgrammeStore.programme(world.programme.id, $0) }
        #expect(stored?.themes == ["Instroom", "Docenten"])
        #expect(stored?.years == 2024...2030)
    }

    @Test("the second of two editors sees both texts and can choose (C7)")
    func twoEditors() async throws {
        let world = try await SmallWorld()
        let path = "/programmes/\(world.programme.id)/changes"
        _ = try await office(world, "Bea").post(path, changed)
        let second = try await office(world, "Ben")
        let mine: KeyValuePairs = [
            "name": "Mijn naam ervoor", "first-year": "2023", "last-year": "2027", "edition": "1",
        ]
        let late = try await second.post(path, mine)
        #expect(late.status == 409)
        #expect(late.shows("value=\"Mijn naam ervoor\""))
        #expect(late.shows("Techniek 2030"))
        #expect(late.shows("name=\"edition\" value=\"2\""))
        let chosen = try await second.post(
            path, ["name": "Mijn naam ervoor", "first-year": "2023", "last-year": "2027", "edition": "2"])
        #expect(chosen.status == 303)
        let stored = try await world.house.database.read { try ProgrammeStore.programme(world.programme.id, $0) }
        #expect(stored?.name == "Mijn naam ervoor")
    }

    @Test("what is wrong is said all at once, and what was typed stays")
    func problems() async throws {
        let world = try await SmallWorld()
        let seen = try await office(world).post(
            "/programmes/\(world.programme.id)/changes",
            ["name": " ", "commissioner": "Blijft staan", "first-year": "2026", "last-year": "2020", "edition": "1"])
        #expect(seen.status == 422)
        #expect(seen.shows("Geef het programma een naam."))
        #expect(seen.shows("ligt voor het eerste"))
        #expect(seen.shows("Blijft staan"))
        #expect(seen.shows("href=\"#last-year\""))
    }

    @Test("a second programme is made by somebody of an office, who is its office too")
    func second() async throws {
        let world = try await SmallWorld()
        let browser = try await office(world)
        let seen = try await browser.post("/programmes", changed, from: "/programmes/new")
        let home = try #require(seen.location)
        #expect(try await browser.get(home).shows("Techniek 2030"))
        #expect(try await browser.get("/programmes/\(world.programme.id)").status == 200)
    }
}

@Suite("A new region")
struct NewRegionTests {
    private func form(_ word: String, email: String = "Sanne@voorbeeld.nl") -> KeyValuePairs<String, String> {
        [
            "form-once": word, "name": "Vecht en Venen", "part": "West", "since": "2026-09-01", "leader-name": "Sanne Bos",
            "leader-email": email,
        ]
    }

    private func start(_ world: SmallWorld) async throws -> (Browser, String) {
        let browser = try await world.house.browser(as: world.person("Bea", .office).id)
        return (browser, "/programmes/\(world.programme.id)/regions")
    }

    private func link(on page: Seen) throws -> String {
        let start = try #require(page.text.range(of: "/welcome/"))
        return String(page.text[start.lowerBound...].prefix("/welcome/".count + 26))
    }

    @Test("it gets a name and a leader, whose link stands there once and opens the region")
    func makes() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        let seen = try await browser.post(path, form(""), from: path + "/new")
        #expect(seen.status == 200)
        let welcome = try link(on: seen)
        let made = try await made(world)
        #expect(try await browser.get("/regions/\(made)").status == 404)
        #expect(try await browser.get("/programmes/\(world.programme.id)").shows("Sanne Bos"))
        #expect(try await !browser.get("/programmes/\(world.programme.id)").shows("/welcome/"))
        let leader = world.house.browser()
        _ = try await leader.post(
            welcome, ["name": "Sanne Bos", "password": SmallWorld.password, "password-again": SmallWorld.password])
        #expect(try await leader.get("/").location == "/regions/\(made)")
        #expect(try await leader.get("/regions/\(made)").shows("Voeg toe wie er meedoen"))
    }

    /// The key of the region that the form made.
    private func made(_ world: SmallWorld) async throws -> Region.ID {
        let programme = world.programme.id
        let all = try await world.house.database.read { try RegionStore.all(in: programme, $0) }
        return try #require(all.first { $0.name == "Vecht en Venen" }).id
    }

    @Test("a key in the form is no key of the region (A8)")
    func forgedKey() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        _ = try await browser.post(path, ["region": "new", "id": "new", "name": "Vecht en Venen", "part": "West", "since": "2026-09-01",
            "leader-name": "Sanne Bos", "leader-email": "sanne@voorbeeld.nl"], from: path + "/new")
        #expect(try await made(world).text != "new")
    }

    @Test("the same form sent twice makes one region")
    func twice() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        let shown = try await browser.get(path + "/new")
        let word = try #require(shown.value(of: "form-once"))
        let first = try await browser.post(path, form(word), token: shown.formToken)
        let second = try await browser.post(path, form(word), token: shown.formToken)
        // A browser shows the second answer alone: the link must stand there too, and be the one that opens.
        let link = try #require(second.text.firstMatch(of: /\/welcome\/[a-z0-9]{26}/)).0
        #expect(second.status == 200 && first.shows(String(link)))
        #expect(try await world.house.browser().get(String(link)).status == 200)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM region") == 3)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM holding WHERE role = 'project-leader'") == 1)
    }

    @Test("somebody known and somebody unknown get the same answer, and the known keep name and password (S3)")
    func invitesAlike() async throws {
        let world = try await SmallWorld()
        let known = try await world.person("Bekend", .projectLeader, in: world.other, hash: "x")
        let (browser, path) = try await start(world)
        let token = try await browser.get(path + "/new").formToken
        let first = try await browser.post(path, form("", email: "bekend@voorbeeld.nl"), token: token)
        let second = try await browser.post(
            path,
            [
                "name": "Vecht en Vaart", "part": "West", "since": "2026-09-01",
                "leader-name": "Sanne Bos", "leader-email": "vreemd@voorbeeld.nl",
            ], token: token)
        #expect(first.text.count == second.text.replacing("Vaart", with: "Venen").count)
        #expect(try await world.house.browser().get(link(on: first)).status == 404)
        #expect(try await world.house.database.read { try PersonStore.person(known.id, $0) }?.name == "Bekend")
    }

    @Test("what is wrong is said all at once")
    func problems() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        let seen = try await browser.post(
            path,
            ["name": "rijnstreek", "part": "Elders", "since": "31-12-2026", "leader-email": "sanne@"],
            from: path + "/new")
        #expect(seen.status == 422)
        for words in [
            "Er is al een regio met deze naam", "Kies een landsdeel uit de lijst", "Kies sinds welke dag",
            "Vul de naam van de projectleider in", "Vul een e-mailadres in",
        ] { #expect(seen.shows(words), "\(words)") }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM region") == 2)
    }

    @Test("name, part and start can be changed; the second editor sees both texts")
    func changes() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        let changes = "\(path)/\(world.region.id)/changes"
        let form: KeyValuePairs = ["name": "Rijn en Vecht", "part": "Noord", "since": "2023-03-01", "edition": "1"]
        #expect(try await browser.post(changes, form).status == 303)
        let late = try await browser.post(changes, form)
        #expect(late.status == 409)
        #expect(late.shows("Iemand anders wijzigde dit ook"))
    }

    @Test("a region of another programme is not there for this office")
    func otherProgramme() async throws {
        let world = try await SmallWorld()
        let (browser, path) = try await start(world)
        let time = world.house.time
        let foreign = Region(
            id: .new(at: time.now), programme: .new(at: time.now), name: "Vreemde regio", part: "", since: time.today)
        try await world.house.database.write { writing in
            try ProgrammeStore.add(
                Programme(
                    id: foreign.programme, name: "Ander", commissioner: "", years: 2026...2027, themes: [], parts: []),
                writing)
            try RegionStore.add(foreign, writing)
        }
        let token = try await browser.get("/account").formToken
        #expect(try await browser.get("\(path)/\(foreign.id)/changes").status == 404)
        #expect(
            try await browser.post(
                "\(path)/\(foreign.id)/changes", ["name": "Gekaapt", "since": "2026-01-01", "edition": "1"], token: token
            ).status == 404)
        #expect(
            try await browser.post(
                "\(path)/\(foreign.id)/invitations", ["leader-name": "Ik", "leader-email": "ik@voorbeeld.nl"], token: token
            ).status == 404)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM person") == 1)
    }
}
