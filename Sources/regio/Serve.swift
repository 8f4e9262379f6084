import App
import ArgumentParser
import Logging

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start the server.")

    func run() async throws {
        try await Machine.run { settings, log in
            let assembly = try Assembly(settings: settings, log: log)
            try await assembly.serve { port in
                // Only now the port is known that stands in the link.
                if let link = try? await assembly.firstLink() { say("Nobody has an account here yet. Open this link once to begin:\n\(link)") }
                say("Regio aan zet: http://\(settings.host):\(port)")
            }
        }
    }
}

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the server with the demo world, in which one click signs in.")

    func run() async throws {
        try await Machine.run { settings, log in
            let assembly = try Assembly(settings: settings, isDemo: true, log: log)
            if try await !DemoWorld.isPlanted(in: assembly.house) { try await DemoWorld.plant(in: assembly.house) }
            try await assembly.serve { port in
                say("Regio aan zet, demo: open http://\(settings.host):\(port)")
            }
        }
    }
}
