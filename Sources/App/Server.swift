internal import Glibc
package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import Site

extension Assembly {
    /// The server: a cap on connections, and an end to those that are slow or idle (L2).
    package func application(onReady: @escaping @Sendable (Int) async -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            responder: responder(),
            server: HTTPServerBuilder { responder in
                OnItsLoop(
                    base: HTTP1Channel(
                        responder: responder,
                        configuration: .init(additionalChannelHandlers: [Patience(patience)], idleTimeout: patience)))
            },
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 4096,
                availableConnectionsDelegate: .maximum(mostConnections, logger: Logger(label: "connections"))),
            services: [Housekeeping(house: house, log: log), MailRounds(house: house, log: log)],
            onServerRunning: { [house] channel in
                let port = channel.localAddress?.port ?? 0
                house.settings.isReached(at: port)
                await onReady(port)
            },
            logger: quiet)
    }

    /// Runs until the process is told to stop; requests under way are finished first.
    /// - Throws: ``Settings/Bad`` when nothing can listen at the host and port that were set.
    package func serve(onReady: @escaping @Sendable (Int) async -> Void) async throws {
        do {
            try await application(onReady: onReady).runService()
        } catch let fault as IOError {
            let reason = String(cString: strerror(fault.errnoCode))
            throw Settings.Bad(
                description: "REGIO_HOST is '\(settings.host)' and REGIO_PORT '\(settings.port)'; the server cannot listen there: \(reason).")
        } catch is SocketAddressError.UnknownHost {
            throw Settings.Bad(description: "REGIO_HOST is '\(settings.host)'; no machine has that name.")
        }
    }

    /// Never more than there can be open files, with some left for the database.
    private var mostConnections: Int { min(settings.mostConnections, OpenFiles.allow(settings.mostConnections + 128) - 128) }

    private var patience: TimeAmount { .seconds(Int64(settings.patience)) }

    private var quiet: Logger {
        var logger = Logger(label: "server") { BareLog(log: StreamLogHandler.standardError(label: $0)) }
        logger.logLevel = .error
        return logger
    }
}
