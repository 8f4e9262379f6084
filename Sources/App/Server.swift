package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

extension Assembly {
    /// The server: a cap on connections, and an end to those that are slow or idle (L2).
    package func application(onReady: @escaping @Sendable (Int) async -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            responder: responder(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [Patience(.seconds(30))], idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 4096,
                availableConnectionsDelegate: .maximum(settings.mostConnections, logger: Logger(label: "connections"))),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            logger: quiet)
    }

    /// Runs until the process is told to stop; requests under way are finished first.
    package func serve(onReady: @escaping @Sendable (Int) async -> Void) async throws {
        try await application(onReady: onReady).runService()
    }

    private var quiet: Logger {
        var logger = Logger(label: "server")
        logger.logLevel = .error
        return logger
    }
}
