internal import Database
internal import Insight
internal import Markup
internal import Membership
internal import Site

extension FeedbackPages {
    /// The round still takes answers, or has not begun: there is no result yet, and here is when there will be.
    static func notYet(_ region: Region, _ round: Round) -> Page {
        Page("Uitkomst van \(round.title)", region: region.heading, trail: trail(region, round)) {
            switch round.state {
            case .composed:
                h1 { "Deze ronde is nog niet open" }
                p(.class("lead")) { "De uitkomst komt als mensen antwoordden en de ronde sluit." }
            default:
                h1 { "De uitkomst komt na sluiting" }
                p(.class("lead")) { "Mensen kunnen antwoorden tot en met \(round.closes.long). Daarna staat hier de uitkomst." }
                p { "Zo ziet niemand een halve uitkomst. En niemand kan zien wie er net antwoordde." }
            }
            p { a(.class("button"), .href(RoundLinks.home(region.id, round.id))) { "Terug naar de ronde" } }
        }
    }

    /// Nobody answered, or fewer people than were promised to stay out of sight.
    static func tooFew(_ view: FeedbackView) -> Page {
        Page(
            "Uitkomst van \(view.round.title)", region: view.region.heading, trail: trail(view.region, view.round)
        ) {
            if let threshold = view.now.threshold {
                h1 { "Te weinig antwoorden om te laten zien" }
                section(.class("too-few")) {
                    p { "Minder dan \(threshold) mensen antwoordden. We beloofden dat niemand dan cijfers ziet." }
                    p { "Anders is te raden wie wat zei. Ook in bestanden en op papier staat daarom niets." }
                }
                h2 { "Wat u nu kunt doen" }
                p { "Bespreek de vragen samen aan tafel. Of maak een nieuwe ronde en nodig meer mensen uit." }
            } else {
                h1 { "Niemand antwoordde in deze ronde" }
                p(.class("lead")) { "Vraag een paar partners waarom. Maak daarna een nieuwe ronde." }
            }
            p { a(.class("button"), .href(RoundLinks.home(view.region.id, view.round.id))) { "Terug naar de ronde" } }
        }
    }
}
