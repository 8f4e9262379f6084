import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

@Suite("What was published once stays as it was (P1)")
struct FrozenTests {
    private static let paths = [".csv", "/themes/line", "/themes/line/figures.csv", "/table"]

    @Test("put back without the key, a closed round's figures are the same to the byte")
    func withoutKey() async throws {
        let (before, after) = try await published { _ in }
        #expect(before == after && before.allSatisfy { !$0.isEmpty })
    }

    @Test("chance that follows from the key alone is seen to differ")
    func mutant() async throws {
        let (before, after) = try await published { file in
            _ = try await file.write { try $0.run("UPDATE round SET chance = NULL") }
        }
        #expect(before != after)
    }

    /// Main parts of pages and files of eight closed rounds, before and after a copy was put back under another key.
    private func published(_ betray: (DatabaseFile) async throws -> Void) async throws -> ([String], [String]) {
        let world = try await ReportWorld()
        let sheets = (0..<48).map { person in
            ReportWorld.Sheet(
                sector: Sector.allCases[person % 3], level: Level.allCases[person / 3 % 3], answers: "{\"q\":\(person * 7 % 4)}")
        }
        for round in 0..<8 {
            try await world.hold("r\(round)", FeedbackReportTests.instrument, .confidential(threshold: 5), sheets)
        }
        try await betray(world.database)
        let before = try await seen(world.house, world)
        let copy = NSTemporaryDirectory() + "regio-copy-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try await world.database.copy(to: copy + "/regio.sqlite")
        let restored = try TestHouse(copyOf: copy)
        #expect(restored.key != world.house.key)
        return (before, try await seen(restored, world))
    }

    private func seen(_ house: TestHouse, _ world: ReportWorld) async throws -> [String] {
        let browser = try await house.browser(as: world.leader)
        var seen: [String] = []
        for round in 0..<8 {
            for path in Self.paths {
                let page = try await browser.get("/regions/\(world.region.id.text)/rounds/r\(round)/report\(path)")
                #expect(page.status == 200)
                let text = page.text
                seen.append(text.range(of: "<main").map { String(text[$0.lowerBound...].split(separator: "</main>")[0]) } ?? text)
            }
        }
        return seen
    }
}

extension ReportWorld {
    fileprivate var database: DatabaseFile { house.database }
}
