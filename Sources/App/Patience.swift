internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Ends a connection on which a request, head and body, takes longer than `limit` to arrive, or never comes (L2).
///
/// The server's idle time-out alone does not see a sender who drips one byte every few seconds. The time runs from
/// the opening of the connection or the end of the last answer until the whole request is there; while a request is
/// being answered it stands still.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a request that is still arriving may take once the server was told to stop.
    static let whenStopping = TimeAmount.seconds(5)

    private let limit: TimeAmount
    private var deadline: Scheduled<Void>?
    private var unanswered = 0

    init(_ limit: TimeAmount) { self.limit = limit }

    func handlerAdded(context: ChannelHandlerContext) { start(context, limit) }
    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            if deadline == nil { start(context, limit) }
        case .body: break
        case .end: stop()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        context.write(data, promise: promise)
        guard case .end = part else { return }
        unanswered -= 1
        if unanswered == 0, deadline == nil { start(context, limit) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, deadline != nil {
            stop()
            start(context, min(limit, Self.whenStopping))
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func start(_ context: ChannelHandlerContext, _ limit: TimeAmount) {
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }

    private func stop() {
        deadline?.cancel()
        deadline = nil
    }
}
