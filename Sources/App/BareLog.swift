internal import Logging

/// A log that keeps nothing beside its lines: the server would have it write out a number of its own for each request.
struct BareLog: LogHandler {
    var log: any LogHandler

    var logLevel: Logger.Level {
        get { log.logLevel }
        set { log.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) { log.log(event: event) }
}
