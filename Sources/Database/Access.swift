internal import GRDB

/// A moment in which the file can be read: everything read in it is of one and the same instant.
package struct Reading {
    let db: GRDB.Database
    let tally = Tally()

    /// All rows of `sql`, each turned into a value.
    package func all<T>(_ sql: SQL, _ arguments: any Storable..., as make: (Row) throws -> T) throws -> [T] {
        var found: [T] = []
        try each(sql, arguments) { found.append(try make($0)) }
        return found
    }

    /// Goes over the rows of `sql` one at a time, so that a large result is never held whole.
    package func each(_ sql: SQL, _ arguments: any Storable..., do body: (Row) throws -> Void) throws {
        try each(sql, arguments, body)
    }

    /// The first row of `sql`, if there is one.
    package func first<T>(_ sql: SQL, _ arguments: any Storable..., as make: (Row) throws -> T) throws -> T? {
        try first(sql, arguments, make)
    }

    /// The number in the first column named `n` of the only row: for `SELECT COUNT(*) AS n`.
    package func count(_ sql: SQL, _ arguments: any Storable...) throws -> Int {
        try first(sql, arguments) { try $0.get("n") } ?? 0
    }

    private func each(_ sql: SQL, _ arguments: [any Storable], _ body: (Row) throws -> Void) throws {
        try translating {
            let query = try Query(db, sql, arguments)
            defer { end(query) }
            while try query.next() { try body(Row(query: query)) }
        }
    }

    private func end(_ query: Query) {
        tally.bytes += query.bytes
        query.end()
    }

    private func first<T>(_ sql: SQL, _ arguments: [any Storable], _ make: (Row) throws -> T) throws -> T? {
        try translating {
            let query = try Query(db, sql, arguments)
            defer { end(query) }
            return try query.next() ? make(Row(query: query)) : nil
        }
    }
}

/// A moment in which the file is changed: all of it happens, or nothing.
package struct Writing {
    let db: GRDB.Database

    /// The same moment for reading, so that stores need one kind of question.
    package var reading: Reading { Reading(db: db) }

    /// Carries out `sql` and answers how many rows it changed.
    @discardableResult
    package func run(_ sql: SQL, _ arguments: any Storable...) throws -> Int {
        try translating {
            let query = try Query(db, sql, arguments)
            defer { query.end() }
            while try query.next() {}
            return db.changesCount
        }
    }
}

func translating<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DatabaseError { throw Trouble(error) }
}

extension Trouble {
    init(_ error: DatabaseError) {
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_NOTADB:
            self = .storage(message)
        case .SQLITE_CONSTRAINT: self = .refused(message)
        default: self = .other(message)
        }
    }
}
