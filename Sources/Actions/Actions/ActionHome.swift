internal import Database
internal import Markup
internal import Membership
internal import Site

/// What the actions tell on a region's home: how many run, which are late, and what falls in the coming month.
enum ActionHome {
    static let part = HomePart { reading, asked in
        let all = try ActionStore.all(in: asked.region, reading).filter { $0.action.mayBeSeen(by: asked.viewer) }
        return told(all, asked)
    }

    static func told(_ all: [ListedAction], _ asked: HomePart.Asked) -> HomePart.Told {
        let running = all.filter { $0.action.phase.isRunning }
        let late = running.filter { $0.action.isOverdue(on: asked.today) }
        let seesList = asked.viewer.belongs(to: .insiders, of: asked.region)
        return HomePart.Told(
            stations: seesList ? [station(running.count, late.count, isEmpty: all.isEmpty, asked.region)] : [],
            steps: late.first.map { [step($0, late.count, seesList, asked)] } ?? (seesList ? [] : own(running)),
            dates: running.compactMap { appointment($0, asked.days) },
            sections: all.isEmpty && !seesList ? [] : [overview(all, running, late.count, seesList, asked)])
    }

    private static func station(_ running: Int, _ late: Int, isEmpty: Bool, _ region: Region.ID) -> Station {
        let note: Phrase =
            switch (running, late) {
            case (0, _): isEmpty ? "nog geen" : "alles klaar"
            case (1, 0): "één loopt"
            case (1, _): "één loopt, te laat"
            case (_, 0): "\(running) lopen"
            default: "\(running) lopen, \(late) te laat"
            }
        let state: Station.State = isEmpty ? .later : running == 0 ? .done : .now
        return Station(.actions, "Acties", note: note, state: state, link: ActionLinks.list(region))
    }

    private static func step(_ late: ListedAction, _ count: Int, _ seesList: Bool, _ asked: HomePart.Asked) -> NextStep {
        NextStep(
            urgency: 75,
            title: count == 1 ? "Eén actie is over de datum" : "\(count) acties zijn over de datum",
            why: "Het langst: “\(late.action.what)”. Schrijf op hoe het staat, of spreek een nieuwe datum af.",
            label: "Bekijk deze actie", link: ActionLinks.action(asked.region, late.action.id),
            aside: ("Bekijk alle acties", seesList ? ActionLinks.list(asked.region) : ActionLinks.mine))
    }

    /// Whoever only owns actions finds them on the home, also while they are on time.
    private static func own(_ running: [ListedAction]) -> [NextStep] {
        guard let first = running.first else { return [] }
        return [
            NextStep(
                urgency: 20, title: running.count == 1 ? "U hebt één actie" : "U hebt \(running.count) acties",
                why: "Het eerst: “\(first.action.what)”. Schrijf op hoe het ermee gaat.", label: "Naar mijn acties",
                link: ActionLinks.mine)
        ]
    }

    /// What falls in these days; what is over its date stands in the section.
    private static func appointment(_ listed: ListedAction, _ days: ClosedRange<Day>) -> Appointment? {
        guard let until = listed.action.until, days.contains(until) else { return nil }
        let link = ActionLinks.action(listed.action.region, listed.action.id)
        return Appointment(
            day: until, title: verbatim(listed.action.what), note: "actie van \(listed.owner ?? "—")", link: link)
    }

    private static func overview(
        _ all: [ListedAction], _ running: [ListedAction], _ late: Int, _ seesList: Bool, _ asked: HomePart.Asked
    ) -> Markup {
        section {
            h2 { seesList ? "Acties" : "Mijn acties" }
            p { counts(all, running.count, late, asked.today) }
            if !running.isEmpty { ActionRows.brief("De eerste acties", Array(running.prefix(4)), asked.today) }
            p {
                a(.href(seesList ? ActionLinks.list(asked.region) : ActionLinks.mine)) {
                    all.isEmpty ? "Voeg de eerste actie toe" : "Alle acties"
                }
            }
        }
    }

    private static func counts(_ all: [ListedAction], _ running: Int, _ late: Int, _ today: Day) -> Phrase {
        let done = all.filter { $0.action.phase == .done && $0.lastDay?.year == today.year }.count
        if all.isEmpty { return "Er zijn nog geen acties. Ze volgen vaak uit het gesprek." }
        switch (running, late) {
        case (1, 0): return "Eén loopt, op tijd. \(done) klaar dit jaar."
        case (1, _): return "Eén loopt, over de datum. \(done) klaar dit jaar."
        case (_, 0): return "\(running) lopen, geen over de datum, \(done) klaar dit jaar."
        default: return "\(running) lopen, \(late) over de datum, \(done) klaar dit jaar."
        }
    }
}
