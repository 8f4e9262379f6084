internal import Database
internal import Markup
internal import Membership
internal import Site

/// The open link of a round: anyone with its short code can start, and gets a link of their own.
enum OpenLinkRoutes {
    static let all: [Route] = [
        .get("/join", .everyone, join),
        .get("/c/:code", .everyone, showStart),
        .post("/c/:code", .everyone, start),
    ]

    private struct Found: Sendable {
        let round: Round
        let region: Region
        let content: AskedContent
        let partners: [Partner]
    }

    private static func join(_ visit: Visit) async throws -> Reply {
        guard let typed = visit.query.first("code"), !typed.isEmpty else {
            return .page(NoLinkPage.join(visit))
        }
        return try await CodeGuesses.answer(visit, typed) {
            guard let code = try await visit.read({ try round(typed, $0) })?.code else { return nil }
            return .redirect(OpenLinkPages.address(code, visit.askedLanguage))
        }
    }

    private static func showStart(_ visit: Visit) async throws -> Reply {
        try await CodeGuesses.answer(visit, visit.parameters["code"] ?? "") {
            guard let found = try await visit.read({ try find(visit, $0) }) else { return nil }
            let pages = pages(found, visit)
            let stand = OpenedLink.Stand(found.round, on: visit.today)
            if case .open = stand { return .page(pages.start(.fresh)) }
            return .page(pages.notOpen(stand))
        }
    }

    private static func start(_ visit: Visit) async throws -> Reply {
        guard let secret = visit.form.first("secret").flatMap(Secret.init(_:)) else { return AnswerRoutes.noLink(visit) }
        return try await CodeGuesses.answer(visit, visit.parameters["code"] ?? "") {
            guard let found = try await visit.read({ try find(visit, $0) }) else { return nil }
            let problems = OpenLinkPages.problems(visit.form, saysPartner: partner(found, visit.form) != nil)
            guard problems.isEmpty || !found.round.takesAnswers(on: visit.today) else {
                return .page(pages(found, visit).start(FormState(sent: visit.form, problems: problems)))
            }
            return try await started(secret, visit)
        }
    }

    private static func started(_ secret: Secret, _ visit: Visit) async throws -> Reply? {
        guard let found = try await visit.write({ try begin(secret, visit, $0) }) else { return nil }
        guard found.round.takesAnswers(on: visit.today) else {
            return .page(pages(found, visit).notOpen(OpenedLink.Stand(found.round, on: visit.today)))
        }
        let place = AnswerPlace(kind: .link(secret), asked: visit.askedLanguage)
        return .redirect(found.round.pace == .onePage ? place.all : place.theme(1))
    }

    private static func begin(_ secret: Secret, _ visit: Visit, _ writing: Writing) throws -> Found? {
        guard let found = try find(visit, writing.reading) else { return nil }
        guard found.round.takesAnswers(on: visit.today) else { return found }
        let response = Response(
            key: ResponseStore.key(secret), round: found.round.id, origin: origin(found, visit.form),
            isTogether: visit.form.first("together") == "organisation")
        try ResponseStore.begin(response, version: found.round.version, writing)
        return found
    }

    /// What the form says, as far as the round asks it: an organisation only where answers carry it.
    private static func origin(_ found: Found, _ form: Form) -> Response.Origin {
        let partner = partner(found, form)
        return Response.Origin(
            sector: partner?.sector ?? form.first("sector").flatMap(Sector.init(rawValue:)),
            level: form.first("level").flatMap(Level.init(rawValue:)), partner: partner?.id)
    }

    private static func partner(_ found: Found, _ form: Form) -> Partner? {
        found.partners.first { $0.id.text == form.first("partner") }
    }

    private static func find(_ visit: Visit, _ reading: Reading) throws -> Found? {
        guard let round = try round(visit.parameters["code"] ?? "", reading) else { return nil }
        let region = try RegionStore.required(round.region, reading)
        let content = try AskedContents.shared.content(of: round, in: visit.answerLanguage, visit.house, reading)
        let partners = round.privacy == .open ? try partners(of: region, visit.today, reading) : []
        return Found(round: round, region: region, content: content, partners: partners)
    }

    private static func round(_ typed: String, _ reading: Reading) throws -> Round? {
        for code in RoundCode.readings(of: typed) {
            if let round = try RoundStore.round(code: code, reading) { return round }
        }
        return nil
    }

    private static func partners(of region: Region, _ today: Day, _ reading: Reading) throws -> [Partner] {
        try PartnerStore.all(in: region.id, reading).filter { $0.lasts(on: today) }.map(\.partner)
    }

    private static func pages(_ found: Found, _ visit: Visit) -> OpenLinkPages {
        let secret = Secret.new()
        let place = AnswerPlace(kind: .link(secret), asked: visit.askedLanguage)
        return OpenLinkPages(
            pages: AnswerPages(
                round: found.round, region: found.region, content: found.content, place: place, visit: visit),
            code: found.round.code ?? "", partners: found.partners, secret: secret)
    }
}

/// A code as people type or copy it: with blanks (also hard ones, as it is shown) or dashes between, in capitals or not.
enum RoundCode {
    static func readings(of typed: String) -> [String] {
        let bare = String(String.UnicodeScalarView(OpenCode.bare(typed).unicodeScalars.prefix(40)))
        let readings = [typed, bare, bare.uppercased(), bare.lowercased()]
        return readings.enumerated().filter { readings.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
