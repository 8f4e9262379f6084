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
    /// When it is over; nil while the time stands still.
    private var deadline: NIODeadline?
    /// Wakes at the deadline or before: setting it anew for each request would cost more than waking once too often.
    private var alarm: Scheduled<Void>?
    private var unanswered = 0

    init(_ limit: TimeAmount) { self.limit = limit }

    func handlerAdded(context: ChannelHandlerContext) { start(context, limit) }
    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
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
            end()
            start(context, min(limit, Self.whenStopping))
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func start(_ context: ChannelHandlerContext, _ limit: TimeAmount) {
        deadline = context.eventLoop.now + limit
        if alarm == nil { setAlarm(context.channel, limit) }
    }

    private func setAlarm(_ channel: any Channel, _ time: TimeAmount) {
        alarm = channel.eventLoop.assumeIsolated().scheduleTask(in: time) { [weak self] in self?.wake(channel) }
    }

    private func wake(_ channel: any Channel) {
        alarm = nil
        guard let deadline else { return }
        let left = deadline - channel.eventLoop.now
        if left <= .zero { channel.close(promise: nil) } else { setAlarm(channel, left) }
    }

    private func stop() { deadline = nil }

    private func end() {
        stop()
        alarm?.cancel()
        alarm = nil
    }
}
