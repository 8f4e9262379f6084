import App
import Database
import Foundation
import Markup
import Membership
import Site
import TestHouse
import Testing

@testable import Membership

@Suite("The first page")
struct StartTests {
    @Test("for whoever is not signed in: what it is, a way to sign in, a field for a code")
    func open() async throws {
        let seen = try await SmallWorld().house.browser().get("/")
        #expect(seen.status == 200)
        #expect(seen.shows("href=\"/sign-in\""))
        #expect(seen.shows("action=\"/join\""))
    }

    @Test("with one region and no role in a programme, it leads straight home")
    func oneRegion() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        #expect(try await world.house.browser(as: person.id).get("/").location == "/regions/\(world.region.id)")
    }

    @Test("with roles in a programme, it lists where one works and as what")
    func several() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Bea", .office)
        let seen = try await world.house.browser(as: person.id).get("/")
        #expect(seen.shows("Techniek in de streek"))
        #expect(seen.shows("programmabureau"))
        #expect(!seen.shows("Rijnstreek"))
    }

    @Test("whose last role ended is told so, with whom to ask")
    func none() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Oud", .projectLeader, in: world.region, until: Day("2026-11-22"))
        let seen = try await world.house.browser(as: person.id).get("/")
        #expect(seen.shows("geen rol"))
        #expect(!seen.shows("Rijnstreek"))
    }

    @Test("the pages about the product are open to everyone", arguments: ["/accessibility", "/privacy", "/signed-in"])
    func about(path: String) async throws {
        #expect(try await SmallWorld().house.browser().get(path).status == 200)
    }
}

@Suite("A region's home")
struct RegionHomeTests {
    @Test("it says in figures who takes part now, and which year it is together")
    func figures() async throws {
        let world = try await SmallWorld()
        try await world.partner("Rijnschool", .education)
        try await world.partner("Limes College", .education)
        try await world.partner("Blom Installatie", .business)
        try await world.partner("Gestopt", .government, until: Day("2026-11-22"))
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let seen = try await world.house.browser(as: person.id).get("/regions/\(world.region.id)")
        #expect(seen.shows("2 scholen, 1 bedrijf en nog geen overheden. Vierde jaar samen."))
    }

    @Test("years are counted to the day")
    func years() throws {
        let since = try #require(Day("2023-02-01"))
        for (today, words) in [
            ("2023-02-01", "Eerste jaar samen."), ("2024-01-31", "Eerste jaar samen."), ("2024-02-01", "Tweede jaar samen."),
            ("2033-02-01", "Al 10 jaar samen."), ("2023-01-31", "Begint op 1 februari 2023."),
        ] {
            let phrase = RegionFigures.year(since: since, today: try #require(Day(today)))
            #expect(Vocabulary.dutch.text(phrase) == words)
        }
    }

    @Test("the path always has the eight places of the year, in their order")
    func path() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let seen = try await world.house.browser(as: person.id).get("/regions/\(world.region.id)")
        let names = ["Visie", "Afspraken", "Zelfscan", "Gesprek", "Acties", "Monitor", "Peer review", "Volgend jaar"]
        let places = names.map { seen.text.range(of: "<b>\($0)")?.lowerBound ?? seen.text.range(of: ">\($0)</a></b>")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test("a region stands in one place of the year: the first that goes on")
    func onePlace() throws {
        let region = Region(
            id: try #require(Region.ID("r")), programme: try #require(Programme.ID("p")), name: "R", part: "",
            since: try #require(Day("2026-01-01")))
        let told = HomePart.Told(stations: [
            Station(.actions, "Acties", note: "6 lopen", state: .now), Station(.vision, "Visie", note: "", state: .done),
            Station(.selfScan, "Zelfscan", note: "open", state: .now),
        ])
        let home = RegionHome(
            region: region, figures: RegionFigures(schools: 1, companies: 1, governments: 1, people: 9), isLeader: false,
            told: [told], today: region.since)
        #expect(home.path.filter { $0.state == .now }.map(\.place) == [.selfScan])
        #expect(home.path.first { $0.place == .actions }?.note == "6 lopen")
        #expect(home.path.first { $0.place == .vision }?.state == .done)
    }

    @Test("a new region is led step by step: partners, then people, then the first scan")
    func steps() throws {
        let region = Region(
            id: try #require(Region.ID("r")), programme: try #require(Programme.ID("p")), name: "R", part: "",
            since: try #require(Day("2026-01-01")))
        func step(partners: Int, people: Int, told: [HomePart.Told] = [], isLeader: Bool = true) -> String? {
            let figures = RegionFigures(schools: partners, companies: 0, governments: 0, people: people)
            return RegionHome(region: region, figures: figures, isLeader: isLeader, told: told, today: region.since)
                .step?.link.text
        }
        #expect(step(partners: 0, people: 1) == "/regions/r/partners")
        #expect(step(partners: 3, people: 1) == "/regions/r/people")
        #expect(step(partners: 3, people: 9) == "/regions/r/rounds/new")
        #expect(step(partners: 0, people: 1, isLeader: false) == nil)
        let scan = HomePart.Told(stations: [Station(.selfScan, "Zelfscan", note: "open", state: .now)])
        #expect(step(partners: 3, people: 9, told: [scan]) == nil)
        let urgent = HomePart.Told(steps: [NextStep(urgency: 90, title: "", why: "", label: "", link: "/now")])
        #expect(step(partners: 0, people: 1, told: [urgent]) == "/now")
    }

    @Test("this month shows what lies between today and 31 days from now, first what comes first")
    func dates() throws {
        let today = try #require(Day("2026-11-23"))
        func on(_ days: Int) -> Appointment {
            Appointment(day: today.adding(days: days), title: verbatim("x"), note: "", link: nil)
        }
        let region = Region(
            id: try #require(Region.ID("r")), programme: try #require(Programme.ID("p")), name: "R", part: "", since: today)
        let home = RegionHome(
            region: region, figures: RegionFigures(schools: 0, companies: 0, governments: 0, people: 0), isLeader: false,
            told: [HomePart.Told(dates: [on(31), on(32), on(-1)]), HomePart.Told(dates: [on(0)])], today: today)
        #expect(home.dates.map(\.day) == [today, today.adding(days: 31)])
    }

    /// What a part of the product could tell in the middle of a year.
    private static let inside = Wing(
        name: "Inside", routes: [], migrations: [],
        home: [HomePart { _, asked in
            HomePart.Told(
                stations: [
                    Station(.vision, "Visie", note: "bevestigd 12 jan", state: .done, link: "/visie"),
                    Station(.selfScan, "Zelfscan", note: "open tot 28 nov", state: .now, link: "/scan"),
                ],
                steps: [
                    NextStep(urgency: 20, title: "Kan wachten", why: "Later.", label: "Kijk", link: "/later"),
                    NextStep(
                        urgency: 70, title: "Van de bedrijven antwoordden er 7 van de 31",
                        why: "Zonder bedrijven wordt het gesprek eenzijdig.", label: "Herinner de 24 bedrijven",
                        link: "/remind", aside: ("Bekijk wie er mist", "/missing")),
                ],
                dates: [
                    Appointment(
                        day: asked.today.adding(days: 5), title: .phrase("Zelfscan sluit"), note: "32 van de 51", link: "/scan")
                ],
                sections: [section { h2 { "Acties" }; p { "11 lopen, 2 over de datum." } }])
        }])

    @Test("what the parts tell is put together: one path, the most urgent step, the dates, their sections")
    func parts() async throws {
        let world = try await SmallWorld(wings: Wings.all.filter { $0.name != "Scan" } + [Self.inside])
        try await world.partner("Rijnschool", .education)
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let seen = try await world.house.browser(as: person.id).get("/regions/\(world.region.id)")
        #expect(seen.shows("<li class=\"now\" aria-current=\"step\">"))
        #expect(seen.shows("open tot 28 nov"))
        #expect(seen.shows("Herinner de 24 bedrijven"))
        #expect(!seen.shows("Kan wachten"))
        #expect(!seen.shows("Mensen toevoegen"))
        #expect(seen.shows("28 nov"))
        #expect(seen.shows("11 lopen"))
        #expect(seen.body.count < 15_000)
        let contact = try await world.person("Docent", .partnerContact, in: world.region)
        let theirs = try await world.house.browser(as: contact.id).get("/regions/\(world.region.id)")
        #expect(!theirs.shows("11 lopen"))
        #expect(!theirs.shows("Zelfscan sluit"))
    }

    @Test("somebody of a partner sees what is asked of them, not the region's year")
    func partner() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Docent", .partnerContact, in: world.region)
        let seen = try await world.house.browser(as: person.id).get("/regions/\(world.region.id)")
        #expect(seen.status == 200)
        #expect(seen.shows("/my-actions"))
        #expect(!seen.shows("Deze maand"))
        #expect(!seen.shows("class=\"path\""))
        #expect(!seen.shows("Partners toevoegen"))
    }

    @Test("a role that ended yesterday opens nothing today; one that ends today still does (A6)")
    func ended() async throws {
        let world = try await SmallWorld()
        let former = try await world.person("Oud", .projectLeader, in: world.region, until: Day("2026-11-22"))
        let leaving = try await world.person("Bijna", .projectLeader, in: world.region, until: Day("2026-11-23"))
        let home = "/regions/\(world.region.id)"
        #expect(try await world.house.browser(as: former.id).get(home).status == 404)
        let browser = try await world.house.browser(as: leaving.id)
        world.house.time.pass(seconds: 11 * 3600)
        #expect(try await browser.get(home).status == 200)
        world.house.time.pass(seconds: 2 * 3600)
        #expect(try await browser.get(home).status == 404)
    }

    @Test("another region looks the same as one that does not exist (A2)")
    func elsewhere() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let browser = try await world.house.browser(as: person.id)
        let other = try await browser.get("/regions/\(world.other.id)")
        // A key of the same length: the frame's language form names the address it stands on.
        let absent = try await browser.get("/regions/\(Region.ID.new(at: world.house.time.now))")
        #expect(other.status == 404)
        #expect(absent.status == 404)
        #expect(other.body.count == absent.body.count)
        #expect(!other.shows("De Meren"))
    }

    @Test("roles of a programme open no region: office, critical friend, committee, commissioner", arguments: Role.ofProgramme)
    func programmeRoles(role: Role) async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Iemand", role)
        #expect(try await world.house.browser(as: person.id).get("/regions/\(world.region.id)").status == 404)
    }

    @Test("hostile names stay text (S1)")
    func hostile() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("\"\u{0301}><script>x</script>", .projectLeader, in: world.region)
        let seen = try await world.house.browser(as: person.id).get("/account")
        #expect(!seen.shows("<script>x"))
    }
}

@Suite("The demo's door")
struct DemoDoorTests {
    @Test("in a real house there is no such door")
    func closed() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let browser = world.house.browser()
        #expect(try await browser.get("/demo").status == 404)
        let token = try await browser.get("/sign-in").formToken
        #expect(try await browser.post("/demo/sign-ins", ["person": person.id.text], token: token).status == 404)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM session") == 0)
    }

    @Test("in the demo everyone of the cast is one click away, with role and place")
    func opens() async throws {
        let world = try await SmallWorld(isDemo: true)
        let leader = try await world.person("Marijke", .projectLeader, in: world.region)
        try await world.person("Bea", .office)
        try await world.person("Joost", .projectLeader, in: world.other)
        let browser = world.house.browser()
        #expect(try await browser.get("/").location == "/demo")
        let door = try await browser.get("/demo")
        #expect(door.shows("Kijk als Marijke"))
        #expect(door.shows("Kijk als Bea"))
        #expect(!door.shows("Joost"))
        let seen = try await browser.post("/demo/sign-ins", ["person": leader.id.text], from: "/demo")
        #expect(seen.status == 303)
        #expect(try await browser.get("/regions/\(world.region.id)").status == 200)
    }

    @Test("somebody outside the cast cannot be signed in as")
    func outside() async throws {
        let world = try await SmallWorld(isDemo: true)
        let other = try await world.person("Joost", .projectLeader, in: world.other)
        #expect(try await world.house.browser().post("/demo/sign-ins", ["person": other.id.text], from: "/demo").status == 404)
    }
}
