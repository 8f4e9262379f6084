import Database
import Foundation
import Markup
import Site
import TestHouse
import Testing

@testable import Membership

@Suite("Codes that change with time (RFC 6238)")
struct OneTimeCodeTests {
    @Test(
        "SHA-1 as FIPS 180 has it",
        arguments: [
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
        ])
    func digests(text: String, digest: String) { #expect(hexadecimal(SHA1.digest(Array(text.utf8))) == digest) }

    @Test("SHA-1 of a million letters, as FIPS 180 has it")
    func million() {
        let digest = hexadecimal(SHA1.digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)))
        #expect(digest == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    }

    @Test("HMAC as RFC 2202 has it, also with a key longer than a block")
    func hmac() {
        #expect(
            hexadecimal(SHA1.hmac(Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20)))
                == "b617318655057264e28bc0b6fb378c8ef146be00")
        let long = SHA1.hmac(
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            key: [UInt8](repeating: 0xAA, count: 80))
        #expect(hexadecimal(long) == "aa4ae5e15272d00e95705637ce8a3b55ed402112")
    }

    @Test(
        "the vectors of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        let step = OneTimeCode.step(at: Moment(milliseconds: seconds * 1000))
        #expect(OneTimeCode(key: Array("12345678901234567890".utf8)).code(step: step, digits: 8) == code)
    }

    @Test("a code holds for its own half minute and the ones beside it, and not again after it was used")
    func window() {
        let (code, now) = (OneTimeCode.new(), Moment(milliseconds: 1_800_000_000_000))
        let step = OneTimeCode.step(at: now)
        #expect(
            (-3...3).map { code.step(of: code.code(step: step + $0), at: now, after: 0) != nil } == [
                false, false, true, true, true, false, false,
            ])
        #expect(code.step(of: code.code(step: step), at: now, after: step) == nil)
        #expect(code.step(of: "", at: now, after: 0) == nil)
    }

    @Test("the key is shown as RFC 4648 writes base 32")
    func shown() {
        #expect(OneTimeCode(key: Array("12345678901234567890".utf8)).shown == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }
}

@Suite("A code after the password, for office, committee and lead executive")
struct SecondStepTests {
    private let world: SmallWorld
    private let person: Person

    init() async throws {
        world = try await SmallWorld()
        person = try await world.person("Pieter", .leadExecutive, in: world.region, hash: world.hash())
    }

    private var path: String { "/account/second-step" }

    private func stored() async throws -> SecondStep {
        let (key, id) = (world.house.key, person.id)
        let found = try await world.house.database.read { try SecondStepStore.step(of: id, key: key, $0) }
        return try #require(found)
    }

    private func code(_ later: Int64 = 0) async throws -> String {
        let step = try await stored()
        return step.code.code(step: OneTimeCode.step(at: world.house.time.now) + later)
    }

    /// Turns it on; answers the recovery codes.
    private func enrolled() async throws -> [String] {
        let browser = try await world.house.browser(as: person.id)
        #expect(try await browser.post(path, ["password-now": SmallWorld.password]).status == 303)
        #expect(try await browser.post(path + "/confirmations", ["code": "000000"], from: path).status == 422)
        let shown = try await browser.post(path + "/confirmations", ["code": code()], from: path)
        let codes = shown.text.matches(of: /[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/).map { String($0.output) }
        #expect(shown.status == 200 && codes.count == 8)
        world.house.time.pass(seconds: 60)
        return codes
    }

    private func entering(_ browser: Browser) async throws -> String {
        let seen = try await browser.post(
            "/sign-in", ["email": person.email, "password": SmallWorld.password, "next": "/my-actions"],
            from: "/sign-in")
        #expect(seen.status == 303)
        return try #require(seen.location)
    }

    private func isIn(_ browser: Browser) async throws -> Bool { try await browser.get("/account").status == 200 }

    private func send(_ code: String, _ page: String, _ browser: Browser) async throws -> Seen {
        let action = String(page.prefix { $0 != "?" })
        return try await browser.post(action, ["code": code, "next": "/my-actions"], from: page)
    }

    @Test("the password alone lets nobody in; with a code it does, and each code once")
    func asked() async throws {
        _ = try await enrolled()
        let browser = world.house.browser()
        let page = try await entering(browser)
        #expect(page.hasPrefix("/sign-in/codes/"))
        #expect(try await !isIn(browser))
        #expect(try await send("123456", page, browser).status == 422)
        #expect(try await !isIn(browser))
        let used = try await code()
        #expect(try await send(used, page, browser).location == "/my-actions")
        #expect(try await isIn(browser))
        let other = world.house.browser()
        #expect(
            try await send(used, try await entering(other), other).status == 422,
            "mutant: the same code again is seen to be refused")
        #expect(try await !isIn(other))
    }

    @Test("a recovery code works once; none of them stands in the database, nor does the key")
    func recovery() async throws {
        let codes = try await enrolled()
        for (number, isTaken) in [(0, true), (0, false), (1, true)] {
            let browser = world.house.browser()
            _ = try await send(codes[number], try await entering(browser), browser)
            #expect(try await isIn(browser) == isTaken)
        }
        let values = try EveryTable(file: world.house.folder + "/regio.sqlite").tables.flatMap(\.rows).flatMap { $0 }
        let step = try await stored()
        let secrets =
            codes.map(SecondStep.bare) + codes + [hexadecimal(step.code.key), step.code.shown.replacing(" ", with: "")]
        #expect(!values.contains { value in secrets.contains { value.contains($0) } })
    }

    @Test("after five wrong codes, or ten minutes, the password is asked anew")
    func tries() async throws {
        _ = try await enrolled()
        let browser = world.house.browser()
        let page = try await entering(browser)
        for _ in 0..<5 { _ = try await send("000000", page, browser) }
        #expect(try await browser.get(page).status == 404)
        world.house.time.pass(seconds: 901)
        let again = try await entering(browser)
        world.house.time.pass(seconds: 600)
        #expect(try await browser.get(again).status == 404)
    }

    @Test("a mailed link asks for the code too")
    func mailed() async throws {
        _ = try await enrolled()
        let now = world.house.time.now
        let secret = MailedLink.secret(.new(at: now), key: world.house.key)
        try await world.house.database.write { [person] in
            try MailedLinkStore.add(secret, for: person.email, ends: now.adding(seconds: 600), $0)
        }
        let browser = world.house.browser()
        #expect(try await browser.post(MailedLink.link(secret).text).location?.hasPrefix("/sign-in/codes/") == true)
        #expect(try await !isIn(browser))
    }

    @Test("it ends with the password and a code, or on the machine; not with one of them")
    func ends() async throws {
        _ = try await enrolled()
        let browser = try await world.house.browser(as: person.id)
        let removals = path + "/removals"
        #expect(try await browser.post(removals, ["password-now": "fout", "code": code()], from: path).status == 422)
        #expect(
            try await browser.post(removals, ["password-now": SmallWorld.password, "code": "000000"], from: path).status
                == 422)
        #expect(
            try await browser.post(removals, ["password-now": SmallWorld.password, "code": code()], from: path).location
                == "/account")
        #expect(try await entering(world.house.browser()) == "/my-actions")
        world.house.time.pass(seconds: 60)
        _ = try await enrolled()
        let now = world.house.time.now
        try await world.house.database.write { [person] in try MachineDoor.takeOffCode(person.email, at: now, $0) }
        #expect(try await entering(world.house.browser()) == "/my-actions")
    }

    @Test("it is offered to who decides for others, and takes the password to begin")
    func offered() async throws {
        let contact = try await world.person("Contact", .partnerContact, in: world.region, hash: world.hash())
        #expect(try await world.house.browser(as: contact.id).get(path).status == 404)
        let browser = try await world.house.browser(as: person.id)
        #expect(try await browser.post(path, ["password-now": "fout"]).status == 422)
        #expect(try await browser.get("/account").shows("Log in met een code naast uw wachtwoord"))
    }
}
