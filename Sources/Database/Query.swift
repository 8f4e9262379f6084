internal import GRDB
internal import GRDBSQLite

/// A question to SQLite under way: its rows are read from the statement itself, without a copy in between.
///
/// A page asks some twenty questions of a few rows each; there the driver's own rows, which look a column up by
/// name and make a value of every kind, cost more than SQLite does.
final class Query {
    let statement: OpaquePointer
    private let columns: Int32
    /// Columns are nearly always read in the order in which they were asked.
    private var expected: Int32 = 0
    /// How many bytes of text were read from it.
    var bytes = 0

    init(_ db: GRDB.Database, _ sql: SQL, _ arguments: [any Storable]) throws {
        statement = try db.cachedStatement(sql: sql.text).sqliteStatement
        sqlite3_reset(statement)
        columns = sqlite3_column_count(statement)
        guard Int(sqlite3_bind_parameter_count(statement)) == arguments.count else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "wrong number of arguments")
        }
        for (index, argument) in arguments.enumerated() { try bind(argument.stored, at: Int32(index + 1)) }
    }

    /// Ends what a reader holds of the file; what was bound is not kept.
    func end() {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    /// Goes to the next row; false after the last.
    func next() throws -> Bool {
        expected = 0
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw fault
        }
    }

    /// The place of a column; nil when the result has none of that name.
    func place(of column: StaticString) -> Int32? {
        for step in 0..<columns {
            let place = (expected + step) % columns
            if Self.isSame(sqlite3_column_name(statement, place), column) {
                expected = place + 1
                return place
            }
        }
        return nil
    }

    private static func isSame(_ name: UnsafePointer<CChar>?, _ column: StaticString) -> Bool {
        guard let name else { return false }
        return column.withUTF8Buffer { utf8 in
            for (index, byte) in utf8.enumerated() where UInt8(bitPattern: name[index]) != byte { return false }
            return name[utf8.count] == 0
        }
    }

    private func bind(_ value: Value, at index: Int32) throws {
        let code = switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, number)
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(var text):
            text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress ?? Self.nothing, Int32($0.count), Self.copied)
                }
            }
        case .bytes(let bytes):
            bytes.withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress ?? UnsafeRawPointer(Self.nothing), Int32($0.count), Self.copied) }
        }
        if code != SQLITE_OK { throw fault }
    }

    /// Where an empty text begins: a null pointer would mean NULL.
    private nonisolated(unsafe) static let nothing: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()

    /// SQLite copies what is bound (`SQLITE_TRANSIENT`).
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private var fault: DatabaseError {
        let connection = sqlite3_db_handle(statement)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
}
