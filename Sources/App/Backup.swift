internal import Database
internal import Foundation
internal import Site

/// Copies of the database while it is in use, and the way back.
///
/// A copy holds everything but the key that personal links follow from: whoever finds only the copy can join no
/// answer to a person. The key is copied by hand, to another place.
package enum Backup {
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// Writes the database as it is at this instant to `file` and answers what it holds.
    /// - Throws: ``Refused`` when `file` exists or the copy is not whole.
    package static func make(of folder: DataFolder, to file: String) async throws -> [String: Int] {
        guard FileManager.default.fileExists(atPath: folder.database) else {
            throw Refused(description: "There is no database in \(folder.path).")
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Refused(description: "\(file) exists already; a backup never replaces a file.")
        }
        let database = try folder.open(Wings.all)
        try await database.copy(to: file)
        try database.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        return try await checked(file, called: file)
    }

    /// Puts the copy in `file` into an empty folder and answers what it holds.
    /// - Throws: ``Refused`` when the folder holds a database or the copy is not whole; then nothing was changed.
    package static func restore(_ file: String, into folder: DataFolder) async throws -> [String: Int] {
        guard FileManager.default.fileExists(atPath: file) else { throw Refused(description: "\(file) is not there.") }
        guard !FileManager.default.fileExists(atPath: folder.database) else {
            throw Refused(description: "\(folder.path) holds a database already; restore into an empty folder.")
        }
        try folder.prepare()
        let waiting = folder.database + ".restoring"
        try? FileManager.default.removeItem(atPath: waiting)
        try FileManager.default.copyItem(atPath: file, toPath: waiting)
        let counts: [String: Int]
        do {
            counts = try await checked(waiting, called: file)
        } catch {
            remove(waiting)
            throw error
        }
        remove(waiting, but: waiting)
        try FileManager.default.moveItem(atPath: waiting, toPath: folder.database)
        return counts
    }

    private static func checked(_ file: String, called name: String) async throws -> [String: Int] {
        do {
            try await requireOurs(file, called: name)
            let database = try open(file)
            let faults = try await database.faults()
            guard faults.isEmpty else { throw Refused(description: "\(name) is not whole: \(faults[0])") }
            let counts = try await database.counts()
            try database.checkpoint()
            try database.close()
            return counts
        } catch let trouble as Trouble {
            throw Refused(description: "\(name) is not a backup: \(trouble)")
        }
    }

    /// An empty file is a whole database to SQLite; to us it is not a backup.
    private static func requireOurs(_ file: String, called name: String) async throws {
        let database = try DatabaseFile(file: file, migrations: [])
        let steps = try await database.counts()["grdb_migrations", default: 0]
        try database.close()
        guard steps > 0 else { throw Refused(description: "\(name) is not a backup: there is nothing of ours in it.") }
    }

    private static func open(_ file: String) throws -> DatabaseFile {
        try DatabaseFile(file: file, migrations: Wings.all.flatMap(\.migrations))
    }

    private static func remove(_ file: String, but kept: String = "") {
        for path in [file, file + "-wal", file + "-shm"] where path != kept {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
