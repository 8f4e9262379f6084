internal import GRDBSQLite
internal import Synchronization

/// Says whether the file changed, whoever changed it.
///
/// A connection that does nothing else asks `PRAGMA data_version`: a number that is another after every commit of any
/// other connection, in this process or in another one. SQLite finds it in the memory that all of them share, without
/// reading the file.
final class Watch: Sendable {
    private let line: Mutex<Line>

    init(file: String) { line = Mutex(Line(file: file)) }

    /// Nil when SQLite cannot say.
    var version: Int? { line.withLock { $0.version } }

    /// Before the other connections, so that the last of those leaves no log behind.
    func close() { line.withLock { $0 = Line(file: nil) } }
}

private struct Line: ~Copyable {
    private var connection: OpaquePointer?
    private var statement: OpaquePointer?

    init(file: String?) {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        guard let file, sqlite3_open_v2(file, &connection, flags, nil) == SQLITE_OK else { return }
        sqlite3_prepare_v2(connection, "PRAGMA data_version", -1, &statement, nil)
    }

    var version: Int? {
        guard let statement else { return nil }
        defer { sqlite3_reset(statement) }
        return sqlite3_step(statement) == SQLITE_ROW ? Int(sqlite3_column_int64(statement, 0)) : nil
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close_v2(connection)
    }
}
