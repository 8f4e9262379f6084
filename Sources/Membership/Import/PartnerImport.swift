internal import Database
internal import Files
internal import Markup
internal import Site

/// Rows with organisations.
enum PartnerImport: ImportKind {
    enum Column: Hashable, Sendable { case name, sector, kind, size, place, from, until }

    enum Step: Sendable {
        case new(PartnerEntry, until: Day?)
        case joins(Partner.ID, from: Day, until: Day?)
        case changes(PartnerImportChange)
    }

    static let subject = Import.Subject.partners
    static let names: [Column: SpelledWord] = [
        .name: SpelledWord("naam", "organisatie", "naam organisatie", "partner", "name", "organisation", "organization"),
        .sector: SpelledWord("sector"),
        .kind: SpelledWord("soort", "soort organisatie", "type", "kind"),
        .size: SpelledWord("omvang", "grootte", "aantal medewerkers", "medewerkers", "size", "employees"),
        .place: SpelledWord("plaats", "vestigingsplaats", "woonplaats", "stad", "place", "town", "city"),
        .from: SpelledWord("vanaf", "van", "begin", "begindatum", "startdatum", "sinds", "from", "start", "since"),
        .until: SpelledWord("tot en met", "tot", "einde", "einddatum", "until", "end", "to"),
    ]
    static let required: [Column] = [.name, .sector, .place]
    static let shown: [Column] = [.name, .sector, .place, .kind, .size, .from, .until]

    static let sectors: [(Sector, SpelledWord)] = [
        (.education, SpelledWord("onderwijs", "education", "school", "scholen")),
        (
            .business,
            SpelledWord("ondernemers", "ondernemer", "bedrijfsleven", "bedrijven", "bedrijf", "business", "company")
        ),
        (.government, SpelledWord("overheid", "overheden", "gemeente", "gemeenten", "provincie", "government")),
    ]
    static let sizes: [(Partner.Size, SpelledWord)] = [
        (.small, SpelledWord("klein", "small")), (.medium, SpelledWord("middelgroot", "middel", "midden", "medium")),
        (.large, SpelledWord("groot", "large")), (.unknown, SpelledWord("onbekend", "unknown")),
    ]

    static func rows(
        _ columns: PastedTable.Columns<Column>, _ place: ImportPlace, _ reading: Reading
    ) throws -> [PlannedRow<Step>] {
        var seen: [String: Int] = [:]
        return try columns.rows.map { row in
            var cells = ImportCells(columns, row)
            let until = cells.day(.until, name(.until))
            let entry = entry(&cells, from: min(place.today, until ?? place.today))
            let title = columns.text(.name, in: row)
            if let entry, let until, until < entry.from { cells.add("De laatste dag ligt voor de eerste.") }
            guard let entry, cells.problems.isEmpty else { return .wrong(row.number, title, cells.problems) }
            let first = seen.updateValue(row.number, forKey: Partner.folded(entry.name, in: entry.place))
            if let first { return .wrong(row.number, title, ["Deze organisatie staat ook in rij \(first)."]) }
            let said = (from: !columns.text(.from, in: row).isEmpty, size: !columns.text(.size, in: row).isEmpty)
            return try planned(row.number, entry, said: said, until: until, place, reading)
        }
    }

    private static func entry(_ cells: inout ImportCells<Column>, from day: Day) -> PartnerEntry? {
        let most = Partner.mostLetters
        let name = cells.text(.name, max: most, missing: "De naam ontbreekt.")
        let sector = cells.choice(.sector, Self.name(.sector), among: sectors, missing: "De sector ontbreekt.")
        let kind = cells.text(.kind, max: most)
        let size = size(&cells)
        let place = cells.text(.place, max: most, missing: "De plaats ontbreekt.")
        let from = cells.day(.from, Self.name(.from)) ?? day
        guard let sector, cells.problems.isEmpty else { return nil }
        return PartnerEntry(name: name, sector: sector, kind: kind, size: size, place: place, from: from)
    }

    /// A word, or a number of people.
    private static func size(_ cells: inout ImportCells<Column>) -> Partner.Size {
        let text = cells.columns.text(.size, in: cells.row)
        if let number = WrittenNumber(text), number.value >= 0 {
            return number.value < 50 ? .small : number.value <= 250 ? .medium : .large
        }
        return cells.choice(.size, name(.size), among: sizes) ?? .unknown
    }

    private static func planned(
        _ number: Int, _ entry: PartnerEntry, said: (from: Bool, size: Bool), until: Day?, _ place: ImportPlace, _ reading: Reading
    ) throws -> PlannedRow<Step> {
        let hasFrom = said.from
        let alike = try PartnerStore.likenesses(of: entry, in: place.region, reading)
        let match = alike.first { $0.here != nil } ?? alike.first
        if match?.here == nil, !hasFrom, let until, until < place.today {
            return .wrong(number, entry.name, ["Vul ook in vanaf wanneer."])
        }
        guard let match else {
            return .fits(number, entry.name, .adds, "Nieuwe partner", .new(entry, until: until))
        }
        guard let here = match.here else {
            return .fits(
                number, entry.name, .adds, "Bestaat al in het programma: wordt ook partner van uw regio",
                .joins(match.partner.id, from: entry.from, until: until))
        }
        guard let ended = here.until, until != ended, entry.from > ended, hasFrom || until == nil else {
            let change = PartnerImportChange(
                here, entry, saysSize: said.size, from: hasFrom ? entry.from : nil, until: until)
            return plannedHere(number, entry.name, change, place.today)
        }
        return .fits(
            number, entry.name, .adds, "Was eerder partner: wordt het weer vanaf \(entry.from.long)",
            .joins(match.partner.id, from: entry.from, until: until))
    }

    private static func plannedHere(
        _ number: Int, _ title: String, _ change: PartnerImportChange, _ today: Day
    ) -> PlannedRow<Step> {
        let differences = change.says
        if differences.isEmpty { return .fits(number, title, .nothing, "Staat er al: er verandert niets", nil) }
        if let objection = change.objection { return .wrong(number, title, [objection]) }
        return .fits(number, title, .changes, "Wordt gewijzigd: \(Phrase.list(differences))", .changes(change))
    }

    static func carryOut(_ steps: [Step], _ place: ImportPlace, _ writing: Writing) throws -> [ImportedThing] {
        try steps.flatMap { try carryOut($0, place, writing) }
    }

    private static func carryOut(_ step: Step, _ place: ImportPlace, _ writing: Writing) throws -> [ImportedThing] {
        let region = place.region.id
        let now = place.visit.now
        switch step {
        case .new(let entry, let until):
            let partner = Partner.ID.new(at: now)
            try PartnerStore.add(entry.partner(partner), writing)
            let joined = try PartnerStore.join(partner, region, from: entry.from, until: until, at: now, writing)
            return [ImportedThing(.partner, partner.text), ImportedThing(.partnership, joined.text)]
        case .joins(let partner, let from, let until):
            let joined = try PartnerStore.join(partner, region, from: from, until: until, at: now, writing)
            return [ImportedThing(.partnership, joined.text)]
        case .changes(let change):
            try ActLog.note(.partnerChanged, about: "partnership \(change.here.id) changed", by: place.visit, writing)
            return try change.carryOut(writing)
        }
    }
}
