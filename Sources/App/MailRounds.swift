internal import Logging
internal import ServiceLifecycle
internal import Site

/// Brings letters to the mail server, or to their folder, for as long as the server runs: at every ring, and each time that one may be tried again.
struct MailRounds: Service {
    let house: House
    let log: Logger

    func run() async throws {
        let pause = house.mail.relay?.pause ?? 60
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await once()
                await house.mail.wait(atMost: min(60, pause))
            }
        }
    }

    /// The log says why letters wait and when they go again; never to whom they are.
    private func once() async {
        let before = house.mail.trouble
        do { try await LetterDelivery.deliver(house) } catch {
            log.error("letters wait", metadata: ["error": "\(type(of: error))"])
        }
        let now = house.mail.trouble
        if let now, now != before { log.error("letters wait: the mail server \(now.rawValue)") }
        if before != nil, now == nil { log.notice("the mail server takes letters again") }
    }
}
