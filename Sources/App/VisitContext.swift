package import Hummingbird
internal import NIOCore
internal import Site

/// What the server keeps beside a request: who is at the other end.
package struct VisitContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    private let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    var asked: Asked {
        Asked(
            parameters: Dictionary(coreContext.parameters.map { (String($0.key), String($0.value)) }) { first, _ in first },
            peer: peer)
    }
}
