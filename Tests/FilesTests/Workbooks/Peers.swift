import Files
import Foundation
import Testing

/// Programs of other makers, against which our files are held.
enum Peers {
    static let python = FileManager.default.currentDirectoryPath + "/.venv/bin/python"
    static let ssconvert = "/usr/bin/ssconvert"
    static let data = FileManager.default.currentDirectoryPath + "/../shared/data"

    static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python) }
    static var hasGnumeric: Bool { FileManager.default.isExecutableFile(atPath: ssconvert) }
    static var hasData: Bool { FileManager.default.fileExists(atPath: data) }

    /// A folder for one test, gone afterwards.
    static func inFolder<T>(_ body: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("peers-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    @discardableResult
    static func run(_ program: String, _ arguments: [String], in folder: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) failed")
        return said
    }

    /// Runs a script in the folder; what it prints is the answer.
    @discardableResult
    static func python(_ script: String, in folder: String) throws -> Data {
        try run(python, ["-c", script], in: folder)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The file that a script leaves under the name `made`.
    static func made(_ script: String) throws -> [UInt8] {
        try inFolder { folder in
            try python(script, in: folder)
            return try bytes(folder + "/made")
        }
    }
}
