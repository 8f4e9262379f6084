internal import GRDBSQLite

/// One row of a result, read by the names of its columns; valid until the next row is asked for.
package struct Row {
    let query: Query

    /// The value of `column`. Throws ``Trouble/unreadable(column:)`` when it is absent or of another kind:
    /// the schema promises what it holds, so this is a fault and never a person's doing.
    package func get<T: Restorable>(_ column: StaticString, as type: T.Type = T.self) throws -> T {
        guard let value = T(stored: try value(column)) else { throw unreadable(column) }
        return value
    }

    /// The value of `column`, or nil where it is NULL.
    package func optional<T: Restorable>(_ column: StaticString, as type: T.Type = T.self) throws -> T? {
        let value = try value(column)
        if case .null = value { return nil }
        guard let found = T(stored: value) else { throw unreadable(column) }
        return found
    }

    private func unreadable(_ column: StaticString) -> Trouble { .unreadable(column: "\(column)") }

    private func value(_ column: StaticString) throws -> Value {
        let place = try place(of: column)
        switch sqlite3_column_type(query.statement, place) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(query.statement, place))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(query.statement, place))
        case SQLITE_BLOB: return .bytes(bytes(at: place) { [UInt8]($0) })
        default: return .text(bytes(at: place) { String(decoding: $0, as: UTF8.self) })
        }
    }

    /// The UTF-8 of a text column without making a `String` of it, for long JSON. Empty where it is NULL.
    package func withBytes<T>(_ column: StaticString, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) throws -> T {
        try bytes(at: try place(of: column), body)
    }

    private func place(of column: StaticString) throws -> Int32 {
        guard let place = query.place(of: column) else { throw unreadable(column) }
        return place
    }

    private func bytes<T>(at place: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
        let start = sqlite3_column_blob(query.statement, place)?.assumingMemoryBound(to: UInt8.self)
        let count = start == nil ? 0 : Int(sqlite3_column_bytes(query.statement, place))
        query.bytes += count
        return try body(UnsafeBufferPointer(start: start, count: count))
    }
}
