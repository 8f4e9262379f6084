import App
import ArgumentParser
import Logging

struct MakeBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database to a file, also while the server runs.")

    @Argument(help: "The file to write; it must not exist.") var file: String

    func run() async throws {
        try await Machine.run { settings, _ in
            let counts = try await Backup.make(of: DataFolder(path: settings.folder), to: file)
            Report.write(counts)
            say("The key is not in it. Keep a copy of \(settings.folder)/key in another place.")
        }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put a backup into an empty folder.")

    @Argument(help: "A file that `regio backup` wrote.") var file: String

    func run() async throws {
        try await Machine.run { settings, _ in
            let counts = try await Backup.restore(file, into: DataFolder(path: settings.folder))
            Report.write(counts)
            say("Put the key back as \(settings.folder)/key before you start; without it personal links do not work.")
        }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "See whether the database is whole and the log of acts untouched.")

    func run() async throws {
        try await Machine.run { settings, _ in
            let faults = try await HealthCheck.faults(in: DataFolder(path: settings.folder))
            for fault in faults { say(fault) }
            if faults.isEmpty { say("All is well.") } else { throw ExitCode(1) }
        }
    }
}

enum Report {
    static func write(_ counts: [String: Int]) {
        for (table, count) in counts.sorted(by: { $0.key < $1.key }) { say("\(table) \(count)") }
    }
}
