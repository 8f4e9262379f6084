import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@Suite("One's own account")
struct AccountTests {
    @Test("one sees where one is signed in, and can end one or all others (S6)")
    func sessions() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let here = try await world.house.browser(as: person.id)
        let phone = try await world.house.browser(as: person.id)
        let desk = try await world.house.browser(as: person.id)
        #expect(try await here.get("/account").text.components(separatedBy: "Daar uitloggen:").count == 3)
        _ = try await here.post("/account/ended-sessions", [:], from: "/account")
        #expect(try await phone.get("/account").status == 303)
        #expect(try await desk.get("/account").status == 303)
        #expect(try await here.get("/account").status == 200)
    }

    @Test("one ends only one's own sessions, whatever key is sent")
    func othersSessions() async throws {
        let world = try await SmallWorld()
        let mine = try await world.person("Marijke", .projectLeader, in: world.region)
        let theirs = try await world.person("Joost", .projectLeader, in: world.other)
        let joost = try await world.house.browser(as: theirs.id)
        let now = world.house.time.now
        let key = try await world.house.database.read {
            try SessionStore.all(of: theirs.id, at: now, this: nil, $0).first?.key
        }
        let marijke = try await world.house.browser(as: mine.id)
        _ = try await marijke.post("/account/ended-sessions", ["session": key ?? ""], from: "/account")
        #expect(try await joost.get("/account").status == 200)
    }

    @Test("a new password ends every session but this one, which goes on under a new id")
    func newPassword() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region, hash: world.hash())
        let here = try await world.house.browser(as: person.id)
        let there = try await world.house.browser(as: person.id)
        let old = try #require(here.cookies["__Host-session"])
        let seen = try await here.post(
            "/account/passwords",
            [
                "password-now": SmallWorld.password, "password": "vier andere losse woorden",
                "password-again": "vier andere losse woorden",
            ], from: "/account")
        #expect(seen.status == 303)
        #expect(try await there.get("/account").status == 303)
        #expect(try await Browser(house: world.house, session: Secret(old)).get("/account").status == 303)
        #expect(try await here.get("/account").status == 200)
        let again = try await world.house.browser().post(
            "/sign-in", ["email": "marijke@voorbeeld.nl", "password": "vier andere losse woorden"])
        #expect(again.status == 303)
    }

    @Test("without the password of now nothing changes, and guessing at it is held up")
    func wrongPassword() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region, hash: world.hash())
        let browser = try await world.house.browser(as: person.id)
        for _ in 1...5 {
            let seen = try await browser.post(
                "/account/passwords",
                ["password-now": "fout", "password": "vier andere woorden", "password-again": "vier andere woorden"],
                from: "/account")
            #expect(seen.status == 422)
            #expect(seen.shows("Dit is niet uw wachtwoord van nu."))
            #expect(seen.shows("value=\"Marijke\""))
        }
        let held = try await browser.post(
            "/account/passwords",
            [
                "password-now": SmallWorld.password, "password": "vier andere woorden",
                "password-again": "vier andere woorden",
            ], from: "/account")
        #expect(held.status == 422)
    }

    @Test("a name and a language are one's own to change, and nothing else is (A8)")
    func about() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let other = try await world.person("Joost")
        let browser = try await world.house.browser(as: person.id)
        let seen = try await browser.post(
            "/account",
            ["name": "Marijke de Wit", "language": "en", "email": "x@y.nl", "person": other.id.text, "role": "office"])
        #expect(seen.status == 303)
        let stored = try await world.house.database.read { try PersonStore.person(person.id, $0) }
        #expect(stored == Person(id: person.id, name: "Marijke de Wit", email: person.email, language: .english))
        #expect(try await world.house.database.read { try PersonStore.person(other.id, $0) } == other)
        #expect(try await browser.post("/account", ["name": "  "]).shows("Fill in your name."))
    }

    @Test("the choice of language under a page is kept for whoever is signed in")
    func language() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let browser = try await world.house.browser(as: person.id)
        _ = try await browser.post("/language", ["language": "en", "next": "/account"], from: "/account")
        #expect(try await browser.get("/account").shows("<html lang=\"en\""))
    }

    @Test("whoever works on stays signed in; after twelve hours without a visit the session has ended")
    func stays() async throws {
        let world = try await SmallWorld()
        let person = try await world.person("Marijke", .projectLeader, in: world.region)
        let browser = try await world.house.browser(as: person.id)
        for _ in 1...4 {
            world.house.time.pass(seconds: 11 * 3600)
            #expect(try await browser.get("/account").status == 200)
        }
        world.house.time.pass(seconds: 12 * 3600 + 1)
        #expect(try await browser.get("/account").status == 303)
    }
}
