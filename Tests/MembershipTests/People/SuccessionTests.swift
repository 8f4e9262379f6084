import App
import Database
import Markup
import Membership
import Site
import Synchronization
import TestHouse
import Testing

@Suite("A role that ends")
struct SuccessionTests {
    @Test("a role that ends, ends at once: the next page is not found (A6)")
    func atOnce() async throws {
        let region = try await SmallRegion()
        let facilitator = try await region.appointee(.facilitator)
        let theirs = try await region.house.browser(as: facilitator.person.id)
        #expect(try await theirs.get(region.partners).status == 200)
        let path = "\(region.peoplePath)/\(facilitator.id.text)/endings"
        let sent = try await region.leading().post(path, ["when": "now", "successor": "nobody", "until-was": ""])
        #expect(sent.status == 303)
        #expect(try await theirs.get(region.partners).status == 404)
    }

    /// Whom the gate sees in somebody, at this moment.
    private func viewer(_ person: Person.ID, _ house: TestHouse) async throws -> Viewer? {
        let (viewers, today) = (house.house.viewers, house.time.today)
        return try await house.database.read { try viewers.viewer(person, today: today, $0) }
    }

    private func isLetIn(_ viewer: Viewer?, _ region: Region.ID) -> Bool {
        Rule.inRegion(.insiders).admits(viewer, Scope(region: region), isDemo: false)
    }

    @Test("A6: mutant: whoever is known from before the end would still be let in")
    func kept() async throws {
        let region = try await SmallRegion()
        let facilitator = try await region.appointee(.facilitator)
        let kept = try await viewer(facilitator.person.id, region.house)
        #expect(isLetIn(kept, region.here))
        let path = "\(region.peoplePath)/\(facilitator.id.text)/endings"
        _ = try await region.leading().post(path, ["when": "now", "successor": "nobody", "until-was": ""])
        #expect(isLetIn(kept, region.here), "a viewer that is kept opens the door that has closed")
        let anew = try await viewer(facilitator.person.id, region.house)
        #expect(!isLetIn(anew, region.here))
    }

    @Test("A6: every role can have a last day, and is gone the day after", arguments: Role.allCases)
    func lastDay(_ role: Role) async throws {
        let world = try await SmallWorld()
        let isOfRegion = Role.ofRegion.contains(role)
        let person = try await world.person("Iemand", role, in: isOfRegion ? world.region : nil, until: world.house.time.today)
        let browser = try await world.house.browser(as: person.id)
        #expect(try await viewer(person.id, world.house)?.holdings.map(\.role) == [role])
        world.house.time.pass(seconds: 11 * 3600)
        _ = try await browser.get("/account")
        world.house.time.pass(seconds: 2 * 3600)
        #expect(try await viewer(person.id, world.house)?.holdings.isEmpty ?? true)
        #expect(try await browser.get("/account").status == 200, "the account itself stays")
    }

    @Test("a role that ends on a later day lasts through that day, and not a day longer")
    func later() async throws {
        let region = try await SmallRegion()
        let facilitator = try await region.appointee(.facilitator)
        let path = "\(region.peoplePath)/\(facilitator.id.text)/endings"
        let sent = try await region.leading().post(
            path, ["when": "later", "until": "2026-11-24", "successor": "nobody", "until-was": ""])
        #expect(sent.status == 303)
        region.house.time.pass(days: 1)
        #expect(try await region.house.browser(as: facilitator.person.id).get(region.partners).status == 200)
        region.house.time.pass(days: 1)
        #expect(try await region.house.browser(as: facilitator.person.id).get(region.partners).status == 404)
    }

    @Test("the page says what is open, and the successor inherits it with the role from the next day")
    func inherits() async throws {
        let open = OpenDesk(["steering-group-member": 3])
        let region = try await SmallRegion(handovers: [open.handover])
        open.name(region.people)
        let member = try await region.appointee(.steeringGroupMember)
        let heir = try await region.appointee(.partnerContact)
        let path = "\(region.peoplePath)/\(member.id.text)/endings"
        let browser = try await region.leading()
        #expect(try await browser.get(path).shows("3 open dingen"))
        let sent = try await browser.post(
            path, ["when": "later", "until": "2026-11-30", "successor": heir.person.id.text, "until-was": ""])
        #expect(sent.status == 303)
        let now = try await region.appointees().filter { $0.role == .steeringGroupMember }
        #expect(now.first { $0.person.id == member.person.id }?.until == Day("2026-11-30"))
        #expect(now.first { $0.person.id == heir.person.id }?.from == Day("2026-12-01"))
        #expect(open.count(heir.person.id) == 3)
        #expect(open.count(member.person.id) == 0)
    }

    @Test("somebody new takes over and gets a link")
    func newSuccessor() async throws {
        let region = try await SmallRegion()
        let member = try await region.appointee(.steeringGroupMember)
        let path = "\(region.peoplePath)/\(member.id.text)/endings"
        let page = try await region.leading().post(
            path, ["when": "now", "successor": "new", "name": "Nieuw", "email": "nieuw@school.nl", "until-was": ""])
        #expect(page.status == 200)
        #expect(page.welcomeLink != nil)
        let heir = try #require(try await region.appointees().first { $0.person.email == "nieuw@school.nl" })
        #expect(heir.role == .steeringGroupMember)
        #expect(heir.from == region.house.time.today)
    }

    @Test("the last project leader ends only with a successor, whoever asks")
    func lastLeader() async throws {
        let region = try await SmallRegion()
        let leader = try await region.appointee(.projectLeader)
        let path = "\(region.peoplePath)/\(leader.id.text)/endings"
        for browser in [try await region.leading(), try await region.house.browser(as: region.executive)] {
            let page = try await browser.post(path, ["when": "now", "successor": "nobody", "until-was": ""])
            #expect(page.status == 422)
            #expect(page.shows("Dit is de laatste projectleider."))
        }
        let heir = try await region.appointee(.subprojectLeader)
        let sent = try await region.leading().post(path, ["when": "now", "successor": heir.person.id.text, "until-was": ""])
        #expect(sent.status == 303)
        #expect(sent.location == "/")
        #expect(try await region.house.browser(as: heir.person.id).get(path).status == 303)
        #expect(try await region.leading().get(region.peoplePath).status == 404)
    }

    @Test("a successor must be of the region, and nobody succeeds themselves into lead executive (A8)")
    func forgedSuccessor() async throws {
        let region = try await SmallRegion()
        let executive = try await region.appointee(.leadExecutive)
        let path = "\(region.peoplePath)/\(executive.id.text)/endings"
        let browser = try await region.leading()
        for key in [region.neighbour.text, region.stranger.text, region.former.text, executive.person.id.text, "", "x"] {
            let page = try await browser.post(path, ["when": "now", "successor": key, "until-was": ""])
            #expect(page.status == 422, "\(key)")
        }
        let own = try await browser.post(path, ["when": "now", "successor": region.leader.text, "until-was": ""])
        #expect(own.status == 422)
        #expect(own.shows("Dat doet een ander."))
        #expect(try await region.appointee(.leadExecutive).until == nil)
    }

    @Test("a second project leader who goes on alone inherits without a second role")
    func goesOnAlone() async throws {
        let open = OpenDesk(["project-leader": 2])
        let region = try await SmallRegion(handovers: [open.handover])
        open.name(region.people)
        let second = try await region.appointee(.facilitator).person.id
        let (here, now, today) = (region.here, region.house.time.now, region.house.time.today)
        try await region.house.database.write { writing in
            _ = try HoldingStore.add(.projectLeader, second, region: here, level: .tactical, from: today, at: now, writing)
        }
        let leader = try await region.appointee(.projectLeader)
        let path = "\(region.peoplePath)/\(leader.id.text)/endings"
        let sent = try await region.leading().post(path, ["when": "now", "successor": second.text, "until-was": ""])
        #expect(sent.status == 303)
        #expect(try await region.appointees().count { $0.person.id == second && $0.role == .projectLeader } == 1)
        #expect(open.count(second) == 2)
    }

    @Test("a role of today that ends at once leaves no role behind")
    func takenOut() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        _ = try await browser.post(region.peoplePath, PeopleTests.anna, from: region.peoplePath + "/new")
        let anna = try #require(try await region.appointees().first { $0.person.email == "anna@school.nl" })
        let path = "\(region.peoplePath)/\(anna.id.text)/endings"
        #expect(try await browser.post(path, ["when": "now", "successor": "nobody", "until-was": ""]).status == 303)
        #expect(try await region.appointees().allSatisfy { $0.id != anna.id })
    }

    @Test("two who end one role: the second sees what it is now and what they chose")
    func twoEditors() async throws {
        let region = try await SmallRegion()
        let facilitator = try await region.appointee(.facilitator)
        let path = "\(region.peoplePath)/\(facilitator.id.text)/endings"
        let second = try await region.house.browser(as: region.executive)
        let first = try await region.leading().post(
            path, ["when": "later", "until": "2026-12-31", "successor": "nobody", "until-was": ""])
        #expect(first.status == 303)
        let stale = try await second.post(path, ["when": "later", "until": "2027-01-31", "successor": "nobody", "until-was": ""])
        #expect(stale.status == 409)
        #expect(stale.shows("31 december 2026"))
        #expect(stale.shows("value=\"2027-01-31\""))
        #expect(try await region.appointee(.facilitator).until == Day("2026-12-31"))
    }

    @Test("a handover that fails leaves the role as it was")
    func wholeOrNothing() async throws {
        struct Broken: Error {}
        let broken = Handover(words: { "\($0)" }, count: { _, _, _ in 1 }, move: { _, _, _, _ in throw Broken() })
        let region = try await SmallRegion(handovers: [broken])
        let facilitator = try await region.appointee(.facilitator)
        let path = "\(region.peoplePath)/\(facilitator.id.text)/endings"
        let heir = try await region.appointee(.partnerContact).person.id.text
        #expect(try await region.leading().post(path, ["when": "now", "successor": heir, "until-was": ""]).status == 500)
        #expect(try await region.appointee(.facilitator).until == nil)
        #expect(try await region.appointees().count { $0.role == .facilitator } == 1)
    }

    @Test("a leader of one region ends no role of another: not found")
    func otherRegion() async throws {
        let region = try await SmallRegion()
        let there = try #require(try await region.appointees(in: region.elsewhere).first)
        let browser = try await region.leading()
        let path = "\(region.peoplePath)/\(there.id.text)"
        #expect(try await browser.get(path).status == 404)
        #expect(try await browser.get(path + "/endings").status == 404)
        let ended = try await browser.post(
            path + "/endings", ["when": "now", "successor": "nobody", "until-was": ""], from: region.peoplePath + "/new")
        #expect(ended.status == 404)
        #expect(try await browser.post(path + "/invitations", from: region.peoplePath + "/new").status == 404)
        #expect(try await region.appointees(in: region.elsewhere).first?.until == nil)
    }
}

/// A desk with open things by person, in the place of another wing.
final class OpenDesk: Sendable {
    private let byRole: [String: Int]
    private let byPerson = Mutex<[Person.ID: Int]>([:])

    init(_ byRole: [String: Int]) { self.byRole = byRole }

    func name(_ people: [Role: Person.ID]) {
        byPerson.withLock { desk in
            for (role, person) in people { desk[person] = byRole[role.rawValue] ?? 0 }
        }
    }

    func count(_ person: Person.ID) -> Int { byPerson.withLock { $0[person] ?? 0 } }

    var handover: Handover {
        Handover(
            words: { "\($0) open dingen" }, count: { _, person, _ in self.count(person) },
            move: { _, from, to, _ in
                self.byPerson.withLock { desk in
                    desk[to, default: 0] += desk[from] ?? 0
                    desk[from] = 0
                }
            })
    }
}
