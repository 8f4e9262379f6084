internal import Foundation
internal import GRDB

/// One row of a result, read by the names of its columns.
package struct Row {
    let row: GRDB.Row

    /// The value of `column`. Throws ``Trouble/unreadable(column:)`` when it is absent or of another kind:
    /// the schema promises what it holds, so this is a fault and never a person's doing.
    package func get<T: Restorable>(_ column: String, as type: T.Type = T.self) throws -> T {
        guard let value = T(stored: try value(column)) else { throw Trouble.unreadable(column: column) }
        return value
    }

    /// The value of `column`, or nil where it is NULL.
    package func optional<T: Restorable>(_ column: String, as type: T.Type = T.self) throws -> T? {
        let value = try value(column)
        if value == .null { return nil }
        guard let found = T(stored: value) else { throw Trouble.unreadable(column: column) }
        return found
    }

    private func value(_ column: String) throws -> Value {
        guard let found: DatabaseValue = row[column] else { throw Trouble.unreadable(column: column) }
        return Value(driver: found)
    }

    /// The UTF-8 of a text column without making a `String` of it, for long JSON. Empty where it is NULL.
    package func withBytes<T>(_ column: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) throws -> T {
        try row.withUnsafeData(named: column) { data in
            guard let data else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
            return try data.withUnsafeBytes { try body($0.bindMemory(to: UInt8.self)) }
        }
    }
}
