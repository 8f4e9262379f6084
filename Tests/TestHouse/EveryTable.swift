internal import GRDB

/// Everything that stands in a database file, as somebody would see it who got hold of the file.
package struct EveryTable: Sendable {
    package struct Table: Sendable {
        package let name: String
        package let columns: [String]
        /// In the order in which the file holds them; every value as text, NULL as an empty one.
        package let rows: [[String]]

        package init(name: String, columns: [String], rows: [[String]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }

        package func column(_ name: String) -> [String] {
            guard let index = columns.firstIndex(of: name) else { return [] }
            return rows.map { $0[index] }
        }
    }

    package let tables: [Table]

    package func table(_ name: String) -> Table? { tables.first { $0.name == name } }

    package init(file: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        tables = try DatabaseQueue(path: file, configuration: configuration).read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { name in
                try Self.table(name, db)
            }
        }
    }

    private static func table(_ name: String, _ db: Database) throws -> Table {
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \"\(name)\"")
        var columns: [String] = []
        var rows: [[String]] = []
        while let row = try cursor.next() {
            columns = Array(row.columnNames)
            rows.append(row.databaseValues.map { $0.isNull ? "" : $0.description.trimmingQuotes })
        }
        return Table(name: name, columns: columns, rows: rows)
    }
}

extension String {
    /// GRDB describes texts in quotes.
    fileprivate var trimmingQuotes: String {
        guard utf8.count >= 2, utf8.first == UInt8(ascii: "\""), utf8.last == UInt8(ascii: "\"") else { return self }
        return String(dropFirst().dropLast())
    }
}
