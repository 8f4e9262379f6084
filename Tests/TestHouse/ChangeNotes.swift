internal import GRDB

/// Writes down every row of a database file that is added, changed or taken away, whoever does it, and takes it all
/// back when it is told to: so that one house serves many tests, each of which finds it as the first did.
package final class ChangeNotes: Sendable {
    private let queue: DatabaseQueue

    /// - Parameter file: what a house has open; the notes come over a connection of their own.
    package init(file: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        queue = try DatabaseQueue(path: file, configuration: configuration)
        try queue.write { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            try db.execute(
                sql: "CREATE TABLE test_note (number INTEGER PRIMARY KEY, words TEXT NOT NULL, back TEXT NOT NULL)")
            for table in tables { try Watched(table, db).watch(db) }
        }
    }

    /// What changed since the last time that all was taken back or forgotten, a line a row.
    package func taken() throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: "SELECT words FROM test_note ORDER BY number") }
    }

    /// Leaves what changed as it is.
    package func forget() throws {
        try queue.write { try $0.execute(sql: "DELETE FROM test_note") }
    }

    /// Everything is as it was.
    package func takeBack() throws {
        try queue.write { db in
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            for back in try String.fetchAll(db, sql: "SELECT back FROM test_note ORDER BY number DESC") {
                try db.execute(sql: back)
            }
            try db.execute(sql: "DELETE FROM test_note")
        }
    }

    /// Every value that stands in the file and has the length of a key or of a digest.
    package func keys() throws -> Set<String> {
        try queue.read { db in
            var found: Set<String> = []
            for table in try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            {
                for column in try db.columns(in: table).map(\.name) {
                    found.formUnion(
                        try String.fetchAll(
                            db,
                            sql:
                                "SELECT DISTINCT \"\(column)\" FROM \"\(table)\" WHERE typeof(\"\(column)\") = 'text' AND length(\"\(column)\") IN (36, 64)"
                        ))
                }
            }
            return found
        }
    }

    /// The names of all columns of all tables.
    package func columns() throws -> Set<String> {
        try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            return Set(try tables.flatMap { try db.columns(in: $0).map(\.name) })
        }
    }

    /// Carries out a statement as somebody with the file would.
    package func tamper(_ statement: String) throws { try queue.write { try $0.execute(sql: statement) } }
}

/// The triggers of one table.
private struct Watched {
    let table: String
    let columns: [String]
    let key: [String]

    init(_ table: String, _ db: Database) throws {
        self.table = table
        columns = try db.columns(in: table).map(\.name)
        let primary = try db.primaryKey(table)
        key = primary.isRowID ? [primary.rowIDColumn ?? "rowid"] : primary.columns
    }

    func watch(_ db: Database) throws {
        try add(
            "INSERT", "TRUE", words: "' + ' || \(all("NEW"))",
            back: "'DELETE FROM \"\(table)\" WHERE ' || \(found("NEW"))", db)
        try add("DELETE", "TRUE", words: "' - ' || \(all("OLD"))", back: insertion, db)
        let isOther = columns.map { "OLD.\"\($0)\" IS NOT NEW.\"\($0)\"" }.joined(separator: " OR ")
        try add("UPDATE", isOther, words: "' ~ ' || \(changed)", back: restoration, db)
    }

    private func add(_ event: String, _ condition: String, words: String, back: String, _ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TRIGGER "test_\(table)_\(event)" AFTER \(event) ON "\(table)" WHEN \(condition) BEGIN
                INSERT INTO test_note (words, back) VALUES ('\(table)' || \(words), \(back)); END
                """)
    }

    private func all(_ row: String) -> String {
        columns.map { "'\($0)=' || quote(\(row).\"\($0)\")" }.joined(separator: " || ' | ' || ")
    }

    private var changed: String {
        columns.map {
            "CASE WHEN OLD.\"\($0)\" IS NOT NEW.\"\($0)\" THEN '\($0)=' || quote(NEW.\"\($0)\") || ' | ' ELSE '' END"
        }
        .joined(separator: " || ")
    }

    private func found(_ row: String) -> String {
        key.map { "'\"\($0)\" IS ' || quote(\(row).\"\($0)\")" }.joined(separator: " || ' AND ' || ")
    }

    private var insertion: String {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let values = columns.map { "quote(OLD.\"\($0)\")" }.joined(separator: " || ', ' || ")
        return "'INSERT INTO \"\(table)\" (\(names)) VALUES (' || \(values) || ')'"
    }

    private var restoration: String {
        let values = columns.map { "'\"\($0)\" = ' || quote(OLD.\"\($0)\")" }.joined(separator: " || ', ' || ")
        return "'UPDATE \"\(table)\" SET ' || \(values) || ' WHERE ' || \(found("NEW"))"
    }
}
