internal import GRDB

/// What the file promises about an answered change (C1, C3), as SQLite itself says it.
package struct Durability: Sendable, Equatable {
    package let journal: String
    package let synchronous: Int
    package let hasForeignKeys: Bool

    package init(journal: String, synchronous: Int, hasForeignKeys: Bool) {
        self.journal = journal
        self.synchronous = synchronous
        self.hasForeignKeys = hasForeignKeys
    }

    /// Whether every commit is synced before it is answered, and no row can point at nothing.
    package var isEnough: Bool { journal == "wal" && synchronous == 2 && hasForeignKeys }
}

extension Durability {
    /// What holds on the connection that changes the file.
    init(of db: GRDB.Database) throws {
        journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "?"
        synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
        hasForeignKeys = try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false
    }
}

extension DatabaseFile {
    /// What holds now on the connection that changes the file.
    package func durability() async throws -> Durability {
        try await write { try Durability(of: $0.db) }
    }
}
