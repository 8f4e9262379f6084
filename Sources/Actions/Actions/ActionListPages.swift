internal import Database
internal import Markup
internal import Membership
internal import Site

/// The one list of a region.
enum ActionListPages {
    struct Model: Sendable {
        let region: Region
        let all: [ListedAction]
        let filter: ActionFilter
        let people: [Person]
        let mayChange: Bool
        let today: Day

        var shown: [ListedAction] { all.filter(filter.matches) }
        var running: [ListedAction] { all.filter { $0.action.phase.isRunning } }
        var overdue: [ListedAction] { all.filter { $0.action.isOverdue(on: today) } }
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        let region = model.region
        return Page(
            "Acties", region: region.heading, trail: [Crumb("\(region.name)", HomeLinks.region(region.id))]
        ) {
            h1 { headline(model) }
            if model.all.isEmpty { empty(model) } else { filled(model) }
        }
    }

    private static func headline(_ model: Model) -> Phrase {
        if model.all.isEmpty { return "Er zijn nog geen acties" }
        let (running, late) = (model.running.count, model.overdue.count)
        switch (running, late) {
        case (0, _): return "Alle acties zijn klaar of gestopt"
        case (1, 0): return "Eén actie loopt, op tijd"
        case (1, _): return "Eén actie loopt, en is over de datum"
        case (_, 0): return "\(running) acties lopen, allemaal op tijd"
        case (_, 1): return "\(running) acties lopen, één is over de datum"
        default: return "\(running) acties lopen, \(late) zijn over de datum"
        }
    }

    /// What to do first, where there is nothing yet.
    private static func empty(_ model: Model) -> Markup {
        .group([
            p(.class("lead")) { "Een actie is wat u samen afspreekt: wat, waarvoor, wie en wanneer." },
            p { "Vaak volgt ze uit het gesprek over een zelfscan. U kunt ook zelf een actie toevoegen." },
            model.mayChange
                ? section(.class("next-step")) {
                    h2 { "Wat is de eerste stap?" }
                    p { "Begin klein: één actie met één eigenaar en een datum." }
                    p { a(.class("button next"), .href(ActionLinks.new(model.region.id))) { "Voeg een actie toe" } }
                } : .nothing,
        ])
    }

    private static func filled(_ model: Model) -> Markup {
        .group([
            nextStep(model),
            filterForm(model),
            list(model),
            p(.class("small")) {
                a(.href(ActionLinks.workbook(model.region.id, model.filter)), .download) { "Deze lijst als werkblad (XLSX)" }
                " · "
                a(.href(ActionLinks.table(model.region.id, model.filter)), .download) { "Deze lijst als bestand (CSV)" }
                " · "
                a(.href(CalendarLinks.page)) { "In uw agenda" }
            },
        ])
    }

    private static func nextStep(_ model: Model) -> Markup {
        let add = a(.href(ActionLinks.new(model.region.id))) { "Voeg een actie toe" }
        guard let late = model.overdue.first else {
            guard model.mayChange else { return .nothing }
            return p { a(.class("button"), .href(ActionLinks.new(model.region.id))) { "Voeg een actie toe" } }
        }
        return section(.class("next-step")) {
            h2 { "Het langst over de datum: \(late.action.what)" }
            p { question(late) }
            p(.class("doing")) {
                a(.class("button next"), .href(ActionLinks.action(model.region.id, late.action.id))) { "Bekijk deze actie" }
                if model.mayChange { add }
            }
        }
    }

    private static func question(_ late: ListedAction) -> Phrase {
        guard let owner = late.owner else { return "Niemand is nog eigenaar. Wie pakt het op?" }
        return "Vraag \(owner) wat er nodig is: hulp, tijd of een andere datum?"
    }

    private static func list(_ model: Model) -> Markup {
        let running = model.shown.filter { $0.action.phase.isRunning }
        let ended = model.shown.filter { !$0.action.phase.isRunning }
        return .group([
            running.isEmpty
                ? p { "Geen lopende acties in deze keuze." }
                : ActionRows.list("Lopende acties", running, model.today),
            ended.isEmpty
                ? .nothing
                : details(.class("fold"), .open(running.isEmpty)) {
                    summary { endedWords(ended) }
                    ActionRows.list("Acties die klaar of gestopt zijn", ended, model.today)
                },
        ])
    }

    private static func endedWords(_ ended: [ListedAction]) -> Phrase {
        let done = ended.filter { $0.action.phase == .done }.count
        return "\(done) klaar, \(ended.count - done) gestopt"
    }
}
