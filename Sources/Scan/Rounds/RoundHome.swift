internal import Database
internal import Markup
internal import Membership
package import Site

/// What the newest round tells on a region's home: its place on the path, what to do next, when it closes.
package enum RoundHome {
    package static let part = HomePart { reading, asked in
        guard asked.viewer.belongs(to: .insiders, of: asked.region) else { return HomePart.Told() }
        let rounds = try RoundStore.all(in: asked.region, reading)
        guard let round = newest(rounds) else { return nothingYet(asked) }
        let counts = round.state.isOpen ? try CoverageStore.sectors(of: round.id, key: asked.key, reading) : []
        return HomePart.Told(
            stations: [station(round)], steps: step(round, counts, asked).map { [$0] } ?? [],
            dates: dates(round, counts, asked) + later(rounds, but: round, asked))
    }

    /// The one that still asks something of the region; else the last.
    private static func newest(_ rounds: [Round]) -> Round? {
        rounds.first { $0.state.isOpen } ?? rounds.first { !$0.state.isConcluded } ?? rounds.first
    }

    private static func nothingYet(_ asked: HomePart.Asked) -> HomePart.Told {
        let leads = asked.viewer.belongs(to: .leaders, of: asked.region)
        return HomePart.Told(
            stations: [Station(.selfScan, "Zelfscan", note: "nog niet begonnen", state: .later)],
            steps: leads
                ? [
                    NextStep(
                        urgency: 30, title: "Begin met een zelfscan",
                        why: "U vraagt alle partners hoe zij kijken. Het verschil is het begin van het gesprek.",
                        label: "Stel een ronde samen", link: RoundLinks.new(asked.region))
                ] : [])
    }

    private static func station(_ round: Round) -> Station {
        let (note, state): (Phrase, Station.State) =
            switch round.state {
            case .composed: ("wordt samengesteld", .now)
            case .open: ("open tot \(round.closes.short)", .now)
            case .closed: ("gesloten", .now)
            case .returned: ("teruggegeven", .done)
            case .concluded: ("afgerond", .done)
            }
        return Station(.selfScan, "Zelfscan", note: note, state: state, link: RoundLinks.home(round))
    }

    private static func step(_ round: Round, _ counts: [SectorCount], _ asked: HomePart.Asked) -> NextStep? {
        if round.state.isOpen, round.closes >= asked.today { return missing(round, counts, asked) ?? following(round, asked) }
        guard asked.viewer.belongs(to: .leaders, of: asked.region) else { return nil }
        let home = RoundLinks.home(round)
        return switch round.state {
        case .composed:
            NextStep(
                urgency: 50, title: "Maak \(round.title) af", why: "De ronde is nog in de maak. Er is nog niets verstuurd.",
                label: "Verder met de ronde", link: home)
        case .open:
            NextStep(
                urgency: 90, title: "Sluit \(round.title)", why: "De laatste dag was \(round.closes.long).",
                label: "Naar de ronde", link: home)
        case .closed:
            NextStep(
                urgency: 65, title: "Geef de uitkomst terug", why: "Wie antwoordde wacht op de uitkomst van \(round.title).",
                label: "Naar de ronde", link: home)
        case .concluded:
            NextStep(
                urgency: 20, title: "Plan de volgende ronde",
                why: "\(round.title) is afgerond. Met een nieuwe ronde ziet u wat er veranderde.",
                label: "Stel een ronde samen", link: RoundLinks.new(asked.region))
        case .returned: nil
        }
    }

    /// Nobody lags behind: then the round itself is where to look.
    private static func following(_ round: Round, _ asked: HomePart.Asked) -> NextStep? {
        guard asked.viewer.belongs(to: .workers, of: asked.region) else { return nil }
        return NextStep(
            urgency: 40, title: "\(round.title) is open", why: "Mensen kunnen antwoorden tot en met \(round.closes.long).",
            label: "Volg de ronde", link: RoundLinks.home(round))
    }

    /// Who is missing, as soon as fewer than half of a sector answered.
    private static func missing(_ round: Round, _ counts: [SectorCount], _ asked: HomePart.Asked) -> NextStep? {
        guard asked.viewer.belongs(to: .workers, of: asked.region), let behind = RoundCoverage(round, counts).behind else {
            return nil
        }
        let daysLeft = round.closes.number - asked.today.number
        return NextStep(
            urgency: daysLeft <= 7 ? 85 : 60, title: CoverageWords.finding(behind.sector, behind.share),
            why: "Zonder hen wordt het gesprek eenzijdig. De ronde sluit op \(round.closes.long).",
            label: "Bekijk wie er mist", link: RoundLinks.coverage(round))
    }

    /// The other rounds that are open, where the days reach that far.
    private static func later(_ rounds: [Round], but told: Round, _ asked: HomePart.Asked) -> [Appointment] {
        rounds.filter { $0.id != told.id && $0.state.isOpen && asked.days.contains($0.closes) }.map { round in
            Appointment(
                day: round.closes, title: .phrase("\(round.title) sluit"), note: "laatste dag om te antwoorden",
                link: RoundLinks.home(round))
        }
    }

    private static func dates(_ round: Round, _ counts: [SectorCount], _ asked: HomePart.Asked) -> [Appointment] {
        guard round.state.isOpen, round.closes >= asked.today else { return [] }
        let invited = counts.reduce(0) { $0 + $1.invited }
        return [
            Appointment(
                day: round.closes, title: .phrase("\(round.title) sluit"), note: "\(invited) mensen uitgenodigd",
                link: RoundLinks.home(round))
        ]
    }
}
