internal import Database
internal import Markup
internal import Membership
package import Site

/// The respondent's side: by a link, without an account, without a cookie.
package enum AnswerRoutes {
    package static let all: [Route] =
        [
            .get("/a/:secret", .holder, showStart),
            .post("/a/:secret", .holder, begin),
            .get("/a/:secret/themes/:number", .holder, showTheme),
            .post("/a/:secret/themes/:number", .holder, saveTheme),
            .get("/a/:secret/all", .holder, showAll),
            .post("/a/:secret/all", .holder, saveAll),
            .get("/a/:secret/thanks", .holder, showThanks),
        ] + OpenLinkRoutes.all + PreviewRoutes.all

    // MARK: Showing

    private static func showStart(_ visit: Visit) async throws -> Reply {
        guard let opened = try await open(visit) else { return noLink(visit) }
        let pages = AnswerPages(opened, visit)
        switch opened.stand(on: visit.today) {
        case .open:
            return .page(pages.start(opened.invitation?.name, opened.response, savedAt: visit.savedAt))
        case .notYet: return .page(pages.notYet())
        case .closed: return .page(pages.closed(opened.response))
        case .returned:
            let result = try await ShortFeedback.markup(opened.round, visit.house, opened.language)
            return .page(pages.returned(result, opened.response))
        }
    }

    private static func showTheme(_ visit: Visit) async throws -> Reply {
        try await showOpen(visit) { opened, pages in
            QuestionPages(pages: pages, sheet: opened.sheet, state: .fresh, savedAt: visit.savedAt)
                .theme(visit.parameters["number"].flatMap { Int($0) } ?? 0)
        }
    }

    private static func showAll(_ visit: Visit) async throws -> Reply {
        try await showOpen(visit) { opened, pages in
            QuestionPages(pages: pages, sheet: opened.sheet, state: .fresh, savedAt: visit.savedAt).all()
        }
    }

    private static func showThanks(_ visit: Visit) async throws -> Reply {
        try await showOpen(visit) { opened, pages in pages.thanks(opened.response) }
    }

    /// A screen of an open round; at any other time the link's first screen says how the round stands.
    private static func showOpen(_ visit: Visit, _ page: (OpenedLink, AnswerPages) -> Page?) async throws -> Reply {
        guard let opened = try await open(visit) else { return noLink(visit) }
        let pages = AnswerPages(opened, visit)
        guard opened.round.takesAnswers(on: visit.today) else { return .redirect(pages.place.start) }
        return page(opened, pages).map { .page($0) } ?? noLink(visit)
    }

    // MARK: Saving

    /// Alone or together is said before the first question.
    private static func begin(_ visit: Visit) async throws -> Reply {
        guard let secret = visit.holderSecret else { return noLink(visit) }
        let isTogether = visit.form.first("together") == "organisation"
        let language = visit.answerLanguage
        let opened = try await visit.write { writing -> OpenedLink? in
            guard let opened = try OpenedLink.find(secret, language, visit.house, writing.reading) else { return nil }
            if opened.round.takesAnswers(on: visit.today) {
                try AnswerSaving.begin(opened, isTogether: isTogether, writing)
            }
            return opened
        }
        guard let opened else { return noLink(visit) }
        let place = AnswerPages(opened, visit).place
        guard opened.round.takesAnswers(on: visit.today) else { return .redirect(place.start) }
        return .redirect(opened.round.pace == .onePage ? place.all : place.theme(1))
    }

    private static func saveTheme(_ visit: Visit) async throws -> Reply {
        guard let number = visit.parameters["number"].flatMap({ Int($0) }) else { return noLink(visit) }
        return try await save(visit, theme: number)
    }

    private static func saveAll(_ visit: Visit) async throws -> Reply { try await save(visit, theme: nil) }

    private static func save(_ visit: Visit, theme: Int?) async throws -> Reply {
        guard let secret = visit.holderSecret else { return noLink(visit) }
        let saving = AnswerSaving(
            secret: secret, form: visit.form, language: visit.answerLanguage, house: visit.house, today: visit.today,
            theme: theme)
        switch try await saving.save() {
        case .nothing: return noLink(visit)
        case .notOpen(let opened, let sent):
            return .page(AnswerPages(opened, visit).closedWhileTyping(sent, sent.themes.map(\.theme), visit.form))
        case .saved(let opened, let sent) where sent.problems.isEmpty:
            return .redirect(next(secret, opened.instrument.themes.count, sent, theme, visit))
        case .first(let themes, let sent):
            return .redirect(next(secret, themes, sent, theme, visit))
        case .saved(let opened, let sent):
            return mend(opened, sent, theme, visit)
        }
    }

    /// The form again with everything that was typed; what was right is saved already.
    private static func mend(_ opened: OpenedLink, _ sent: SentAnswers, _ theme: Int?, _ visit: Visit) -> Reply {
        let state = FormState(sent: visit.form, problems: sent.problems)
        let pages = QuestionPages(
            pages: AnswerPages(opened, visit), sheet: opened.sheet, state: state, savedAt: nil)
        return (theme.map { pages.theme($0) } ?? pages.all()).map { .page($0) } ?? noLink(visit)
    }

    private static func next(
        _ secret: Secret, _ themes: Int, _ sent: SentAnswers, _ theme: Int?, _ visit: Visit
    ) -> Link {
        let place = AnswerPlace(kind: .link(secret), asked: visit.askedLanguage)
        if let moved = sent.moved {
            let here = theme.map { place.theme($0) } ?? place.all
            return AnswerPlace.saved(here, at: visit.time).at(AnswerField.answer(moved))
        }
        if visit.form.has(AnswerField.stop) { return AnswerPlace.saved(place.start, at: visit.time) }
        if let language = visit.form.first(AnswerField.language).flatMap(Language.init(rawValue:)) {
            let other = place.inLanguage(language)
            return AnswerPlace.saved(theme.map { other.theme($0) } ?? other.all, at: visit.time)
        }
        guard let theme else { return place.thanks }
        let number = visit.form.has(AnswerField.back) ? theme - 1 : theme + 1
        if number < 1 { return place.start }
        if number > themes { return place.thanks }
        return AnswerPlace.saved(place.theme(number), at: visit.time)
    }

    // MARK: Opening

    private static func open(_ visit: Visit) async throws -> OpenedLink? {
        guard let secret = visit.holderSecret else { return nil }
        let language = visit.answerLanguage
        return try await visit.read { try OpenedLink.find(secret, language, visit.house, $0) }
    }

    static func noLink(_ visit: Visit) -> Reply { .page(NoLinkPage.page(visit.answerLanguage)) }
}

extension Visit {
    /// Nil when the address holds nothing that has the form of a secret.
    var holderSecret: Secret? { parameters["secret"].flatMap(Secret.init(_:)) }

    /// The time of day at which this was asked: `14:02`.
    fileprivate var time: String { house.clock.time(of: now) }

    /// The language of a respondent's screens: what the address asks, or else the reader's own.
    var answerLanguage: Language { askedLanguage ?? language }
}

extension AnswerPages {
    init(_ opened: OpenedLink, _ visit: Visit) {
        self.init(
            round: opened.round, region: opened.region, content: opened.content,
            place: AnswerPlace(kind: .link(opened.secret), asked: visit.askedLanguage), visit: visit,
            ownLink: opened.invitation == nil
                ? visit.house.settings.publicAddress + AnswerLinks.personal(opened.secret).text : nil)
    }
}
