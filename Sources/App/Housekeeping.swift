internal import Database
package import Logging
internal import ServiceLifecycle
package import Site

/// What the server does of itself, each minute.
package struct Housekeeping {
    let house: House
    let log: Logger
    var every = Duration.seconds(60)

    /// Tries again the letters that could not go (C7), and empties the log of changes: the order in which people
    /// answered does not stay on the disk (P2). What fails now is done another minute.
    package static func once(_ house: House, _ log: Logger) async {
        for chore in house.chores {
            do { try await chore.work(house) } catch { log.error("a chore failed", metadata: ["error": "\(type(of: error))"]) }
        }
        do { try await bring(house) } catch { log.error("letters wait", metadata: ["error": "\(type(of: error))"]) }
        do { try await house.database.emptyLog() } catch { log.error("the log is not emptied", metadata: ["error": "\(type(of: error))"]) }
    }
}

extension Housekeeping {
    /// To the mail server letters go by ``MailRounds``, beside this.
    private static func bring(_ house: House) async throws {
        if house.mail.relay == nil { try await LetterDelivery.deliver(house) } else { house.mail.ring() }
    }
}

extension Housekeeping: Service {
    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: every)
                await Self.once(house, log)
            }
        }
    }
}
