internal import GRDB

/// A change that waits for its commit.
protocol Change: Sendable {
    /// Makes the change inside the open transaction and gives the outcome. Throws when it failed by itself.
    func make(_ writing: Writing) throws -> any Answerable
    func fail(_ error: any Error)
}

/// An outcome that is told only after the commit.
protocol Answerable {
    func tell()
    func fail(_ error: any Error)
}

struct Waiting<T: Sendable>: Change {
    let body: @Sendable (Writing) throws -> T
    let continuation: CheckedContinuation<T, any Error>

    init(_ body: @Sendable @escaping (Writing) throws -> T, _ continuation: CheckedContinuation<T, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func make(_ writing: Writing) throws -> any Answerable {
        Outcome(value: try body(writing), continuation: continuation)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }

    private struct Outcome: Answerable {
        let value: T
        let continuation: CheckedContinuation<T, any Error>
        func tell() { continuation.resume(returning: value) }
        func fail(_ error: any Error) { continuation.resume(throwing: error) }
    }
}

/// Several changes in one transaction with one sync. A change that fails by itself is undone alone;
/// when the disk fails, none is kept and each is told so.
struct GroupCommit {
    let db: GRDB.Database

    init(_ db: GRDB.Database) { self.db = db }

    func carryOut(_ changes: [any Change]) {
        var open = changes[...]
        var made: [any Answerable] = []
        do {
            try carryOut("BEGIN IMMEDIATE")
            while let change = open.first {
                if let outcome = try makeAlone(change) { made.append(outcome) }
                open.removeFirst()
            }
            try carryOut("COMMIT")
            for outcome in made { outcome.tell() }
        } catch {
            if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
            let trouble = (error as? DatabaseError).map(Trouble.init) ?? error
            for outcome in made { outcome.fail(trouble) }
            for change in open { change.fail(trouble) }
        }
    }

    /// A word to SQLite that is said for every change: prepared once.
    private func carryOut(_ word: String) throws { try db.cachedStatement(sql: word).execute() }

    /// Nil when the change failed by itself and was told so. Throws only when the disk failed.
    private func makeAlone(_ change: any Change) throws -> (any Answerable)? {
        try carryOut("SAVEPOINT change")
        do {
            let outcome = try change.make(Writing(db: db))
            try carryOut("RELEASE change")
            return outcome
        } catch let trouble as Trouble where trouble.isStorage {
            throw trouble
        } catch {
            try carryOut("ROLLBACK TO change")
            try carryOut("RELEASE change")
            change.fail(error)
            return nil
        }
    }
}

extension Trouble {
    var isStorage: Bool {
        if case .storage = self { true } else { false }
    }
}
