internal import Database
internal import Foundation
internal import Membership
internal import Site

/// What `regio check` looks at: whether the file is whole, and whether the log of acts was touched.
package enum HealthCheck {
    /// One sentence for each thing that is wrong; empty when all is well.
    package static func faults(in folder: DataFolder) async throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.database) else {
            return ["There is no database in \(folder.path)."]
        }
        let database = try folder.open(Wings.all)
        var faults = try await database.faults().map { "The database is damaged: \($0)" }
        if let line = try await database.read(ActLog.firstBroken) {
            faults.append("The log of acts was changed at line \(line).")
        }
        try database.close()
        return faults
    }
}
