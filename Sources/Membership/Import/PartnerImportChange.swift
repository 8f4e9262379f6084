internal import Database
internal import Markup
internal import Site

/// What a row says otherwise about an organisation that the region has already. An empty cell says nothing.
struct PartnerImportChange: Sendable {
    let here: Partnership
    let sector: Sector
    let kind: String
    let size: Partner.Size
    let from: Day
    let until: Day?

    /// - Parameter from: the first day, where the row gives one.
    init(_ here: Partnership, _ entry: PartnerEntry, saysSize: Bool, from: Day?, until: Day?) {
        self.here = here
        sector = entry.sector
        kind = entry.kind.isEmpty ? here.partner.kind : entry.kind
        size = saysSize ? entry.size : here.partner.size
        self.from = from ?? here.from
        self.until = until ?? here.until
    }

    private var isAboutPartner: Bool { sector != here.partner.sector || kind != here.partner.kind || size != here.partner.size }

    /// Each difference as it was and as it will be.
    var says: [Phrase] {
        let was = here.partner
        let oldKind: Phrase = was.kind.isEmpty ? "leeg" : "\(was.kind)"
        return [
            sector == was.sector ? nil : "sector: \(was.sector.label) → \(sector.label)",
            kind == was.kind ? nil : "soort: \(oldKind) → \(kind)",
            size == was.size ? nil : "omvang: \(was.size.label) → \(size.label)",
            ImportDifference.from(here.from, from),
            ImportDifference.lastDay(here.until, until),
        ].compactMap(\.self)
    }

    var objection: Phrase? {
        guard let until, until < from else { return nil }
        return "De laatste dag kan niet voor de eerste dag liggen: \(from.long)."
    }

    func carryOut(_ writing: Writing) throws -> [ImportedThing] {
        let (was, region) = (here.partner, here.region)
        if isAboutPartner {
            let changed = Partner(
                id: was.id, name: was.name, sector: sector, kind: kind, size: size, place: was.place, edition: was.edition)
            guard try PartnerStore.change(changed, writing) else { throw Missing() }
        }
        if from != here.from { try PartnerStore.setFrom(from, of: here.id, in: region, writing) }
        if until != here.until { try PartnerStore.setUntil(until, of: here.id, in: region, writing) }
        return things
    }

    private var things: [ImportedThing] {
        let was = here.partner
        return [
            sector == was.sector ? nil : ImportedThing(.partnerSector, was.id.text, before: was.sector.rawValue),
            kind == was.kind ? nil : ImportedThing(.partnerKind, was.id.text, before: was.kind),
            size == was.size ? nil : ImportedThing(.partnerSize, was.id.text, before: was.size.rawValue),
            until == here.until ? nil : ImportedThing(.partnershipEnd, here.id.text, before: here.until?.description),
            from == here.from ? nil : ImportedThing(.partnershipStart, here.id.text, before: here.from.description),
        ].compactMap(\.self)
    }
}
