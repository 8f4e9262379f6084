package import Database
internal import Files
internal import Markup
internal import Site

extension Partner {
    /// Two organisations with one folded form have the same name in the same place, whatever their capitals and accents.
    static func folded(_ name: String, in place: String) -> String {
        "\(WrittenWord.folded(name))|\(WrittenWord.folded(place))"
    }

    static let mostLetters = 120
}

/// What a leader typed about an organisation and its place in the region.
struct PartnerEntry: Sendable, Equatable {
    let name: String
    let sector: Sector
    let kind: String
    let size: Partner.Size
    let place: String
    let from: Day

    init(name: String, sector: Sector, kind: String, size: Partner.Size, place: String, from: Day) {
        self.name = name
        self.sector = sector
        self.kind = kind
        self.size = size
        self.place = place
        self.from = from
    }

    init(_ form: Form) throws(Unfit) {
        var reader = EntryReader(form)
        name = reader.line("name", max: Partner.mostLetters, missing: "Vul de naam van de organisatie in.")
        let sector = reader.choice("sector", among: Sector.allCases, missing: "Kies de sector.")
        kind = reader.line("kind", max: Partner.mostLetters)
        size = Partner.Size(rawValue: form.first("size") ?? "") ?? .unknown
        place = reader.line("place", max: Partner.mostLetters, missing: "Vul de plaats in.")
        let from = reader.day("from", missing: "Vul in vanaf wanneer deze organisatie meedoet.")
        try reader.finish()
        guard let sector, let from else { throw Unfit(reader.problems) }
        self.sector = sector
        self.from = from
    }

    func partner(_ id: Partner.ID, edition: Int = 1) -> Partner {
        Partner(id: id, name: name, sector: sector, kind: kind, size: size, place: place, edition: edition)
    }
}

/// An organisation of the programme that may be the one that is being added.
struct Likeness: Sendable, Equatable {
    let partner: Partner
    /// Its last place in this region, if it ever had one.
    let here: Partnership?

    /// Why it cannot become a partner from that day: it is one already, or still was.
    func objection(to from: Day) -> Problem? {
        guard let here else { return nil }
        guard let until = here.until else { return Problem("name", "\(partner.name) staat al bij uw partners.") }
        guard from <= until else { return nil }
        return Problem("from", "\(partner.name) is partner tot en met \(until.long). Kies een latere dag.")
    }
}

extension Partnership {
    /// Whether it lasts on `day` or has yet to begin.
    package func isCurrent(on day: Day) -> Bool { until.map { $0 >= day } ?? true }

    /// What is wrong with `day` as its last one.
    func objection(toEnding day: Day) -> Problem? {
        guard day < from else { return nil }
        return Problem("until", "De laatste dag kan niet voor de eerste dag liggen: \(from.long).")
    }

    /// Why it cannot go on as if it never ended: the organisation came back since.
    func objection(toResuming all: [Partnership]) -> Problem? {
        let isBack = all.contains { $0.id != id && $0.partner.id == partner.id && $0.from >= from }
        return isBack ? Problem("resume", "\(partner.name) is daarna opnieuw partner geworden.") : nil
    }
}

/// How many partners a region has now, by sector.
struct PartnerCounts: Sendable, Equatable {
    private let bySector: [Sector: Int]

    init(_ current: [Partnership]) {
        bySector = Dictionary(grouping: current, by: \.partner.sector).mapValues(\.count)
    }

    func count(_ sector: Sector) -> Int { bySector[sector] ?? 0 }
    var all: Int { bySector.values.reduce(0, +) }
    /// The sectors of which nobody takes part.
    var missing: [Sector] { Sector.allCases.filter { count($0) == 0 } }
}
