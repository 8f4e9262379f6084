internal import HTTPTypes
internal import Hummingbird

extension Response {
    /// The same answer; what the sender still sends after it is read and dropped.
    ///
    /// A sender who asked to close the connection reads the answer only after the last byte of the body went out. If
    /// nobody took those bytes, it would stand still until it was cut off, and never see why. On other connections the
    /// server reads on by itself. Nothing of the body is kept, and who sends on for too long is cut (L2).
    func readingOut(_ request: Request) -> Response {
        guard request.headers[.connection]?.lowercased() == "close", let length = body.contentLength else { return self }
        let (answer, rest) = (body, request.body)
        let reading = ResponseBody(contentLength: length) { writer in
            try await answer.write(writer)
            for try await _ in rest {}
        }
        return Response(status: status, headers: headers, body: reading)
    }
}
