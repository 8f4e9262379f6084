import Database
import Synchronization
import Testing

/// How often the file itself was asked.
final class Count: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func raise() { number.withLock { $0 += 1 } }
}

/// The number of a note.
struct NumberQuestion: PureQuestion {
    let id: String
    @Fixed var asked = Count()

    func ask(_ reading: Reading) throws -> Int? {
        asked.raise()
        return try reading.first("SELECT n FROM note WHERE id = $1", id) { try $0.get("n") }
    }
}

@Suite("What was read and still stands")
struct MemoryTests {
    private func set(_ id: String, to number: Int, in database: DatabaseFile) async throws {
        try await database.write { writing in
            _ = try writing.run(
                "INSERT INTO note (id, text, n) VALUES ($1, 'x', $2) ON CONFLICT (id) DO UPDATE SET n = $2", id, number)
        }
    }

    @Test("as long as the file stays as it is, it is asked once")
    func once() async throws {
        let shop = try Workshop()
        try await set("a", to: 1, in: shop.database)
        let question = NumberQuestion(id: "a")
        for _ in 0..<3 { #expect(try await shop.database.recall(question) == 1) }
        #expect(question.asked.value == 1)
        #expect(try await shop.database.recall(NumberQuestion(id: "b")) == nil)
    }

    /// What is recalled after each of some changes, made here and by another connection in turn.
    private func recalled(_ memory: Memory? = nil) async throws -> [Int?] {
        let shop = try Workshop(memory: memory)
        let other = try DatabaseFile(file: shop.folder + "/test.sqlite", migrations: [])
        defer { try? other.close() }
        var found: [Int?] = []
        for number in 1...6 {
            try await set("a", to: number, in: number % 2 == 0 ? other : shop.database)
            found.append(try await shop.database.recall(NumberQuestion(id: "a")))
        }
        return found
    }

    @Test("a commit, ours or that of another connection, is seen at the next question")
    func changed() async throws {
        #expect(try await recalled() == [1, 2, 3, 4, 5, 6])
    }

    @Test("mutant: a memory that does not look at the file's version is found")
    func blind() async throws {
        #expect(try await recalled(Memory { 1 }) == [1, 1, 1, 1, 1, 1])
    }

    @Test("where the version cannot be told, nothing is kept")
    func unknown() async throws {
        let memory = Memory { nil }
        #expect(try await recalled(memory) == [1, 2, 3, 4, 5, 6])
        #expect(memory.size.answers == 0)
    }

    @Test("an answer that was read before a change is not kept after it")
    func overtaken() {
        let version = Mutex(1)
        let memory = Memory { version.withLock { $0 } }
        let question = NumberQuestion(id: "a")
        let before = memory.answer(to: question).version
        version.withLock { $0 = 2 }
        memory.keep(7, to: question, weight: 1, since: before)
        #expect(memory.answer(to: question).0 == nil)
        #expect(memory.size.answers == 0)
    }

    @Test("never more answers and bytes than it may hold", arguments: [(1, 10), (1_000, 4), (100_000, 0)])
    func bounded(weight: Int, mostKept: Int) {
        let memory = Memory(mostAnswers: 10, mostWeight: 4_000) { 1 }
        for number in 0..<100 {
            let question = NumberQuestion(id: "\(number)")
            memory.keep(number, to: question, weight: weight, since: memory.answer(to: question).version)
            #expect(memory.size.answers <= mostKept)
            #expect(memory.size.weight <= 4_000)
            #expect(memory.answer(to: question).0 == (mostKept == 0 ? nil : number))
        }
    }

    @Test("what is read counts, so that large answers fill it sooner")
    func weighed() async throws {
        let shop = try Workshop()
        try await shop.add("a", String(repeating: "x", count: 5_000))
        struct TextQuestion: PureQuestion {
            func ask(_ reading: Reading) throws -> String? {
                try reading.first("SELECT text FROM note") { try $0.get("text") }
            }
        }
        _ = try await shop.database.recall(TextQuestion())
        #expect(shop.database.memory.size.weight >= 20_000)
    }

    @Test("a question that fails, and one without an answer, are not kept")
    func notKept() async throws {
        struct Failing: PureQuestion {
            @Fixed var asked = Count()
            func ask(_ reading: Reading) throws -> Int? {
                asked.raise()
                if asked.value == 1 { throw Trouble.other("no") }
                return asked.value == 2 ? nil : 3
            }
        }
        let shop = try Workshop()
        let question = Failing()
        await #expect(throws: Trouble.self) { try await shop.database.recall(question) }
        #expect(try await shop.database.recall(question) == nil)
        #expect(shop.database.memory.size.answers == 0)
        #expect(try await shop.database.recall(question) == 3)
        #expect(try await shop.database.recall(question) == 3)
    }

    /// How often somebody who just saw a change acknowledged recalls something older, while others change and recall.
    private func late(_ memory: Memory? = nil) async throws -> Int {
        let shop = try Workshop(memory: memory)
        let late = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ["a", "b", "c", "d"] {
                group.addTask {
                    for number in 1...50 {
                        try await self.set(id, to: number, in: shop.database)
                        if try await shop.database.recall(NumberQuestion(id: id)) != number { late.raise() }
                        _ = try await shop.database.recall(NumberQuestion(id: "a"))
                    }
                }
            }
            try await group.waitForAll()
        }
        return late.value
    }

    @Test("several at once: whoever was told that a change is kept, recalls it")
    func atOnce() async throws {
        #expect(try await late() == 0)
        #expect(try await late(Memory { 1 }) > 0, "mutant: one that does not look is seen")
    }
}
