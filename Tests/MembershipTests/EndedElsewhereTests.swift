import Database
import Membership
import Site
import TestHouse
import Testing

/// A6 where the role ends behind the server's back: by another connection to the file, as `regio person` has one.
@Suite("A role that is ended beside the server")
struct EndedElsewhereTests {
    /// What the page answers before the role ends, and at the next visit; the role ends in the way that `end` says.
    private func statuses(
        with memory: Memory? = nil, _ end: (SmallWorld, Person.ID) async throws -> Void
    ) async throws -> [Int] {
        let world = try await SmallWorld(memory: memory)
        let leader = try await world.person("Marijke", .projectLeader, in: world.region)
        let browser = try await world.house.browser(as: leader.id)
        let home = "/regions/\(world.region.id)"
        var statuses = [try await browser.get(home).status, try await browser.get(home).status]
        try await end(world, leader.id)
        statuses.append(try await browser.get(home).status)
        return statuses
    }

    private func endedHere(_ world: SmallWorld, _ person: Person.ID) async throws {
        _ = try await world.house.database.write { try $0.run("DELETE FROM holding WHERE person = $1", person) }
    }

    private func endedBeside(_ world: SmallWorld, _ person: Person.ID) async throws {
        let other = try DatabaseFile(file: world.house.folder + "/regio.sqlite", migrations: [])
        _ = try await other.write { try $0.run("DELETE FROM holding WHERE person = $1", person) }
        try other.close()
    }

    @Test("the next page is not found (A6)")
    func atOnce() async throws {
        #expect(try await statuses(endedHere) == [200, 200, 404])
        #expect(try await statuses(endedBeside) == [200, 200, 404])
    }

    @Test("mutant: a memory that does not look whether the file changed is seen to keep a door open (A6)")
    func blind() async throws {
        #expect(try await statuses(with: Memory { 1 }, endedHere) == [200, 200, 200])
    }
}
