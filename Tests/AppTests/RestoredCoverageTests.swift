import Database
import Foundation
import Site
import TestHouse
import Testing

@Suite("Who answered, on a machine that has not the key (C5, P1)")
struct RestoredCoverageTests {
    private static let paths = ["/coverage", "/coverage.csv", "/report", "/report/print"]

    @Test("put back without the key, a closed round says of who answered what it said before, to the byte")
    func withoutKey() async throws {
        let (before, after) = try await said { _ in }
        #expect(before == after && before.allSatisfy { !$0.isEmpty })
    }

    @Test("mutant: figures that follow from the key are seen to be gone")
    func mutant() async throws {
        let (before, after) = try await said { database in
            _ = try await database.write { try $0.run("UPDATE round SET coverage = NULL") }
        }
        for (path, (one, other)) in zip(Self.paths, zip(before, after)) { #expect(one != other, "\(path)") }
    }

    @Test("what is kept names nobody and no invitation (P2)")
    func joinsNothing() async throws {
        let house = try await closed()
        let file = try EveryTable(file: house.folder + "/regio.sqlite")
        let kept = (file.table("round")?.column("coverage") ?? []).filter { !$0.isEmpty }
        #expect(kept.count == 1)
        let keys = ["invitation", "person", "response"].flatMap { table in
            (file.table(table)?.column("id") ?? []) + (file.table(table)?.column("key") ?? [])
        }
        let names = file.table("invitation")?.column("name") ?? []
        #expect(names.count > 50 && keys.count > 50)
        for word in keys + names where !word.isEmpty { #expect(!kept[0].contains(word)) }
    }

    /// The demo with its open round closed by its leader.
    private func closed() async throws -> TestHouse {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let browser = try await house.browser(as: try places.person(.projectLeader))
        let seen = try await browser.post(places.round("open") + "/closures", from: places.round("open"))
        #expect(seen.status == 303)
        try house.database.checkpoint()
        return house
    }

    private func said(_ betray: (DatabaseFile) async throws -> Void) async throws -> ([String], [String]) {
        let places = try DemoPlaces(try await DemoHouse.copy())
        let house = try await closed()
        let before = try await seen(house, places)
        try await betray(house.database)
        let copy = NSTemporaryDirectory() + "regio-copy-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try await house.database.copy(to: copy + "/regio.sqlite")
        let restored = try TestHouse(copyOf: copy)
        #expect(restored.key != house.key)
        return (before, try await seen(restored, places))
    }

    private func seen(_ house: TestHouse, _ places: DemoPlaces) async throws -> [String] {
        let browser = try await house.browser(as: try places.person(.projectLeader))
        var seen: [String] = []
        for path in Self.paths {
            let page = try await browser.get(places.round("open") + path)
            #expect(page.status == 200, "\(path)")
            let text = page.text
            seen.append(text.range(of: "<main").map { String(text[$0.lowerBound...].split(separator: "</main>")[0]) } ?? text)
        }
        return seen
    }
}
