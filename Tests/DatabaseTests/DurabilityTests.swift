import Database
import Foundation
import Testing

@Suite("What the file promises (C3)")
struct DurabilityTests {
    @Test("after opening, every commit is synced: the log is WAL and synchronous is FULL")
    func afterOpening() async throws {
        let found = try await Workshop().database.durability()
        #expect(found == Durability(journal: "wal", synchronous: 2, hasForeignKeys: true))
        #expect(found.isEnough)
    }

    @Test("less is never enough", arguments: [
        Durability(journal: "wal", synchronous: 1, hasForeignKeys: true),
        Durability(journal: "wal", synchronous: 0, hasForeignKeys: true),
        Durability(journal: "delete", synchronous: 2, hasForeignKeys: true),
        Durability(journal: "memory", synchronous: 2, hasForeignKeys: true),
        Durability(journal: "wal", synchronous: 2, hasForeignKeys: false),
    ])
    func less(_ found: Durability) {
        #expect(!found.isEnough)
    }

    @Test("where no WAL can be had, nothing opens")
    func withoutLog() throws {
        let folder = NSTemporaryDirectory() + "regio-durability-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // A folder stands where the log's index must come.
        try FileManager.default.createDirectory(atPath: folder + "/a.sqlite-shm", withIntermediateDirectories: true)
        do {
            _ = try DatabaseFile(file: folder + "/a.sqlite", migrations: [])
            Issue.record("a file without a log was opened")
        } catch let trouble as Trouble {
            guard case .opening = trouble else { return #expect(Bool(false), "\(trouble)") }
        }
    }
}
