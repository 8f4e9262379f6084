internal import Database
internal import Markup
internal import Site

enum PartnerPages {
    static func list(
        _ region: Region, _ partnerships: [Partnership], _ paging: Paging, on today: Day, mayChange: Bool
    ) -> Page {
        let current = partnerships.filter { $0.isCurrent(on: today) }
        let ended = partnerships.filter { !$0.isCurrent(on: today) }
        let counts = PartnerCounts(current)
        let bySector = Sector.allCases.flatMap { sector in current.filter { $0.partner.sector == sector } }
        let shown = Array(paging.shown(of: bySector))
        return Page(
            "Partners van \(region.name)", region: region.heading, trail: [Crumb("\(region.name)", PartnerLinks.region(region.id))]
        ) {
            h1 { headline(counts) }
            if mayChange { nextStep(counts, region) }
            if !mayChange, counts.all == 0 { p { "De projectleider zet hier neer wie er meedoen." } }
            Sector.allCases.markup { sector in sectorPart(sector, shown, counts, region, today, mayChange: mayChange) }
            paging.steps(of: current.count, PartnerLinks.all(region.id))
            if !ended.isEmpty, paging.number == 1 { endedPart(ended, region, today, mayChange: mayChange) }
        }
    }

    private static func headline(_ counts: PartnerCounts) -> Phrase {
        if counts.all == 0 { return "Er zijn nog geen partners" }
        let education = counts.count(.education)
        let business = counts.count(.business)
        return "Partners: \(education) onderwijs, \(business) ondernemers, \(counts.count(.government)) overheid"
    }

    /// Only what is really missing gets the accent: no partner yet, or a sector of which nobody takes part.
    private static func nextStep(_ counts: PartnerCounts, _ region: Region) -> Markup {
        guard let missing = counts.missing.first else {
            return p(.class("buttons")) {
                a(.class("button quiet"), .href(PartnerLinks.new(region.id))) { "Voeg een partner toe" }
                a(.class("aside"), .href(ImportLinks.new(.partners, region.id))) { "Plak rijen uit een spreadsheet" }
            }
        }
        return section(.class("next-step")) {
            if counts.all == 0 {
                h2 { "Begin met de scholen, bedrijven en overheden die al meedoen" }
                p { "Daarna voegt u mensen toe en nodigt u hen uit. Aanvullen kan altijd nog." }
            } else {
                h2 { nobodyFrom(missing) }
                p { "Een regio heeft alle drie nodig: onderwijs, ondernemers en overheid." }
            }
            p(.class("buttons")) {
                a(.class("button next"), .href(PartnerLinks.new(region.id))) { "Voeg een partner toe" }
                a(.class("aside"), .href(ImportLinks.new(.partners, region.id))) { "Plak rijen uit een spreadsheet" }
            }
        }
    }

    private static func nobodyFrom(_ sector: Sector) -> Phrase {
        switch sector {
        case .education: "Er doet nog niemand uit het onderwijs mee"
        case .business: "Er doet nog geen bedrijf mee"
        case .government: "Er doet nog geen overheid mee"
        }
    }

    private static func sectorPart(
        _ sector: Sector, _ shown: [Partnership], _ counts: PartnerCounts, _ region: Region, _ today: Day, mayChange: Bool
    ) -> Markup {
        let those = shown.filter { $0.partner.sector == sector }
        guard !those.isEmpty else { return .nothing }
        return section {
            h2 { sector.heading(counts.count(sector)) }
            PartnerTable.markup(those, region, today, mayChange: mayChange)
        }
    }

    private static func endedPart(_ ended: [Partnership], _ region: Region, _ today: Day, mayChange: Bool) -> Markup {
        details(.class("ended")) {
            summary { "Niet meer partner (\(ended.count))" }
            PartnerTable.markup(ended, region, today, mayChange: mayChange)
        }
    }
}

/// Organisations as rows.
enum PartnerTable {
    static func markup(_ those: [Partnership], _ region: Region, _ today: Day, mayChange: Bool) -> Markup {
        table(.class("roster")) {
            thead {
                tr {
                    th(.scope("col")) { "Organisatie" }
                    th(.scope("col")) { "Plaats en omvang" }
                    th(.scope("col")) { "Periode" }
                }
            }
            tbody { those.markup { row($0, region, today, mayChange: mayChange) } }
        }
    }

    private static func row(_ one: Partnership, _ region: Region, _ today: Day, mayChange: Bool) -> Markup {
        tr(.id(one.id.text)) {
            th(.scope("row")) {
                if mayChange {
                    a(.href(PartnerLinks.one(one.id, region.id))) { verbatim(one.partner.name) }
                } else {
                    verbatim(one.partner.name)
                }
                span(.class("small")) { verbatim(one.partner.kind) }
            }
            td {
                verbatim(one.partner.place)
                span(.class("small")) { one.partner.size.label }
            }
            td { Period(from: one.from, until: one.until).words(on: today) }
        }
    }
}

extension Sector {
    func heading(_ count: Int) -> Phrase {
        switch self {
        case .education: "Onderwijs (\(count))"
        case .business: "Ondernemers (\(count))"
        case .government: "Overheid (\(count))"
        }
    }
}
