import Database
import Membership
import Site
import TestHouse
import Testing

@Suite("Who may see and keep partners and people")
struct PartnersAndPeopleAccessTests {
    private static let leaders: Set<Role> = [.projectLeader, .leadExecutive]
    private static let insiders = Circle.insiders.roles

    @Test("lists are for insiders, changing is for leaders; for all others there is nothing", arguments: Role.allCases)
    func byRole(role: Role) async throws {
        let region = try await SmallRegion()
        let browser = try await region.house.browser(as: region.people[role] ?? region.stranger)
        try await expect(browser, region, seesLists: Self.insiders.contains(role), mayChange: Self.leaders.contains(role))
    }

    @Test("a leader from elsewhere, a former leader and somebody without a role find nothing")
    func outsiders() async throws {
        let region = try await SmallRegion()
        for person in [region.neighbour, region.former, region.stranger] {
            try await expect(try await region.house.browser(as: person), region, seesLists: false, mayChange: false)
        }
    }

    @Test("who is not signed in is asked to sign in")
    func nobody() async throws {
        let region = try await SmallRegion()
        for path in [region.partners, region.peoplePath, region.imports("partners")] {
            #expect(try await region.house.browser().get(path).location?.hasPrefix("/sign-in") == true)
        }
    }

    private func expect(_ browser: Browser, _ region: SmallRegion, seesLists: Bool, mayChange: Bool) async throws {
        for path in [region.partners, region.peoplePath] {
            #expect(try await browser.get(path).status == (seesLists ? 200 : 404), "\(path)")
        }
        let one = try await region.addPartner("Rijnschool")
        let holding = try await region.appointee(.facilitator).id.text
        let pages = [
            region.partners + "/new", "\(region.partners)/\(one.id.text)", region.peoplePath + "/new",
            "\(region.peoplePath)/\(holding)", "\(region.peoplePath)/\(holding)/endings", region.imports("partners"),
            region.imports("people"),
        ]
        for path in pages { #expect(try await browser.get(path).status == (mayChange ? 200 : 404), "\(path)") }
        guard !mayChange else { return }
        let posts = [
            region.partners, "\(region.partners)/\(one.id.text)", "\(region.partners)/\(one.id.text)/endings",
            "\(region.partners)/\(one.id.text)/resumptions", region.peoplePath, "\(region.peoplePath)/\(holding)/invitations",
            "\(region.peoplePath)/\(holding)/endings", region.imports("partners"), region.imports("people") + "/previews",
            region.imports("x") + "/reversals", region.imports("x") + "/invitations",
        ]
        for path in posts { #expect(try await browser.post(path, [:], token: "x").status == 404, "\(path)") }
    }
}
