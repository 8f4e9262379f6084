internal import Actions
internal import Database
internal import Markup
internal import Membership
package import Site

/// What the talk about the newest closed round tells on a region's home.
package enum ConversationHome {
    package static let part = HomePart { reading, asked in
        guard asked.viewer.belongs(to: .insiders, of: asked.region) else { return HomePart.Told() }
        let rounds = try RoundStore.all(in: asked.region, reading)
        guard let round = rounds.first(where: \.canBeTalkedAbout) else { return HomePart.Told(stations: waiting(rounds)) }
        let kept = try ConversationStore.conversation(about: round.id, reading)
        let findings = try FindingStore.all(from: round.source, in: asked.region, reading)
        let followed = try ActionStore.followedFindings(in: asked.region, reading)
        let open = findings.filter { $0.kind == .attention && !followed.contains($0.id) }
        return told(round, kept, findings: findings.count, open: open.count, asked)
    }

    /// The talk follows the first round; while one asks, it is the next place on the path.
    private static func waiting(_ rounds: [Round]) -> [Station] {
        rounds.isEmpty ? [] : [Station(.conversation, "Gesprek", note: "na de ronde", state: .later)]
    }

    static func told(
        _ round: Round, _ kept: Conversation, findings: Int, open: Int, _ asked: HomePart.Asked
    ) -> HomePart.Told {
        let link = ConversationLinks.talk(asked.region, round.id)
        let isDone = kept.isBehind(asked.today) && findings > 0
        let station = Station(
            .conversation, "Gesprek", note: note(kept), state: isDone ? .done : .now, link: link)
        return HomePart.Told(
            stations: [station],
            steps: asked.viewer.belongs(to: .workers, of: asked.region)
                ? step(round, kept, findings: findings, open: open, asked).map { [$0] } ?? [] : [],
            dates: appointment(round, kept, asked.days, link))
    }

    private static func note(_ kept: Conversation) -> Phrase {
        guard let day = kept.heldOn else { return "nog geen datum" }
        return kept.place.isEmpty ? day.short : "\(day.short), \(kept.place)"
    }

    private static func step(
        _ round: Round, _ kept: Conversation, findings: Int, open: Int, _ asked: HomePart.Asked
    ) -> NextStep? {
        let link = ConversationLinks.talk(asked.region, round.id)
        if kept.heldOn == nil, findings == 0 {
            return NextStep(
                urgency: 60, title: "Plan het gesprek over \(round.title)",
                why: "De antwoorden zijn binnen. Ze worden pas iets waard als u er samen over praat.",
                label: "Kies een datum", link: link)
        }
        if kept.isBehind(asked.today), findings == 0 {
            return NextStep(
                urgency: 70, title: "Leg vast wat u samen vond", why: "Het gesprek is geweest. Er staan nog geen bevindingen.",
                label: "Schrijf de bevindingen op", link: link)
        }
        guard open > 0 else { return nil }
        return NextStep(
            urgency: 55, title: open == 1 ? "Eén bevinding heeft nog geen actie" : "\(open) bevindingen hebben nog geen actie",
            why: "Een bevinding zonder actie verandert niets. Spreek af wie wat doet.",
            label: "Maak er acties van", link: link)
    }

    private static func appointment(
        _ round: Round, _ kept: Conversation, _ days: ClosedRange<Day>, _ link: Link
    ) -> [Appointment] {
        guard let day = kept.heldOn, days.contains(day) else { return [] }
        return [
            Appointment(
                day: day, title: .phrase("Gesprek over de uitkomsten"),
                note: kept.place.isEmpty ? "\(round.title)" : "\(round.title), \(kept.place)", link: link)
        ]
    }
}
