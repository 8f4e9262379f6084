internal import App
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import NIOEmbedded
package import Site

/// Asks the product as a browser does, but in process: through the router, the gate and the routes, without a socket.
package final class Browser {
    private let house: TestHouse
    private let responder: any HTTPResponder<VisitContext>
    package private(set) var cookies: [String: String] = [:]
    package var headers: [String: String] = [:]

    package init(house: TestHouse, session: Secret? = nil) {
        self.house = house
        responder = house.assembly.responder()
        if let session { cookies["__Host-session"] = session.text }
    }

    /// Whom the form tokens of this browser's pages are made for.
    package var holder: String {
        cookies["__Host-session"].flatMap(Secret.init(_:))?.digest(for: "session") ?? FormTokens.nobody
    }

    package func get(_ path: String) async throws -> Seen { try await ask(.get, path, body: nil) }
    package func head(_ path: String) async throws -> Seen { try await ask(.head, path, body: nil) }

    /// Sends a form with the token that stands on the page at `from` (or, without it, at `path` itself).
    package func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], from page: String? = nil
    ) async throws -> Seen {
        let shown = try await get(page ?? path)
        return try await post(path, fields, token: shown.formToken)
    }

    /// Sends a form with a token that the test chose; nil sends none.
    package func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, token: String?
    ) async throws -> Seen {
        var pairs = fields.map { ($0.key, $0.value) }
        if let token { pairs.append((FormTokens.field, token)) }
        return try await send(pairs, to: path)
    }

    /// Sends a form of a page, with `changes` typed or chosen in it.
    package func send(_ form: PageForm, _ changes: [String: String] = [:]) async throws -> Seen {
        try await send(form.sent(changes), to: form.action)
    }

    package func send(_ pairs: [(String, String)], to path: String) async throws -> Seen {
        let body = pairs.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        return try await ask(.post, path, body: Array(body.utf8), type: "application/x-www-form-urlencoded")
    }

    package func send(_ method: String, _ path: String, body: [UInt8], type: String) async throws -> Seen {
        try await ask(HTTPRequest.Method(method) ?? .post, path, body: body, type: type)
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, body: [UInt8]?, type: String = "") async throws -> Seen {
        var head = HTTPRequest(method: method, scheme: "http", authority: "regio.test", path: path)
        if !cookies.isEmpty {
            head.headerFields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        for (name, value) in headers { HTTPField.Name(name).map { head.headerFields[$0] = value } }
        if let body {
            head.headerFields[.contentType] = type
            head.headerFields[.contentLength] = String(body.count)
        }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "browser"))
        let response = try await responder.respond(to: request, context: VisitContext(source: source))
        remember(response.headers)
        return Seen(
            status: response.status.code, body: try await bytes(of: response),
            headers: response.headers.map { ($0.name.canonicalName, $0.value) })
    }

    private func remember(_ headers: HTTPFields) {
        for cookie in headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
    }

    private func bytes(of response: Response) async throws -> [UInt8] {
        let collected = Collected()
        try await response.body.write(Collector(into: collected))
        return collected.bytes
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

private final class Collected: @unchecked Sendable {
    var bytes: [UInt8] = []
}

private struct Collector: ResponseBodyWriter {
    let collected: Collected
    init(into collected: Collected) { self.collected = collected }
    mutating func write(_ buffer: ByteBuffer) async throws { collected.bytes += Array(buffer.readableBytesView) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
