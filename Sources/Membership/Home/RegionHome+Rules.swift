internal import Database
internal import Markup
internal import Site

/// A region's home for one viewer: what all parts told, put together.
struct RegionHome: Sendable {
    let region: Region
    let figures: RegionFigures
    /// Those who lead it are asked to set it up.
    let isLeader: Bool
    let told: [HomePart.Told]
    let today: Day

    /// The year in its order, each place once: what a part knows of it, or an empty place.
    ///
    /// A region stands in one place: of all that goes on, the first of the year is where it stands now.
    var path: [Station] {
        let stations = told.flatMap(\.stations)
        let year = Self.year.map { empty in stations.first { $0.place == empty.place } ?? empty }
        let now = year.first { $0.state == .now }?.place
        return year.map { $0.state == .now && $0.place != now ? $0.waiting : $0 }
    }

    /// The most urgent step of all.
    var step: NextStep? { (told.flatMap(\.steps) + setUp).max { $0.urgency < $1.urgency } }

    /// What has a date from today until a month from now.
    var dates: [Appointment] {
        let end = today.adding(days: 31)
        return told.flatMap(\.dates).filter { today <= $0.day && $0.day <= end }.sorted { $0.day < $1.day }
    }

    /// Until the first scan there is always one thing that comes first: partners, then people, then the scan.
    private var setUp: [NextStep] {
        guard isLeader else { return [] }
        if figures.partners == 0 {
            return [NextStep(
                urgency: 60, title: "Voeg toe wie er meedoen",
                why: "Een regio begint bij haar partners: scholen, bedrijven en overheden. U kunt een lijst plakken uit een spreadsheet.",
                label: "Partners toevoegen", link: HomeLinks.partners(region.id))]
        }
        if figures.people <= 1 {
            return [NextStep(
                urgency: 50, title: "Voeg de mensen toe",
                why: "De partners staan erin. Nu nog de mensen die meepraten en meebeslissen.",
                label: "Mensen toevoegen", link: HomeLinks.people(region.id))]
        }
        if !told.contains(where: { $0.stations.contains { $0.place == .selfScan } }) {
            return [NextStep(
                urgency: 40, title: "Maak de eerste zelfscan",
                why: "Vraag iedereen waar de regio nu staat en waar zij heen wil. Het gesprek daarna is waar het om gaat.",
                label: "Zelfscan maken", link: HomeLinks.newRound(region.id))]
        }
        return []
    }

    private static let year = [
        Station(.vision, "Visie", note: "volgt later", state: .later),
        Station(.agreements, "Afspraken", note: "volgt later", state: .later),
        Station(.selfScan, "Zelfscan", note: "nog niet begonnen", state: .later),
        Station(.conversation, "Gesprek", note: "na de zelfscan", state: .later),
        Station(.actions, "Acties", note: "na het gesprek", state: .later),
        Station(.monitorReport, "Monitor", note: "volgt later", state: .later),
        Station(.peerReview, "Peer review", note: "volgt later", state: .later),
        Station(.nextYear, "Volgend jaar", note: "volgt later", state: .later),
    ]
}
