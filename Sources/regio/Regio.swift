import App
import ArgumentParser
import Foundation
import Logging

/// The command: everything that can be done from the machine itself.
@main
struct Regio: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regio", abstract: "Regio aan zet: de leercyclus van regio's.",
        subcommands: [Serve.self], defaultSubcommand: Serve.self)
}

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start de server.")

    func run() async throws {
        try await Machine.run { settings, log in
            let assembly = try Assembly(settings: settings, log: log)
            if let link = try await assembly.firstLink() {
                say("Nog niemand heeft hier een account. Open deze link één keer om te beginnen:\n\(link)")
            }
            try await assembly.serve { port in
                say("Regio aan zet: http://\(settings.host):\(port)")
            }
        }
    }
}

/// Says a line at once, also where nobody looks on: `print` would keep it back until there is more.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// What every command shares: settings from the environment, and one sentence when they are bad.
enum Machine {
    static func run(_ body: (Settings, Logger) async throws -> Void) async throws {
        let log = Logger(label: "regio")
        do {
            try await body(try Settings(environment: ProcessInfo.processInfo.environment), log)
        } catch let bad as Settings.Bad {
            throw ValidationError(bad.description)
        }
    }
}
