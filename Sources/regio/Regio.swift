import App
import ArgumentParser
import Foundation
import Logging

/// The command: everything that is done from the machine itself.
@main
struct Regio: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regio", abstract: "Regio aan zet: regions run their own learning cycle.",
        discussion: """
            Settings come from the environment: REGIO_FOLDER (where everything is kept), REGIO_HOST, REGIO_PORT, \
            REGIO_ADDRESS (how people reach it, https://…), REGIO_PROXY=yes (a proxy in front says who asks), \
            REGIO_CONNECTIONS, REGIO_INSTRUMENTS (the folder with the scans) REGIO_PATIENCE (seconds a request may take \
            to arrive) and REGIO_SMTP_HOST with its like (the mail server; see docs/running.md).
            """,
        subcommands: [Serve.self, Demo.self, MakeBackup.self, Restore.self, LetIn.self, Check.self, Access.self],
        defaultSubcommand: Serve.self)
}

/// What every command shares: settings from the environment, and one sentence when something is bad.
enum Machine {
    static func run(_ body: (Settings, Logger) async throws -> Void) async throws {
        do {
            try await body(try Settings(environment: ProcessInfo.processInfo.environment), Logger(label: "regio"))
        } catch let bad as Settings.Bad {
            throw CleanExit.message(to: bad.description)
        } catch let refused as Backup.Refused {
            throw CleanExit.message(to: refused.description)
        } catch let refused as PersonLink.Refused {
            throw CleanExit.message(to: refused.description)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw CleanExit.message(to: "This could not be done: \(error).")
        }
    }
}

/// Writes a line at once, so that whoever waits for it in a pipe sees it.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

extension CleanExit {
    /// Says one sentence on one line where errors go, and ends with status 1.
    static func message(to sentence: String) -> ExitCode {
        let sentence = String(sentence.map { $0.isNewline ? " " : $0 })
        FileHandle.standardError.write(Data("regio: \(sentence)\n".utf8))
        return ExitCode(1)
    }
}
