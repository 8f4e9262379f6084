internal import Database
internal import Files
internal import Markup
internal import Site

/// Who and what a region has now, to read rows against.
struct RegionCircle {
    private let partners: [Partner]
    private let named: [String: [Partner]]
    private let people: [Appointee]
    private let viewer: Viewer
    /// The address of the one who imports.
    private let own: String?
    private let region: Region.ID

    init(_ place: ImportPlace, _ reading: Reading) throws {
        region = place.region.id
        viewer = try place.visit.person()
        own = try PersonStore.person(viewer.person, reading)?.email
        people = try HoldingStore.all(in: region, reading)
        let current = try PartnerStore.all(in: region, reading).filter { $0.isCurrent(on: place.today) }
        partners = current.map(\.partner)
        named = Dictionary(grouping: partners) { WrittenWord.folded($0.name) }
    }

    func isOwnRise(_ entry: RoleEntry) -> Bool {
        entry.email.text == own && Role.isOwnRise(entry.role, of: viewer.person, by: viewer, in: region)
    }

    /// The same person with the same role for the same partner, in a time that overlaps.
    func holding(like entry: RoleEntry) -> Appointee? {
        people.last { one in
            one.person.email == entry.email.text && one.role == entry.role && one.partner?.id == entry.partner
                && one.overlaps(entry.period)
        }
    }

    /// The partner that the row names; what is wrong is added to the cells.
    func partner(_ cells: inout ImportCells<PeopleImport.Column>) -> Partner? {
        let text = cells.text(.partner, max: 200)
        if text.isEmpty { return nil }
        let folded = WrittenWord.folded(text)
        let found = named[folded] ?? []
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            cells.add("Er zijn \(found.count) partners die ‘\(text)’ heten. Voeg deze persoon zelf toe, bij Mensen.")
        } else if let near = WrittenWord.nearest(text, among: partners.map(\.name)) {
            cells.add("‘\(text)’ staat niet bij uw partners. Bedoelt u \(near)?")
        } else {
            cells.add("‘\(text)’ staat niet bij uw partners. Voeg die organisatie eerst toe.")
        }
        return nil
    }
}

/// The rows above, to find what stands there twice.
struct SeenPeople {
    private var names: [String: (name: String, row: Int)] = [:]
    private var roles: [String: Int] = [:]

    mutating func objection(to entry: RoleEntry, in row: Int) -> Phrase? {
        let email = entry.email.text
        if let first = names[email], WrittenWord.folded(first.name) != WrittenWord.folded(entry.name) {
            return "Dit e-mailadres staat ook in rij \(first.row), bij een andere naam."
        }
        names[email] = names[email] ?? (entry.name, row)
        let key = "\(email)|\(entry.role.rawValue)|\(entry.partner?.text ?? "")"
        if let first = roles[key] { return "Deze persoon staat met deze rol ook in rij \(first)." }
        roles[key] = row
        return nil
    }
}
