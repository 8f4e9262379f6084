import Database
import Foundation
import Testing

/// A database in a folder of its own, gone after the test.
final class Workshop: Sendable {
    let folder = NSTemporaryDirectory() + "regio-database-" + UUID().uuidString
    let database: DatabaseFile

    init(memory: Memory? = nil) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        database = try DatabaseFile(
            file: folder + "/test.sqlite",
            migrations: [
                Migration("note-001", "CREATE TABLE note (id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL CHECK (text <> ''), n INTEGER)")
            ], memory: memory)
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func add(_ id: String, _ text: String = "x") async throws {
        try await database.write { _ = try $0.run("INSERT INTO note (id, text) VALUES ($1, $2)", id, text) }
    }

    func ids() async throws -> [String] {
        try await database.read { try $0.all("SELECT id FROM note ORDER BY id") { try $0.get("id") } }
    }
}

@Suite("The database")
struct DatabaseFileTests {
    @Test("parameters keep their numbers, whatever their order in the text")
    func parameters() async throws {
        let shop = try Workshop()
        let pair = try await shop.database.read { reading in
            try reading.first("SELECT $2 AS b, $1 AS a, $2 AS c", "one", "two") { row in
                [try row.get("a", as: String.self), try row.get("b"), try row.get("c")]
            }
        }
        #expect(pair == ["one", "two", "two"])
    }

    @Test("a dollar in quotes stays a dollar")
    func quoted() async throws {
        let shop = try Workshop()
        let text = try await shop.database.read { reading in
            try reading.first("SELECT '$1' AS t") { try $0.get("t", as: String.self) }
        }
        #expect(text == "$1")
    }

    @Test("of changes that share a commit, one that fails is undone alone")
    func aloneUndone() async throws {
        let shop = try Workshop()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        try await shop.add("n\(number)", number % 3 == 0 ? "" : "x")
                        return true
                    } catch { return false }
                }
            }
            var kept = 0
            for await outcome in group where outcome { kept += 1 }
            return kept
        }
        #expect(outcomes == 40)
        #expect(try await shop.ids().count == 40)
    }

    @Test("of changes that share a commit, one that fails after it changed something is undone alone")
    func halfWayAmongOthers() async throws {
        struct Half: Error {}
        let shop = try Workshop()
        // While this one keeps the queue busy, all the others gather behind it.
        async let first: Void = shop.database.write { _ in Thread.sleep(forTimeInterval: 0.2) }
        try await Task.sleep(for: .milliseconds(50))
        let kept = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        try await shop.database.write { writing in
                            try writing.run("INSERT INTO note (id, text) VALUES ($1, 'x')", "n\(number)")
                            if number % 3 == 0 { throw Half() }
                            if number % 3 == 1 { try writing.run("UPDATE note SET n = 1 WHERE id = $1", "n\(number)") }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        try await first
        #expect(kept == 40)
        let numbers = try await shop.ids().compactMap { Int($0.dropFirst()) }
        #expect(Set(numbers) == Set((0..<60).filter { $0 % 3 != 0 }))
    }

    @Test("a change that throws half-way leaves nothing")
    func halfWay() async throws {
        struct Half: Error {}
        let shop = try Workshop()
        await #expect(throws: Half.self) {
            try await shop.database.write { writing in
                try writing.run("INSERT INTO note (id, text) VALUES ('a', 'x')")
                throw Half()
            }
        }
        #expect(try await shop.ids().isEmpty)
    }

    @Test("the rules of the schema are told as a refusal")
    func refusal() async throws {
        let shop = try Workshop()
        try await shop.add("a")
        do {
            try await shop.add("a")
            Issue.record("a double key was taken")
        } catch let trouble as Trouble {
            if case .refused = trouble {} else { Issue.record("\(trouble)") }
        }
    }

    @Test("C5: a copy made while answers come in is whole and holds what was answered before it")
    func copies() async throws {
        let shop = try Workshop()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 { group.addTask { try await shop.add("k\(number)") } }
            try await group.waitForAll()
        }
        let path = shop.folder + "/copy.sqlite"
        async let more: Void = shop.add("later")
        try await shop.database.copy(to: path)
        try await more
        let copy = try DatabaseFile(file: path, migrations: [])
        #expect(try await copy.faults().isEmpty)
        #expect(try await copy.counts()["note", default: 0] >= 200)
        try copy.close()
    }
}

@Suite("Days and keys")
struct DayTests {
    @Test("days and numbers go both ways", arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-23", 20_780)])
    func numbers(_ text: String, _ number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test("dates that are not there are refused", arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "x", "2026-00-10"])
    func refused(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test("keys are taken only in their form", arguments: ["", "a b", "a/b", "é", String(repeating: "a", count: 65), "a'b"])
    func keys(_ text: String) {
        #expect(ID<DayTests>(text) == nil)
    }

    @Test("new keys sort by the time they were made")
    func sorted() {
        let early = ID<DayTests>.new(at: Moment(milliseconds: 1_700_000_000_000))
        let late = ID<DayTests>.new(at: Moment(milliseconds: 1_700_000_000_001))
        #expect(early.text < late.text)
        #expect(early.text.count == 36)
    }
}
