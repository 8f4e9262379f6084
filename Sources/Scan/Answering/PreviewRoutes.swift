internal import Database
internal import Markup
internal import Membership
internal import Site

/// A round exactly as a respondent will see it: the same screens, with saving switched off.
enum PreviewRoutes {
    static let all: [Route] = [
        .get("/regions/:region/rounds/:round/preview/:number", .inRegion(.insiders), show),
        .post("/regions/:region/rounds/:round/preview/:number", .inRegion(.insiders), goOn),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let number = try number(visit)
        if number == 0 { return .page(pages.start(nil, nil)) }
        let last = screens(pages.round, pages.content.instrument)
        if number == last + 1 { return .page(pages.thanks(nil)) }
        guard number <= last else { throw Missing() }
        let questions = QuestionPages(pages: pages, sheet: AnswerSheet(), state: .fresh, savedAt: nil)
        guard pages.round.pace == .byTheme else { return .page(questions.all()) }
        guard let page = questions.theme(number) else { throw Missing() }
        return .page(page)
    }

    /// What was filled in is let go; only the next screen is shown.
    private static func goOn(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let number = try number(visit)
        if visit.form.has(AnswerField.stop) { return .redirect(pages.place.start) }
        if let language = visit.form.first(AnswerField.language).flatMap(Language.init(rawValue:)) {
            return .redirect(pages.place.inLanguage(language).screen(number))
        }
        if visit.form.has(AnswerField.move) { return .redirect(pages.place.screen(number)) }
        let next = visit.form.has(AnswerField.back) ? max(0, number - 1) : number + 1
        let last = screens(pages.round, pages.content.instrument) + 1
        return .redirect(pages.place.screen(min(next, last)))
    }

    private static func number(_ visit: Visit) throws -> Int {
        guard let number = visit.parameters["number"].flatMap({ Int($0) }), (0...1000).contains(number) else {
            throw Missing()
        }
        return number
    }

    private static func screens(_ round: Round, _ content: Instrument) -> Int {
        round.pace == .onePage ? 1 : content.themes.count
    }

    private static func pages(_ visit: Visit) async throws -> AnswerPages {
        let id: Round.ID = try visit.id("round")
        let (round, region, content) = try await visit.readRegion { reading, region in
            guard let round = try RoundStore.round(id, in: region.id, reading) else { throw Missing() }
            return (round, region, try RoundStore.content(of: id, version: round.version, reading))
        }
        let language = visit.answerLanguage
        let kind = AnswerPlace.Kind.preview(round.id, region.id, screens: screens(round, content))
        return AnswerPages(
            round: round, region: region,
            content: AskedContent(content, language, visit.house.texts.vocabulary(language)),
            place: AnswerPlace(kind: kind, asked: visit.askedLanguage), visit: visit)
    }
}
