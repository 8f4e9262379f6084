internal import Database
internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The feedback report of a round, for those who see the region's work as a whole.
enum FeedbackRoutes {
    static let all: [Route] = [
        .get("/regions/:region/rounds/:round/report", .inRegion(.insiders), home),
        .get("/regions/:region/rounds/:round/report/table", .inRegion(.insiders), table),
        .get("/regions/:region/rounds/:round/report/print", .inRegion(.insiders), print),
        .get("/regions/:region/rounds/:round/report/short", .inRegion(.insiders), preview),
        .get("/regions/:region/rounds/:round/report.csv", .inRegion(.insiders), file),
        .get("/regions/:region/rounds/:round/report.xlsx", .inRegion(.insiders), workbook),
        .get("/regions/:region/rounds/:round/report/themes/:theme", .inRegion(.insiders), theme),
        .get("/regions/:region/rounds/:round/report/themes/:theme/tables", .inRegion(.insiders), tables),
        .get("/regions/:region/rounds/:round/report/themes/:theme/answers/:question", .inRegion(.insiders), sayings),
        .get("/regions/:region/rounds/:round/report/themes/:theme/figures.csv", .inRegion(.insiders), themeFile),
        .get("/regions/:region/rounds/:round/report/themes/:theme/answers.csv", .inRegion(.insiders), answersFile),
    ]

    private static func home(_ visit: Visit) async throws -> Reply {
        try await page(visit) { .page(FeedbackPages.home($0)) }
    }

    private static func table(_ visit: Visit) async throws -> Reply {
        try await page(visit) { .page(FeedbackPages.table($0)) }
    }

    private static func print(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            .page(PrintPages.all(view, try await FeedbackDesk.texts(view.now, theme: nil, visit.house)))
        }
    }

    /// What respondents will see, exactly (P7).
    private static func preview(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in .page(ShortFeedback.preview(view)) }
    }

    private static func theme(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            guard view.figures.whole.people ?? 0 > 0 else { return .page(FeedbackPages.tooFew(view)) }
            let theme = try theme(visit, view)
            let texts = try await FeedbackDesk.texts(view.now, theme: theme.key, visit.house)
            return .page(
                ThemeReportPages.theme(
                    view, theme, by: asked(visit, view), unfolded: visit.query.first("question"), texts))
        }
    }

    private static func tables(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            guard view.figures.whole.people ?? 0 > 0 else { return .page(FeedbackPages.tooFew(view)) }
            return .page(ThemeTables.page(view, try theme(visit, view), by: asked(visit, view)))
        }
    }

    /// The perspective that was asked for, where the round has it.
    private static func asked(_ visit: Visit, _ view: FeedbackView) -> View {
        let asked = View(rawValue: visit.query.first("by") ?? "") ?? .sector
        return view.views.contains(asked) ? asked : .sector
    }

    private static func sayings(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            guard view.figures.whole.people ?? 0 > 0 else { return .page(FeedbackPages.tooFew(view)) }
            let theme = try theme(visit, view)
            guard let question = theme.questions.first(where: { $0.key == visit.parameters["question"] }), question.kind.isWritten
            else { throw Site.Missing() }
            let texts = try await FeedbackDesk.texts(view.now, theme: theme.key, visit.house)
            let paging = Paging(visit, most: question.kind == .swot ? 10 : 40)
            return .page(SayingsPage(view: view, theme: theme, question: question, texts: texts, paging: paging).page)
        }
    }

    private static func file(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            try await note(visit, about: "\(view.round.id) figures")
            return .file(.csv("\(view.round.title).csv", FeedbackFiles(view: view).figures(view.now.asked.themes)))
        }
    }

    private static func workbook(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            try await note(visit, about: "\(view.round.id) figures")
            return .file(try .xlsx("\(view.round.title).xlsx", FeedbackFiles(view: view).workbook(view.now.asked.themes)))
        }
    }

    private static func themeFile(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            let theme = try theme(visit, view)
            let name = "\(view.round.title), \(theme.title.text(view.language)).csv"
            try await note(visit, about: "\(view.round.id) figures \(theme.key)")
            return .file(.csv(name, FeedbackFiles(view: view).figures([theme])))
        }
    }

    private static func answersFile(_ visit: Visit) async throws -> Reply {
        try await page(visit) { view in
            let theme = try theme(visit, view)
            let texts = try await FeedbackDesk.texts(view.now, theme: theme.key, visit.house)
            let name = "\(view.round.title), \(theme.title.text(view.language)), \(visit.say("open antwoorden")).csv"
            try await note(visit, about: "\(view.round.id) answers \(theme.key)")
            return .file(.csv(name, FeedbackFiles(view: view).answers(theme, texts)))
        }
    }

    /// Who took a report along stands in the log of acts; where that cannot be written down, it stays here.
    private static func note(_ visit: Visit, about part: String) async throws {
        try await visit.write { try ActLog.note(.reportExported, about: part, by: visit, $0) }
    }

    /// Answers with the report of the round in the address; before it is closed, with when it will be there.
    private static func page(_ visit: Visit, _ body: (FeedbackView) async throws -> Reply) async throws -> Reply {
        let id: Round.ID = try visit.id("round")
        let (region, round) = try await visit.readRegion { reading, region in
            guard let round = try RoundStore.round(id, in: region.id, reading) else { throw Site.Missing() }
            return (region, round)
        }
        guard round.state.isClosed else { return .page(FeedbackPages.notYet(region, round)) }
        let report = try await FeedbackDesk.compared(round, visit.house)
        return try await body(
            FeedbackView(
                region: region, report: report, language: visit.language,
                isWorker: visit.viewer?.belongs(to: .workers, of: region.id) ?? false, say: { visit.say($0) }))
    }

    private static func theme(_ visit: Visit, _ view: FeedbackView) throws -> Theme {
        guard let key = visit.parameters["theme"], let theme = view.now.asked.theme(key) else { throw Site.Missing() }
        return theme
    }
}
