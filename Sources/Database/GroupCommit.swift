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
///
/// Few changes fail after they changed something, and guarding each against that costs more than many a change. So all
/// are made unguarded first; when one fails halfway, everything is undone and made again, each in its own savepoint.
struct GroupCommit {
    let db: GRDB.Database
    private var open: ArraySlice<any Change> = []
    private var made: [any Answerable] = []
    /// How long the commit itself took, its sync included.
    private(set) var took = Duration.seconds(1)

    init(_ db: GRDB.Database) { self.db = db }

    mutating func carryOut(_ changes: [any Change]) {
        do {
            try begin(changes)
            if try !makeUnguarded() { try makeGuarded() }
            try commit()
            for outcome in made { outcome.tell() }
        } catch {
            if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
            let trouble = (error as? DatabaseError).map(Trouble.init) ?? error
            for outcome in made { outcome.fail(trouble) }
            for change in open { change.fail(trouble) }
        }
    }

    private mutating func begin(_ changes: [any Change]) throws {
        open = changes[...]
        made = []
        made.reserveCapacity(changes.count)
        try say("BEGIN IMMEDIATE")
    }

    private mutating func commit() throws {
        let start = ContinuousClock.now
        try say("COMMIT")
        took = ContinuousClock.now - start
    }

    /// A word to SQLite that is said for every change: prepared once.
    private func say(_ word: String) throws { try db.cachedStatement(sql: word).execute() }

    /// False when a change failed after it had changed something: then all is undone, and all that is not told is open.
    private mutating func makeUnguarded() throws -> Bool {
        var entered: [any Change] = []
        while let change = open.first {
            let before = db.totalChangesCount
            do {
                made.append(try change.make(Writing(db: db)))
                entered.append(change)
            } catch let trouble as Trouble where trouble.isStorage {
                throw trouble
            } catch {
                guard db.totalChangesCount == before else { return try undo(entered) }
                change.fail(error)
            }
            open.removeFirst()
        }
        return true
    }

    private mutating func undo(_ entered: [any Change]) throws -> Bool {
        open = (entered + open)[...]
        made = []
        try say("ROLLBACK")
        try say("BEGIN IMMEDIATE")
        return false
    }

    private mutating func makeGuarded() throws {
        while let change = open.first {
            if let outcome = try makeAlone(change) { made.append(outcome) }
            open.removeFirst()
        }
    }

    /// Nil when the change failed by itself and was told so. Throws only when the disk failed.
    private func makeAlone(_ change: any Change) throws -> (any Answerable)? {
        try say("SAVEPOINT change")
        do {
            let outcome = try change.make(Writing(db: db))
            try say("RELEASE change")
            return outcome
        } catch let trouble as Trouble where trouble.isStorage {
            throw trouble
        } catch {
            try say("ROLLBACK TO change")
            try say("RELEASE change")
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
