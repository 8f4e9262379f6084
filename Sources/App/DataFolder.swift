internal import Database
internal import Foundation
internal import Site

/// The folder that holds everything of one installation: the database, and beside it the key.
package struct DataFolder: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    package var database: String { "\(path)/regio.sqlite" }
    private var keyFile: String { "\(path)/key" }

    /// Makes the folder, for its owner alone, if it is not there.
    package func prepare() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Settings.Bad(description: "REGIO_FOLDER is '\(path)'; this folder cannot be made or is no folder.")
        }
    }

    /// The database in the folder, with what the wings keep in it.
    func open(_ wings: [Wing], _ memory: Memory? = nil) throws -> DatabaseFile {
        do {
            return try DatabaseFile(file: database, migrations: wings.flatMap(\.migrations), memory: memory)
        } catch Trouble.opening(let reason) {
            throw Settings.Bad(description: "\(database) cannot be opened as it must be: \(reason).")
        }
    }

    /// The same, for what is only of use where a server has been. Throws ``Settings/Bad`` where none has.
    func openExisting(_ wings: [Wing]) throws -> DatabaseFile {
        guard FileManager.default.fileExists(atPath: database) else {
            throw Settings.Bad(description: "There is no database in \(path).")
        }
        return try open(wings)
    }

    /// The key from which personal links and form tokens follow: 32 random bytes, made once, readable by the owner
    /// alone. It is not in the database and not in a backup: whoever has only those can join no answer to a person.
    package func key() throws -> [UInt8] {
        if let stored = FileManager.default.contents(atPath: keyFile) {
            guard stored.count == 32 else { throw Settings.Bad(description: "\(keyFile) is not a key of 32 bytes.") }
            return [UInt8](stored)
        }
        let key = Sodium.random(32)
        do {
            try keep(Data(key))
        } catch {
            throw Settings.Bad(description: "\(keyFile) cannot be written.")
        }
        return key
    }

    /// Whole or not at all, and on the disk before anything else: without its key every personal link is lost.
    private func keep(_ key: Data) throws {
        let draft = keyFile + ".new"
        _ = FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
        try file.write(contentsOf: key)
        try file.synchronize()
        try file.close()
        try FileManager.default.moveItem(atPath: draft, toPath: keyFile)
        let folder = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        try folder.synchronize()
        try folder.close()
    }
}
