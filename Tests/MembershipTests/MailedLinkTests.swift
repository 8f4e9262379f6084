import App
import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@Suite("Signing in by a mailed link")
struct MailedLinkTests {
    private func world() async throws -> (SmallWorld, Person) {
        let world = try await SmallWorld()
        return (world, try await world.person("Marijke", .projectLeader, in: world.region, hash: world.hash()))
    }

    private func ask(_ email: String, _ world: SmallWorld) async throws -> Seen {
        try await world.house.browser().post("/sign-in/links", ["email": email])
    }

    /// The addresses of links in the letters that went.
    private func links(_ world: SmallWorld) async throws -> [String] {
        try await LetterDelivery.deliver(world.house.house)
        let folder = LetterDelivery.folder(world.house.house)
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".eml") }.map
        { name in
            let letter = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            let part = try #require(
                letter.components(separatedBy: "\r\n\r\n").dropFirst(2).first?.components(separatedBy: "\r\n--").first)
            let text = String(
                decoding: try #require(Data(base64Encoded: part.replacingOccurrences(of: "\r\n", with: ""))),
                as: UTF8.self)
            return try #require(text.firstMatch(of: /\/sign-in\/links\/[0-9a-z]{26}/)).output.description
        }
    }

    @Test("S4: it works once; looking by GET or HEAD uses nothing up")
    func once() async throws {
        let (world, _) = try await world()
        #expect(try await ask("Marijke@voorbeeld.nl", world).location == "/sign-in/link-sent")
        let link = try #require(try await links(world).first)
        for _ in 0..<3 {
            #expect(try await world.house.browser().get(link).status == 200)
            #expect(try await world.house.browser().head(link).status == 200)
        }
        let browser = world.house.browser()
        #expect(try await browser.post(link).status == 303)
        #expect(try await browser.get("/regions/\(world.region.id)").shows("Rijnstreek"))
        #expect(try await world.house.browser().get(link).status == 404)
        let holder = try #require(link.split(separator: "/").last.map(String.init))
        let token = world.house.house.formTokens.token(for: holder)
        #expect(try await world.house.browser().post(link, [:], token: token).status == 404)
        #expect(try await world.house.browser().post(link + "/passwords", [:], token: token).status == 404)
    }

    /// Whether a link still lets somebody in after it was looked at.
    private func survivesLooking(_ wings: [Wing]) async throws -> Bool {
        let world = try await SmallWorld(wings: wings)
        try await world.person("Marijke", .projectLeader, in: world.region, hash: world.hash())
        _ = try await ask("marijke@voorbeeld.nl", world)
        let link = try #require(try await links(world).first)
        _ = try await world.house.browser().get(link)
        let token = world.house.house.formTokens.token(for: String(link.suffix(26)))
        return try await world.house.browser().post(link, [:], token: token).status == 303
    }

    @Test("S4, mutant: a link that is used up by looking is seen")
    func mutant() async throws {
        #expect(try await survivesLooking(Wings.all))
        let pattern = "/sign-in/links/:secret"
        let both = Wings.all.flatMap(\.routes).filter { $0.pattern == pattern }
        #expect(both.count == 2, "to look, and to use")
        let wings = Wings.all.map { wing in
            var routes = wing.routes
            if let place = routes.firstIndex(where: { $0.pattern == pattern }) {
                routes[place] = .get(pattern, .holder, both[1].handler)
            }
            return Wing(
                name: wing.name, routes: routes, migrations: wing.migrations, texts: wing.texts, menu: wing.menu,
                home: wing.home,
                letters: wing.letters, handovers: wing.handovers)
        }
        #expect(try await !survivesLooking(wings))
    }

    @Test("S4: after ten minutes it opens nothing, and a letter that comes too late is not sent")
    func tenMinutes() async throws {
        let (world, _) = try await world()
        _ = try await ask("marijke@voorbeeld.nl", world)
        let link = try #require(try await links(world).first)
        world.house.time.pass(seconds: 599)
        #expect(try await world.house.browser().get(link).status == 200)
        _ = try await ask("marijke@voorbeeld.nl", world)
        world.house.time.pass(seconds: 1)
        #expect(try await world.house.browser().get(link).status == 404, "mutant: one second earlier it did open")
        world.house.time.pass(seconds: 599)
        #expect(try await links(world).count == 1)
    }

    @Test("S4: the database holds neither the link nor its secret, and two that are asked end together")
    func hashed() async throws {
        let (world, _) = try await world()
        _ = try await ask("marijke@voorbeeld.nl", world)
        _ = try await ask("marijke@voorbeeld.nl", world)
        let found = try await links(world)
        #expect(Set(found).count == 2)
        let secrets = found.compactMap { $0.split(separator: "/").last.map(String.init) }
        let values = try EveryTable(file: world.house.folder + "/regio.sqlite").tables.flatMap(\.rows).flatMap { $0 }
        #expect(
            values.contains("marijke@voorbeeld.nl")
                && !values.contains { value in secrets.contains { value.contains($0) } })
        #expect(try await world.house.browser().post(found[0]).status == 303)
        #expect(try await world.house.browser().get(found[1]).status == 404)
    }

    @Test(
        "known and unknown addresses get the same answer in the same time (S3); nobody gets a letter that is not theirs"
    )
    func alike() async throws {
        let (world, _) = try await world()
        let token = try await world.house.browser().get("/sign-in/links").formToken
        var times: [Bool: [Duration]] = [:]
        for turn in 1...20 {
            for isKnown in turn % 2 == 0 ? [true, false] : [false, true] {
                let begun = ContinuousClock.now
                let seen = try await world.house.browser().post(
                    "/sign-in/links", ["email": isKnown ? "marijke@voorbeeld.nl" : "nieman@voorbeeld.nl"], token: token)
                times[isKnown, default: []].append(ContinuousClock.now - begun)
                #expect(seen.status == 303 && seen.location == "/sign-in/link-sent")
                world.house.time.pass(seconds: 601)
            }
        }
        let fastest = [true, false].compactMap { times[$0]?.min() }
        #expect(fastest.count == 2 && max(fastest[0], fastest[1]) <= min(fastest[0], fastest[1]) * 2)
        _ = try await ask("nieman@voorbeeld.nl", world)
        #expect(try await links(world).isEmpty)
    }

    @Test("asking often makes three letters, and then none until the first is over")
    func often() async throws {
        let (world, _) = try await world()
        for _ in 0..<8 { _ = try await ask("marijke@voorbeeld.nl", world) }
        #expect(try await links(world).count == 3)
    }

    @Test("with it a forgotten password is replaced, which ends every session")
    func forgotten() async throws {
        let (world, person) = try await world()
        let old = try await world.house.browser(as: person.id)
        _ = try await ask("marijke@voorbeeld.nl", world)
        let link = try #require(try await links(world).first)
        let browser = world.house.browser()
        let welcome = try #require(try await browser.post(link + "/passwords", from: link).location)
        let words = "een nieuwe zin met regen"
        #expect(
            try await browser.post(welcome, ["name": "Marijke", "password": words, "password-again": words]).status
                == 303)
        #expect(try await old.get("/account").status == 303)
        let again = world.house.browser()
        #expect(try await again.post("/sign-in", ["email": "marijke@voorbeeld.nl", "password": words]).location == "/")
        #expect(try await again.get(link).status == 404)
    }
}
