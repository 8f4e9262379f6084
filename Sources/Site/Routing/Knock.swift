internal import Database
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A request on its way through the gate: each step knows a little more.
struct Knock {
    let request: Request
    let asked: Asked
    let house: House
    private(set) var viewer: Viewer?
    private(set) var session: String?
    private(set) var form = Form()

    init(request: Request, asked: Asked, house: House) {
        self.request = request
        self.asked = asked
        self.house = house
    }

    /// What the address is about, before anything is loaded.
    var scope: Scope {
        Scope(
            region: asked.parameters["region"].flatMap(RegionID.init(_:)),
            programme: asked.parameters["programme"].flatMap(ProgrammeID.init(_:)))
    }

    var visit: Visit {
        Visit(
            house: house, path: request.uri.path, parameters: asked.parameters, query: query, form: form,
            viewer: viewer, session: session, language: language, address: address,
            browser: request.headers[.userAgent] ?? "")
    }

    /// A body that says it is too large is refused before a byte of it is read (L3).
    func refuseOversized(_ limits: Form.Limits) throws {
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else { return }
        if length > limits.bytes { throw Form.Trouble.tooManyBytes(limit: limits.bytes) }
    }

    /// - Parameter isNoted: whether it is written down that the session was used.
    mutating func findViewer(isNoted: Bool) async throws {
        guard let cookie = request.cookies[SessionCookie.name]?.value, let secret = Secret(cookie) else { return }
        let digest = secret.digest(for: SessionStore.purpose)
        let now = house.clock.now()
        let question = ViewerQuestion(digest: digest, today: house.clock.day(of: now), viewers: house.viewers)
        guard let found = try await house.database.recall(question), found.session.goesOn(at: now) else { return }
        viewer = found.viewer
        session = digest
        // Whoever works on stays signed in, also while the disk refuses to write this down.
        if isNoted, found.session.isUnseen(at: now) {
            try? await house.database.write { try SessionStore.touch(digest, at: now, $0) }
        }
    }

    mutating func readForm(_ limits: Form.Limits) async throws {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limits.bytes)
        } catch is NIOTooManyBytesError {
            throw Form.Trouble.tooManyBytes(limit: limits.bytes)
        }
        let bytes = Array(body.readableBytesView)
        form = try Form.parse(bytes[...], contentType: request.headers[.contentType], limits: limits)
    }

    /// The form was made by us for whoever sends it, and the browser does not say that another site sent it.
    ///
    /// Where everyone may come, a form made before signing in is as good as one made after it.
    func hasFormToken(for rule: Rule) -> Bool {
        guard isFromHere else { return false }
        let token = form.first(FormTokens.field)
        if rule == .everyone, house.formTokens.isToken(token, for: FormTokens.nobody) { return true }
        return house.formTokens.isToken(token, for: FormTokens.holder(asked.parameters, session))
    }

    /// A mail program says that the receiver of a letter clicked there (RFC 8058, section 3.1).
    var isOneClick: Bool { form.first("List-Unsubscribe") == "One-Click" }

    /// Under our `Referrer-Policy: no-referrer` a browser sends `Origin: null` with its own forms too, so what
    /// it says of the site comes first.
    private var isFromHere: Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin], origin != "null", let host = request.head.authority else { return true }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }

    private var query: Form {
        guard let text = request.uri.query else { return Form() }
        return (try? Form.parse(Array(text.utf8))) ?? Form()
    }

    private var language: Language {
        if let viewer { return viewer.language }
        return request.cookies[SessionCookie.language].flatMap { Language(rawValue: $0.value) } ?? .dutch
    }

    /// The last address that our own proxy added; never what the sender wrote before it.
    private var address: String {
        guard house.settings.trustsProxy, let forwarded = request.headers[.xForwardedFor] else { return asked.peer }
        return forwarded.split(separator: ",").last.map { String($0.filter { $0 != " " }) } ?? asked.peer
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .accept
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .accept
}
