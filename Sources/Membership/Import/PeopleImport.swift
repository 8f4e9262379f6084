internal import Database
internal import Files
internal import Markup
internal import Site

/// Rows with people and the role that each gets.
enum PeopleImport: ImportKind {
    enum Column: Hashable, Sendable { case name, email, role, partner, level, from, until }

    enum Step: Sendable {
        case appoints(RoleEntry)
        case changes(RoleImportChange)
    }

    static let subject = Import.Subject.people
    static let names: [Column: SpelledWord] = [
        .name: SpelledWord("naam", "volledige naam", "name", "full name"),
        .email: SpelledWord("e-mailadres", "e-mail", "mail", "mailadres", "email", "email address"),
        .role: SpelledWord("rol", "role", "functie"),
        .partner: SpelledWord("organisatie", "partner", "school", "bedrijf", "organisation", "organization"),
        .level: SpelledWord("niveau", "level"),
        .from: SpelledWord("vanaf", "van", "begin", "begindatum", "startdatum", "sinds", "from", "start", "since"),
        .until: SpelledWord("tot en met", "tot", "einde", "einddatum", "until", "end", "to"),
    ]
    static let required: [Column] = [.name, .email, .role]
    static let shown: [Column] = [.name, .email, .role, .partner, .level, .from, .until]

    /// Only the roles that a region gives (A8).
    static let roles: [(Role, SpelledWord)] = [
        (.projectLeader, SpelledWord("projectleider", "project leader")),
        (.leadExecutive, SpelledWord("penvoerder", "lead executive")),
        (.subprojectLeader, SpelledWord("deelprojectleider", "subproject leader")),
        (
            .steeringGroupMember,
            SpelledWord("stuurgroeplid", "stuurgroep", "lid stuurgroep", "steering group member", "steering group")
        ),
        (
            .partnerContact,
            SpelledWord("contactpersoon", "contactpersoon van een partner", "partner", "partner contact", "contact")
        ),
        (.facilitator, SpelledWord("procesbegeleider", "facilitator")),
    ]
    static let levels: [(Level, SpelledWord)] = [
        (.governing, SpelledWord("bestuur", "bestuurlijk", "board", "governing", "governance")),
        (.tactical, SpelledWord("leiding", "tactisch", "leidinggevend", "management", "tactical")),
        (.operational, SpelledWord("uitvoering", "uitvoerend", "operationeel", "daily work", "operational")),
    ]

    static func rows(
        _ columns: PastedTable.Columns<Column>, _ place: ImportPlace, _ reading: Reading
    ) throws -> [PlannedRow<Step>] {
        let circle = try RegionCircle(place, reading)
        var seen = SeenPeople()
        return columns.rows.map { row in
            var cells = ImportCells(columns, row)
            let said = (from: !columns.text(.from, in: row).isEmpty, level: !columns.text(.level, in: row).isEmpty)
            let title = columns.text(.name, in: row)
            let entry = entry(&cells, circle, place.today)
            if let entry, let problem = seen.objection(to: entry, in: row.number) { cells.add(problem) }
            guard let entry, cells.problems.isEmpty else { return .wrong(row.number, title, cells.problems) }
            return planned(row.number, entry, said: said, circle, place.today)
        }
    }

    private static func entry(
        _ cells: inout ImportCells<Column>, _ circle: RegionCircle, _ today: Day
    ) -> RoleEntry? {
        let name = cells.text(.name, max: Role.mostLetters, missing: "De naam ontbreekt.")
        let written = cells.text(.email, max: 200, missing: "Het e-mailadres ontbreekt.")
        let email = EmailAddress(written)
        if email == nil, !written.isEmpty { cells.add("‘\(written)’ is geen e-mailadres.") }
        let role = cells.choice(.role, Self.name(.role), among: roles, missing: "De rol ontbreekt.")
        let partner = circle.partner(&cells)
        if role == .partnerContact, partner == nil, cells.columns.text(.partner, in: cells.row).isEmpty {
            cells.add("Een contactpersoon hoort bij een organisatie. Vul die in.")
        }
        let level = cells.choice(.level, Self.name(.level), among: levels)
        let until = cells.day(.until, Self.name(.until))
        let from = cells.day(.from, Self.name(.from)) ?? min(today, until ?? today)
        if let until, until < from { cells.add("De laatste dag ligt voor de eerste.") }
        guard let email, let role, cells.problems.isEmpty else { return nil }
        return RoleEntry(
            name: name, email: email, role: role, level: level ?? role.usualLevel, partner: partner?.id, from: from,
            until: until)
    }

    private static func planned(
        _ number: Int, _ entry: RoleEntry, said: (from: Bool, level: Bool), _ circle: RegionCircle, _ today: Day
    ) -> PlannedRow<Step> {
        if circle.isOwnRise(entry) { return .wrong(number, entry.name, [Role.notByYourself]) }
        guard let here = circle.holding(like: entry) else {
            if !said.from, let until = entry.until, until < today {
                return .wrong(number, entry.name, ["Vul ook in vanaf wanneer."])
            }
            let level = entry.level.label
            return .fits(number, entry.name, .adds, "Krijgt de rol \(entry.role.label), niveau \(level)", .appoints(entry))
        }
        let change = RoleImportChange(
            here: here, level: said.level ? entry.level : here.level, from: said.from ? entry.from : here.from,
            until: entry.until ?? here.until)
        let differences = change.says
        if differences.isEmpty { return .fits(number, entry.name, .nothing, "Staat er al: er verandert niets", nil) }
        if let objection = change.objection { return .wrong(number, entry.name, [objection]) }
        return .fits(number, entry.name, .changes, "Wordt gewijzigd: \(Phrase.list(differences))", .changes(change))
    }

    static func carryOut(_ steps: [Step], _ place: ImportPlace, _ writing: Writing) throws -> [ImportedThing] {
        let all = try HoldingStore.all(in: place.region.id, writing.reading)
        return try steps.flatMap { try carryOut($0, among: all, place, writing) }
    }

    private static func carryOut(
        _ step: Step, among all: [Appointee], _ place: ImportPlace, _ writing: Writing
    ) throws -> [ImportedThing] {
        switch step {
        case .appoints(let entry):
            let appointing = Appointing(region: place.region.id, visit: place.visit)
            let appointed = try appointing.appoint(entry, among: all, writing)
            let person = appointed.isNewPerson ? [ImportedThing(.person, appointed.person.text)] : []
            return person + [ImportedThing(.holding, appointed.holding.text)]
        case .changes(let change):
            let act: ActLog.Act = change.until == change.here.until ? .roleChanged : .roleEnded
            try ActLog.note(act, about: "holding \(change.here.id)", by: place.visit, writing)
            return try change.carryOut(in: place.region.id, writing)
        }
    }
}
