internal import Foundation
internal import Site

/// The folder that holds everything of one installation: the database, and beside it the key.
package struct DataFolder: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    package var database: String { "\(path)/regio.sqlite" }
    private var keyFile: String { "\(path)/key" }
    /// Where letters wait that no mail server took yet.
    package var letters: String { "\(path)/letters" }

    /// Makes the folder, for its owner alone, if it is not there.
    package func prepare() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The key from which personal links and form tokens follow: 32 random bytes, made once, readable by the owner
    /// alone. It is not in the database and not in a backup: whoever has only those can join no answer to a person.
    package func key() throws -> [UInt8] {
        if let stored = FileManager.default.contents(atPath: keyFile) {
            guard stored.count == 32 else { throw Settings.Bad(description: "\(keyFile) is not a key of 32 bytes.") }
            return [UInt8](stored)
        }
        let key = Sodium.random(32)
        guard FileManager.default.createFile(
            atPath: keyFile, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw Settings.Bad(description: "\(keyFile) cannot be written.") }
        return key
    }
}
