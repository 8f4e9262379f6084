import App
import Database
import Markup
import Membership
import Site
import TestHouse
import Testing

@Suite("Welcome links")
struct WelcomeTests {
    private func invited(_ world: SmallWorld, _ name: String = "Sanne Bos") async throws -> (Person, String) {
        let person = try await world.person(name, .projectLeader, in: world.region)
        let now = world.house.time.now
        let secret = try await world.house.database.write { try Welcome.invite(person.id, at: now, $0) }
        return (person, Welcome.link(secret).text)
    }

    private let answers: KeyValuePairs = [
        "name": "Sanne Bosch", "password": SmallWorld.password, "password-again": SmallWorld.password,
    ]

    @Test("a name and a password are enough to begin, and lead to one's own region")
    func joins() async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        let browser = world.house.browser()
        let page = try await browser.get(link)
        #expect(page.shows("sanne.bos@voorbeeld.nl"))
        #expect(page.shows("Minstens 12 tekens"))
        let seen = try await browser.post(link, answers)
        #expect(seen.status == 303)
        #expect(try await browser.get("/").location == "/regions/\(world.region.id)")
        #expect(try await browser.get("/account").shows("Sanne Bosch"))
        let again = world.house.browser()
        let signedIn = try await again.post(
            "/sign-in", ["email": "sanne.bos@voorbeeld.nl", "password": SmallWorld.password])
        #expect(signedIn.status == 303)
    }

    @Test("looking at a link, by GET or HEAD, does not use it up (S4)")
    func looking() async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        let browser = world.house.browser()
        for _ in 1...3 {
            #expect(try await browser.get(link).status == 200)
            #expect(try await browser.head(link).status == 200)
        }
        #expect(try await browser.post(link, answers).status == 303)
    }

    @Test("unknown, used, too old, malformed: one kind page, the same for each")
    func gone() async throws {
        let world = try await SmallWorld()
        let (_, used) = try await invited(world, "Een")
        _ = try await world.house.browser().post(used, answers)
        let (_, old) = try await invited(world, "Twee")
        world.house.time.pass(days: 7, seconds: 1)
        let (known, replaced) = try await invited(world, "Drie")
        let now = world.house.time.now
        _ = try await world.house.database.write { try Welcome.invite(known.id, at: now, $0) }
        let links = [used, old, replaced, "/welcome/\(Secret.new().text)", "/welcome/nonsense", "/welcome/%00%ff"]
        var bodies: Set<[UInt8]> = []
        for link in links {
            let seen = try await world.house.browser().get(link)
            #expect(seen.status == 404)
            #expect(seen.shows("Deze link werkt niet meer"))
            // The frame's form names the address it stands on.
            bodies.insert(Array(seen.text.split(separator: "<footer")[0].utf8))
        }
        #expect(bodies.count == 1)
    }

    @Test("a link lasts 7 days")
    func lasts() async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        world.house.time.pass(days: 7, seconds: -1)
        #expect(try await world.house.browser().get(link).status == 200)
    }

    @Test("the same form sent twice lets in once")
    func twice() async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        let token = try await world.house.browser().get(link).formToken
        let first = try await world.house.browser().post(link, answers, token: token)
        let second = try await world.house.browser().post(link, answers, token: token)
        #expect([first.status, second.status] == [303, 404])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM session") == 1)
    }

    @Test("an invitation opens nothing for whoever has a password already: accounts cannot be taken over")
    func noTakeOver() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .office, hash: world.hash())
        let now = world.house.time.now
        let secret = try await world.house.database.write { try Welcome.invite(person.id, at: now, $0) }
        #expect(try await world.house.browser().get(Welcome.link(secret).text).status == 404)
        let renewal = try await world.house.database.write { try Welcome.renewal(person.id, at: now, $0) }
        #expect(try await world.house.browser().get(Welcome.link(renewal).text).status == 200)
    }

    @Test(
        "a password that is short, easy or mistyped is refused with what to do",
        arguments: [
            ("kort", "kort", "minstens 12 tekens"), ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "makkelijk te raden"),
            ("sanne.bos@voorbeeld.nl", "sanne.bos@voorbeeld.nl", "makkelijk te raden"),
            ("een lange zin hier", "een lange zin daar", "typte hier iets anders"),
        ])
    func passwords(password: String, again: String, words: String) async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        let seen = try await world.house.browser().post(
            link, ["name": "Sanne", "password": password, "password-again": again])
        #expect(seen.status == 422)
        #expect(seen.shows(words))
        #expect(seen.shows("value=\"Sanne\""))
        #expect(try await world.house.browser().get(link).status == 200)
    }

    @Test("fields that the form does not have change nothing (A8)")
    func extraFields() async throws {
        let world = try await SmallWorld()
        let (person, link) = try await invited(world)
        _ = try await world.house.browser().post(
            link,
            [
                "name": "Sanne", "password": SmallWorld.password, "password-again": SmallWorld.password,
                "email": "ander@voorbeeld.nl", "programme": "Mijn programma", "person": "x", "role": "office", "kind": "first",
            ])
        let stored = try await world.house.database.read { try PersonStore.person(person.id, $0) }
        #expect(stored?.email == "sanne.bos@voorbeeld.nl")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM programme") == 1)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM holding") == 1)
    }

    @Test("the language can be chosen on a page that belongs to a link")
    func language() async throws {
        let world = try await SmallWorld()
        let (_, link) = try await invited(world)
        let browser = world.house.browser()
        let token = FormTokens(key: world.house.assembly.house.key).token(for: FormTokens.nobody)
        #expect(try await browser.post("/language", ["language": "en", "next": link], token: token).location == link)
        #expect(browser.cookies["__Host-language"] == "en")
    }
}

@Suite("The first person of a server")
struct FirstPersonTests {
    private let answers: KeyValuePairs = [
        "name": "Anna Bureau", "email": "Anna@voorbeeld.nl", "programme": "Techniek 2030",
        "password": SmallWorld.password, "password-again": SmallWorld.password,
    ]

    @Test("an empty server gives a link that makes the first person, who becomes the office of the first programme")
    func begins() async throws {
        let house = try TestHouse()
        let address = try #require(try await FirstPerson.link(house.assembly.house))
        let link = address.replacing(house.assembly.settings.publicAddress, with: "")
        let browser = house.browser()
        let seen = try await browser.post(link, answers)
        #expect(seen.status == 303)
        let changes = try #require(seen.location)
        #expect(try await browser.get(changes).shows("Techniek 2030"))
        #expect(try await browser.get("/programmes/new").status == 200)
        #expect(try await browser.get("/").shows("Techniek 2030"))
        #expect(try await FirstPerson.link(house.assembly.house) == nil)
    }

    @Test("once there is somebody, an older first link opens nothing")
    func once() async throws {
        let house = try TestHouse()
        let address = try #require(try await FirstPerson.link(house.assembly.house))
        let link = address.replacing(house.assembly.settings.publicAddress, with: "")
        let now = house.time.now
        let person = Person(id: .new(at: now), name: "Piet", email: "piet@voorbeeld.nl", language: .dutch)
        try await house.database.write { try PersonStore.add(person, $0) }
        #expect(try await house.browser().get(link).status == 404)
    }

    @Test("everything that is missing is said at once")
    func missing() async throws {
        let house = try TestHouse()
        let address = try #require(try await FirstPerson.link(house.assembly.house))
        let link = address.replacing(house.assembly.settings.publicAddress, with: "")
        let seen = try await house.browser().post(link, ["email": "geen adres"])
        #expect(seen.status == 422)
        for words in ["Vul uw naam in.", "naam@voorbeeld.nl.", "Geef het programma een naam.", "minstens 12 tekens"] {
            #expect(seen.shows(words), "\(words)")
        }
    }
}
