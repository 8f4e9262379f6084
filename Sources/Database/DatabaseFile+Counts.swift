internal import GRDB

extension DatabaseFile {
    /// How many rows each table holds, by name: what a backup and its restore must agree on.
    package func counts() async throws -> [String: Int] {
        do {
            return try await pool.read { db in
                let tables = try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                var counts: [String: Int] = [:]
                for table in tables {
                    counts[table] = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table.quotedDatabaseIdentifier)")
                }
                return counts
            }
        } catch let error as DatabaseError {
            throw Trouble(error)
        }
    }
}
