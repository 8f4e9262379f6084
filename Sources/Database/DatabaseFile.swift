internal import Foundation
internal import GRDB
internal import Synchronization

/// The one door to the file in which everything stands: SQLite in WAL mode.
///
/// A change that was answered has been synced to the disk. Changes that arrive together share one
/// commit, and none of them is answered before it.
package final class DatabaseFile: Sendable {
    let pool: DatabasePool
    /// See ``recall(_:)``.
    package let memory: Memory
    private let watch: Watch
    private let waiting = Mutex(WaitingRoom())

    /// Opens the file, carries out the migrations that are new to it, and checks what the file promises.
    ///
    /// - Throws: ``Trouble/opening(_:)`` when the file cannot be had with `journal_mode=WAL`,
    ///   `synchronous=FULL` and foreign keys: less would lose answers, so nothing starts.
    /// - Parameter memory: only tests give another than the one that watches the file.
    package init(file: String, migrations: [Migration], memory: Memory? = nil) throws {
        do {
            pool = try DatabasePool(path: file, configuration: Self.configuration())
            try pool.writeWithoutTransaction(Self.prepareWriter)
            try Self.migrate(pool, migrations)
            try Self.requirePromises(of: pool)
            let watch = Watch(file: file)
            self.watch = watch
            self.memory = memory ?? Memory { watch.version }
        } catch let error as DatabaseError {
            throw Trouble.opening(error.message ?? error.resultCode.description)
        }
    }

    private static func prepareWriter(_ db: GRDB.Database) throws {
        // GRDB sets NORMAL when it opens a pool, so this comes after.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // Answers lie in the order of random keys, so each meets another page: what changed lately is kept at hand (32
        // MB at most), and pages that change often are copied from the log into the file less often (each 16 MB).
        try db.execute(sql: "PRAGMA cache_size = -32768")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // Nobody who reads on a thread of the server waits for another.
        configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount + 2)
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    private static func migrate(_ pool: DatabasePool, _ migrations: [Migration]) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.text) }
        }
        if try pool.read(migrator.hasCompletedMigrations) { return }
        try migrator.migrate(pool)
        // What a step took away does not stay in the log of changes.
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    private static func requirePromises(of pool: DatabasePool) throws {
        let found = try pool.writeWithoutTransaction { try Durability(of: $0) }
        guard found.isEnough else {
            throw Trouble.opening("journal \(found.journal), synchronous \(found.synchronous)")
        }
    }

    /// Reads at one instant. The few rows of a page are read where the request is: going to another thread and back
    /// takes longer than reading them.
    package func read<T: Sendable>(_ body: @Sendable @escaping (Reading) throws -> T) async throws -> T {
        try translating { try readHere(body) }
    }

    /// Reads at one instant, off the caller's thread: for what takes more than a few milliseconds.
    package func readAtLength<T: Sendable>(_ body: @Sendable @escaping (Reading) throws -> T) async throws -> T {
        do {
            return try await pool.read { try body(Reading(db: $0)) }
        } catch let error as DatabaseError {
            throw Trouble(error)
        }
    }

    /// One transaction, so that everything is of one instant, with its two words prepared once.
    private func readHere<T>(_ body: (Reading) throws -> T) throws -> T {
        try pool.unsafeRead { db in
            try db.cachedStatement(sql: "BEGIN DEFERRED").execute()
            defer { Self.endReading(db) }
            return try body(Reading(db: db))
        }
    }

    /// Nothing may stay open on the connection, or the next reading on it could not begin.
    private static func endReading(_ db: GRDB.Database) {
        do {
            try db.cachedStatement(sql: "COMMIT").execute()
        } catch {
            try? db.execute(sql: "ROLLBACK")
        }
    }

    /// Changes in one transaction; returns after it is on the disk, or throws and has changed nothing.
    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Writing) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            enter(Waiting(body, continuation))
        }
    }

    private func enter(_ change: any Change) {
        switch waiting.withLock({ $0.enter(change) }) {
        case .served: return
        case .here: serveHere()
        case .elsewhere: serveElsewhere()
        }
    }

    /// Carries out what waits on the caller's thread, once: going to another thread and back takes longer than a quick
    /// disk takes to sync. Whoever came meanwhile is served elsewhere.
    private func serveHere() {
        if pool.writeWithoutTransaction(serveOnce) { serveElsewhere() }
    }

    private func serveElsewhere() {
        pool.asyncWriteWithoutTransaction { [self] db in
            while serveOnce(db) {}
        }
    }

    /// Takes everyone who waits, commits once, answers all. False when nobody waits any more.
    private func serveOnce(_ db: GRDB.Database) -> Bool {
        let changes = waiting.withLock { $0.take() }
        if changes.isEmpty { return false }
        var commit = GroupCommit(db)
        commit.carryOut(changes)
        return waiting.withLock { $0.goesOn(after: commit.took) }
    }

    /// Copies the file as it is at one instant to `path`, compacted, while changes go on.
    package func copy(to path: String) async throws {
        do {
            try await pool.vacuum(into: path)
        } catch let error as DatabaseError {
            throw Trouble(error)
        }
    }

    /// Moves what the log holds into the file and empties the log.
    package func checkpoint() throws {
        do {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError {
            throw Trouble(error)
        }
    }

    /// The same while the server works: when somebody reads what is in the log, it stays until another time.
    ///
    /// The log holds in which order changes came; what is in the file does not say it of itself.
    package func emptyLog() async throws {
        let size = try FileManager.default.attributesOfItem(atPath: pool.path + "-wal")[.size] as? Int ?? 0
        if size == 0 { return }
        waiting.withLock { $0.tidying += 1 }
        defer { waiting.withLock { $0.tidying -= 1 } }
        do {
            try await pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA busy_timeout = 100")
                defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
                _ = try? db.checkpoint(.truncate)
            }
        } catch let error as DatabaseError {
            throw Trouble(error)
        }
    }

    /// What SQLite finds wrong with the file; empty when it is whole.
    package func faults() async throws -> [String] {
        try await read { reading in
            try reading.all("PRAGMA integrity_check") { try $0.get("integrity_check") }
                + reading.all("PRAGMA foreign_key_check") { try $0.get("table") }
        }.filter { $0 != "ok" }
    }

    package func close() throws {
        watch.close()
        try pool.close()
    }
}

private struct WaitingRoom {
    enum Door { case served, here, elsewhere }

    /// What a disk may take for a commit that a thread of the server waits for.
    private static let quick = Duration.milliseconds(1)
    private var changes: [any Change] = []
    private var isServed = false
    private var isQuick = false
    /// How many have the connection for what takes long.
    var tidying = 0

    mutating func enter(_ change: any Change) -> Door {
        changes.append(change)
        if isServed { return .served }
        isServed = true
        return isQuick && tidying == 0 ? .here : .elsewhere
    }

    mutating func take() -> [any Change] {
        defer { changes = [] }
        isServed = !changes.isEmpty
        return changes
    }

    /// Whether somebody waits already.
    mutating func goesOn(after commit: Duration) -> Bool {
        isQuick = commit < Self.quick
        isServed = !changes.isEmpty
        return isServed
    }
}
