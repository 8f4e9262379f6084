internal import Database
internal import Markup
internal import Membership
package import Site

/// Picking, rewording, adding, dropping and ordering the questions of a round.
package enum CompositionRoutes {
    private static let base = "/regions/:region/rounds/:round"

    package static let all: [Route] = [
        .get("\(base)/questions", .inRegion(.leaders), list),
        .get("\(base)/selection", .inRegion(.leaders), selection),
        .post("\(base)/selection", .inRegion(.leaders), select),
        .get("\(base)/questions/:question", .inRegion(.leaders), question),
        .change("\(base)/questions/:question", .inRegion(.leaders), reword),
        .post("\(base)/questions/:question/moves", .inRegion(.leaders), moveQuestion),
        .post("\(base)/questions/:question/removals", .inRegion(.leaders), removeQuestion),
        .get("\(base)/themes/new", .inRegion(.leaders), newTheme),
        .change("\(base)/themes", .inRegion(.leaders), addTheme),
        .get("\(base)/themes/:theme", .inRegion(.leaders), theme),
        .change("\(base)/themes/:theme", .inRegion(.leaders), rewordTheme),
        .post("\(base)/themes/:theme/moves", .inRegion(.leaders), moveTheme),
        .post("\(base)/themes/:theme/removals", .inRegion(.leaders), removeTheme),
        .get("\(base)/themes/:theme/questions/new", .inRegion(.leaders), newQuestion),
        .change("\(base)/themes/:theme/questions", .inRegion(.leaders), addQuestion),
    ]

    /// The desk of a round whose questions may still change; those of a closed round are not there to edit.
    private static func desk(_ visit: Visit) async throws -> RoundDesk {
        let desk = try await RoundDesk.read(visit)
        guard desk.round.takesQuestions else { throw Missing() }
        return desk
    }

    /// Keeps a change if the form was made from the newest edition. Nil when somebody else was first.
    private static func keep(_ content: Instrument, _ desk: RoundDesk, _ visit: Visit) async throws -> Bool {
        guard visit.form.edition == desk.round.edition else { return false }
        let now = visit.now
        var kept = content
        if content.questions.count != desk.content.questions.count {
            kept.minutes = content.minutes(like: visit.house.instruments.instrument(desk.round.instrument))
        }
        return try await visit.write { [kept] in try RoundStore.keep(kept, for: desk.round, at: now, $0) }
    }

    private static func list(_ visit: Visit) async throws -> Reply {
        .page(CompositionPages.list(try await desk(visit), showing: visit.query.first("theme"), visit))
    }

    /// A change that holds nothing typed: who comes second sees the new list and does it again.
    private static func change(
        _ visit: Visit, _ make: (inout Composition) throws -> Bool
    ) async throws -> Reply {
        let desk = try await desk(visit)
        let shown = touched(desk, visit)
        guard visit.form.edition == desk.round.edition else {
            return .page(CompositionPages.list(desk, showing: shown, visit, isStale: true))
        }
        var composition = Composition(desk.content)
        let list = shown.map { RoundLinks.questions(desk.round, showing: $0).at($0) } ?? RoundLinks.questions(desk.round)
        guard try make(&composition) else { return .redirect(list) }
        guard try await keep(composition.content, desk, visit) else {
            return .page(CompositionPages.list(try await self.desk(visit), showing: shown, visit, isStale: true))
        }
        return .redirect(list)
    }

    /// The theme of the address, or that of its question: what the list unfolds afterwards.
    private static func touched(_ desk: RoundDesk, _ visit: Visit) -> String? {
        visit.parameters["theme"].flatMap { desk.content.theme($0)?.key }
            ?? visit.parameters["question"].flatMap { Composition(desk.content).theme(of: $0)?.key }
    }

    private static func direction(_ visit: Visit) -> Composition.Direction {
        visit.form.first("direction").flatMap(Composition.Direction.init(rawValue:)) ?? .up
    }

    private static func key(_ name: String, _ visit: Visit) throws -> String {
        guard let key = visit.parameters[name], InstrumentNodes.isKey(key) else { throw Missing() }
        return key
    }

    /// The key of a question or theme of the region's own: the same for the same form sent again.
    private static func ownKey(_ visit: Visit) -> String { "own-\(visit.newKey(of: Question.self))" }

    private static func moveQuestion(_ visit: Visit) async throws -> Reply {
        let key = try key("question", visit)
        return try await change(visit) { $0.moveQuestion(key, direction(visit)) }
    }

    private static func removeQuestion(_ visit: Visit) async throws -> Reply {
        let key = try key("question", visit)
        return try await change(visit) { $0.removeQuestion(key) }
    }

    private static func moveTheme(_ visit: Visit) async throws -> Reply {
        let key = try key("theme", visit)
        return try await change(visit) { $0.moveTheme(key, direction(visit)) }
    }

    private static func removeTheme(_ visit: Visit) async throws -> Reply {
        let key = try key("theme", visit)
        return try await change(visit) { $0.removeTheme(key) }
    }

    private static func library(_ desk: RoundDesk, _ visit: Visit) throws -> Instrument {
        guard let library = visit.house.instruments.instrument(desk.round.instrument) else { throw Missing() }
        return library
    }

    private static func selection(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        return .page(CompositionPages.selection(desk, try library(desk, visit), visit))
    }

    private static func select(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        let library = try library(desk, visit)
        var composition = Composition(desk.content)
        composition.pick(Set(visit.form.all("question")), from: library)
        guard visit.form.edition == desk.round.edition else {
            return .page(CompositionPages.selection(desk, library, visit, isStale: true))
        }
        guard composition.content != desk.content else { return .redirect(RoundLinks.questions(desk.round)) }
        guard try await keep(composition.content, desk, visit) else {
            return .page(CompositionPages.selection(try await self.desk(visit), library, visit, isStale: true))
        }
        return .redirect(RoundLinks.questions(desk.round))
    }

    private static func question(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        guard let question = Composition(desk.content).question(try key("question", visit)) else { throw Missing() }
        var draft = QuestionDraft(question)
        draft.english = QuestionDraft.English(question)
        return .page(QuestionFormPages.reword(desk, question, draft, visit))
    }

    private static func reword(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        let key = try key("question", visit)
        var composition = Composition(desk.content)
        guard let question = composition.question(key) else { throw Missing() }
        let draft = QuestionDraft(visit.form)
        guard draft.problems.isEmpty else {
            return .page(QuestionFormPages.reword(desk, question, draft, visit, problems: draft.problems))
        }
        _ = composition.replace(key, with: draft.question(after: question))
        guard try await keep(composition.content, desk, visit) else {
            let now = try await self.desk(visit)
            let theirs = Composition(now.content).question(key) ?? question
            return .page(QuestionFormPages.reword(now, theirs, draft, visit, isStale: true))
        }
        return .redirect(list(desk, at: key))
    }

    /// The list with the theme of a question unfolded, at that question.
    private static func list(_ desk: RoundDesk, at key: String) -> Link {
        let theme = Composition(desk.content).theme(of: key)?.key
        return (theme.map { RoundLinks.questions(desk.round, showing: $0) } ?? RoundLinks.questions(desk.round)).at(key)
    }

    private static func newQuestion(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        guard let theme = desk.content.theme(try key("theme", visit)) else { throw Missing() }
        return .page(QuestionFormPages.new(desk, theme, QuestionDraft(), visit))
    }

    private static func addQuestion(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        guard let theme = desk.content.theme(try key("theme", visit)) else { throw Missing() }
        let draft = QuestionDraft(visit.form)
        guard draft.problems.isEmpty else {
            return .page(QuestionFormPages.new(desk, theme, draft, visit, problems: draft.problems))
        }
        var composition = Composition(desk.content)
        let question = draft.question(as: ownKey(visit))
        let done = Reply.redirect(RoundLinks.questions(desk.round, showing: theme.key).at(question.key))
        if composition.question(question.key) != nil { return done }
        guard composition.add(question, to: theme.key), try await keep(composition.content, desk, visit) else {
            let now = try await self.desk(visit)
            if Composition(now.content).question(question.key) != nil { return done }
            return .page(QuestionFormPages.new(now, theme, draft, visit, isStale: true))
        }
        return done
    }

    private static func newTheme(_ visit: Visit) async throws -> Reply {
        .page(ThemePages.new(try await desk(visit), .fresh, visit))
    }

    private static func addTheme(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        let draft = ThemeDraft(visit.form)
        guard draft.problems.isEmpty else {
            return .page(ThemePages.new(desk, FormState(sent: visit.form, problems: draft.problems), visit))
        }
        var composition = Composition(desk.content)
        let theme = Theme(
            key: ownKey(visit), title: Wording(nl: draft.title), about: Wording(nl: draft.about), questions: [])
        let done = Reply.redirect(RoundLinks.newQuestion(desk.round, theme: theme.key))
        if desk.content.theme(theme.key) != nil { return done }
        composition.add(theme)
        guard try await keep(composition.content, desk, visit) else {
            let now = try await self.desk(visit)
            if now.content.theme(theme.key) != nil { return done }
            return .page(ThemePages.new(now, FormState(sent: visit.form), visit, isStale: true))
        }
        return done
    }

    private static func theme(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        guard let theme = desk.content.theme(try key("theme", visit)) else { throw Missing() }
        return .page(ThemePages.reword(desk, theme, .fresh, visit))
    }

    private static func rewordTheme(_ visit: Visit) async throws -> Reply {
        let desk = try await desk(visit)
        let key = try key("theme", visit)
        guard let theme = desk.content.theme(key) else { throw Missing() }
        let draft = ThemeDraft(visit.form)
        guard draft.problems.isEmpty else {
            return .page(ThemePages.reword(desk, theme, FormState(sent: visit.form, problems: draft.problems), visit))
        }
        var composition = Composition(desk.content)
        _ = composition.rewordTheme(key, title: draft.title, about: draft.about)
        guard try await keep(composition.content, desk, visit) else {
            let now = try await self.desk(visit)
            return .page(
                ThemePages.reword(now, now.content.theme(key) ?? theme, FormState(sent: visit.form), visit, isStale: true))
        }
        return .redirect(RoundLinks.questions(desk.round, showing: key).at(key))
    }
}
