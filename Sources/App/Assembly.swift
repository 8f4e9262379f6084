package import Database
package import Hummingbird
internal import HTTPTypes
package import Logging
package import Markup
internal import Membership
internal import NIOCore
package import Site

/// Settings in, application out: the one place where things are wired.
package struct Assembly: Sendable {
    package let house: House
    package let settings: Settings
    let log: Logger
    private let wings: [Wing]

    /// Opens the folder and everything in it.
    ///
    /// - Parameters:
    ///   - memory: only tests give another than the one that watches the database.
    ///   - onUntranslated: told of each phrase that is said in English without a translation; only tests listen.
    package init(
        settings: Settings, isDemo: Bool = false, clock: Clock = .system, log: Logger, wings: [Wing] = Wings.all,
        memory: Memory? = nil, onUntranslated: (@Sendable (Phrase) -> Void)? = nil
    ) throws {
        guard Sodium.isReady else { throw Settings.Bad(description: "This machine has no source of random bytes.") }
        let texts = try Texts(catalogs: wings.compactMap(\.texts), onMissing: onUntranslated)
        let folder = DataFolder(path: settings.folder)
        try folder.prepare()
        self.settings = settings
        self.log = log
        self.wings = wings
        house = House(
            database: try folder.open(wings, memory),
            clock: clock, key: try folder.key(), passwords: Passwords(), throttle: Throttle(),
            codes: Throttle(perAccount: 200, perAddress: 200),
            viewers: Membership(), texts: texts, assets: try Assets(),
            menu: wings.reversed().flatMap(\.menu), home: wings.flatMap(\.home), letters: wings.flatMap(\.letters),
            chores: wings.flatMap(\.chores), mail: MailRoom(relay: settings.relay), handovers: wings.flatMap(\.handovers),
            settings: House.Settings(
                publicAddress: settings.publicAddress, isDemo: isDemo, trustsProxy: settings.trustsProxy,
                dataFolder: settings.folder, instruments: settings.instruments),
            readable: Readable(wings.flatMap(\.routes)))
    }

    package var routes: [Route] { wings.flatMap(\.routes) }

    /// The router with every route behind the gate; nothing answers beside it.
    package func responder() -> some HTTPResponder<VisitContext> {
        let gate = Gate(house: house, log: log)
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: NoRoute(gate: gate))
        for asset in Assets.Name.allCases { serve(asset, router) }
        for route in routes {
            router.on(RouterPath(route.pattern), method: route.method) { request, context in
                await gate.answer(request, route, context.asked)
            }
        }
        return router.buildResponder()
    }

    private func serve(_ asset: Assets.Name, _ router: Router<VisitContext>) {
        var headers = SafeHeaders.all(isSecure: house.settings.isSecure)
        headers[.contentType] = asset.type
        headers[.cacheControl] = "public, max-age=31536000, immutable"
        let body = ByteBuffer(bytes: house.assets.bytes(asset))
        router.get(RouterPath(house.assets.link(asset).text)) { [headers] _, _ in
            Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        }
    }
}

/// Answers what no route has with the same page as what is not for you.
private struct NoRoute: RouterMiddleware {
    let gate: Gate

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return await gate.answerMissing(request, context.asked)
        }
    }
}
