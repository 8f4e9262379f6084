internal import Database
internal import Markup
internal import Site

/// Everything that one person owns, over all regions.
enum MyActionsPage {
    static func page(_ owned: [ListedAction], _ today: Day) -> Page {
        let running = owned.filter { $0.action.phase.isRunning }
        let ended = owned.filter { !$0.action.phase.isRunning }
        return Page("Mijn acties") {
            h1 { headline(running, today) }
            if let first = running.first { next(first, today) }
            if !running.isEmpty { ActionRows.list("Lopende acties", running, today, second: .region) }
            if !running.isEmpty { p(.class("small")) { a(.href(CalendarLinks.page)) { "In uw agenda" } } }
            if owned.isEmpty { p { "Bent u eigenaar van een actie, dan staat ze hier. U schrijft er op hoe het gaat." } }
            if !ended.isEmpty {
                details(.class("fold")) {
                    summary { "Klaar of gestopt: \(ended.count)" }
                    ActionRows.list("Acties die klaar of gestopt zijn", ended, today, second: .region)
                }
            }
        }
    }

    private static func headline(_ running: [ListedAction], _ today: Day) -> Phrase {
        let late = running.filter { $0.action.isOverdue(on: today) }.count
        switch (running.count, late) {
        case (0, _): return "U hebt geen lopende acties"
        case (1, 0): return "U hebt één actie, op tijd"
        case (1, _): return "U hebt één actie, over de datum"
        case (let count, 0): return "U hebt \(count) acties, allemaal op tijd"
        case (let count, 1): return "U hebt \(count) acties, één is over de datum"
        case (let count, let late): return "U hebt \(count) acties, \(late) zijn over de datum"
        }
    }

    private static func next(_ first: ListedAction, _ today: Day) -> Markup {
        section(.class("next-step")) {
            h2 { verbatim(first.action.what) }
            p {
                first.action.isOverdue(on: today)
                    ? "De datum is voorbij. Schrijf op hoe het staat, of kies een nieuwe datum."
                    : "Deze komt het eerst. Schrijf op hoe het ermee gaat."
            }
            p {
                a(.class("button next"), .href(ActionLinks.action(first.action.region, first.action.id))) {
                    "Schrijf op hoe het gaat"
                }
            }
        }
    }
}
