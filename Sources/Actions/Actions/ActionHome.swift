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
            steps: late.first.map { [step($0, late.count, seesList, asked)] } ?? [],
            dates: running.compactMap { appointment($0, asked.today) },
            sections: all.isEmpty && !seesList ? [] : [overview(all, running, late.count, seesList, asked)])
    }

    private static func station(_ running: Int, _ late: Int, isEmpty: Bool, _ region: Region.ID) -> Station {
        let note: Phrase =
            switch (running, late) {
            case (0, _): isEmpty ? "nog geen" : "alles klaar"
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

    /// The coming month; what is over its date stands in the section.
    private static func appointment(_ listed: ListedAction, _ today: Day) -> Appointment? {
        guard let until = listed.action.until, until >= today, until <= today.adding(days: 31) else { return nil }
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
            if !running.isEmpty { ActionRows.list("De eerste acties", Array(running.prefix(4)), asked.today) }
            p {
                a(.href(seesList ? ActionLinks.list(asked.region) : ActionLinks.mine)) {
                    all.isEmpty ? "Voeg de eerste actie toe" : "Alle acties"
                }
            }
        }
    }

    private static func counts(_ all: [ListedAction], _ running: Int, _ late: Int, _ today: Day) -> Markup {
        let done = all.filter { $0.action.phase == .done && $0.lastDay?.year == today.year }.count
        if all.isEmpty { return .phrase("Er zijn nog geen acties. Ze volgen vaak uit het gesprek.") }
        return .group([
            .phrase("\(running) lopen, "),
            late == 0 ? .phrase("geen over de datum, ") : b { "\(late) over de datum, " },
            .phrase("\(done) klaar dit jaar."),
        ])
    }
}
