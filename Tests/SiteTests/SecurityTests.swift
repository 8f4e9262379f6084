import Database
import Site
import Testing

@Suite("Secrets, tokens and the throttle")
struct SecurityTests {
    private let start = Moment(milliseconds: 1_800_000_000_000)

    @Test("SHA-256 agrees with the published example of 'abc'")
    func sha256() {
        #expect(hexadecimal(Sodium.sha256(Array("abc".utf8)))
            == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("a secret survives writing and reading, and nothing else is taken for one")
    func secrets() {
        let secret = Secret.new()
        #expect(Secret(secret.text) == secret)
        #expect(Secret(secret.text.uppercased()) == nil || secret.text == secret.text.uppercased())
        #expect(Secret(secret.text + "a") == nil)
        #expect(Secret(String(repeating: "l", count: 26)) == nil)
        #expect(Set((0..<1000).map { _ in Secret.new().text }).count == 1000)
    }

    @Test("digests for different purposes have nothing in common")
    func purposes() {
        let secret = Secret.new()
        #expect(secret.digest(for: "invitation") != secret.digest(for: "response"))
    }

    @Test("a form token fits its holder only")
    func tokens() {
        let tokens = FormTokens(key: Sodium.random(32))
        let token = tokens.token(for: "a")
        #expect(tokens.isToken(token, for: "a"))
        #expect(!tokens.isToken(token, for: "b"))
        #expect(!tokens.isToken(nil, for: "a"))
        #expect(!FormTokens(key: Sodium.random(32)).isToken(token, for: "a"))
    }

    @Test("L5: five failures shut one account from one address, for fifteen minutes")
    func perAccount() {
        let throttle = Throttle()
        for _ in 0..<5 { #expect(throttle.attempt(account: "a", address: "1", at: start) == .open) }
        #expect(throttle.attempt(account: "a", address: "1", at: start) == .shut)
        #expect(throttle.attempt(account: "a", address: "2", at: start) == .open, "nobody locks out another")
        #expect(throttle.attempt(account: "b", address: "1", at: start) == .open)
        #expect(throttle.attempt(account: "a", address: "1", at: start.adding(seconds: 901)) == .open)
    }

    @Test("L5: thirty failures shut an address; successes of 200 people do not")
    func perAddress() {
        let throttle = Throttle()
        for number in 0..<200 { throttle.succeeded(account: "p\(number)", address: "school") }
        for number in 0..<30 { #expect(throttle.attempt(account: "q\(number)", address: "school", at: start) == .open) }
        #expect(throttle.attempt(account: "somebody", address: "school", at: start) == .crowded)
        #expect(throttle.attempt(account: "p7", address: "school", at: start) == .open, "who got in from there before")
    }
}

@Suite("Rules close when in doubt")
struct RuleTests {
    private let region = RegionID("r1")
    private let other = RegionID("r2")

    @Test("a region's rule admits nobody where the address names no region")
    func noRegion() throws {
        let viewer = Viewer(
            person: try #require(PersonID("p")), name: "P", language: .dutch,
            holdings: [Holding(role: .projectLeader, region: region)])
        #expect(Rule.inRegion(.leaders).admits(viewer, Scope(region: region), isDemo: false))
        #expect(!Rule.inRegion(.leaders).admits(viewer, Scope(), isDemo: false))
        #expect(!Rule.inRegion(.leaders).admits(viewer, Scope(region: other), isDemo: false))
        #expect(!Rule.inRegion(.leaders).admits(nil, Scope(region: region), isDemo: false))
    }

    @Test("office, committee, critical friend and commissioner stand in no circle of a region")
    func programmeRoles() {
        let circles: [Circle] = [.executive, .leaders, .workers, .insiders, .members]
        for circle in circles {
            #expect(circle.roles.isDisjoint(with: [.office, .committeeMember, .criticalFriend, .commissioner]))
        }
    }
}
