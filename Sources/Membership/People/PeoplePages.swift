internal import Database
internal import Markup
internal import Site

enum PeoplePages {
    static func list(_ region: Region, _ all: [Appointee], _ paging: Paging, on today: Day, mayChange: Bool) -> Page {
        let list = PeopleLinks.all(region.id)
        let current = all.filter { $0.isCurrent(on: today) }
        let ended = all.filter { !$0.isCurrent(on: today) }
        return Page(
            "Mensen van \(region.name)", region: region.heading,
            trail: [Crumb("\(region.name)", PartnerLinks.region(region.id))]
        ) {
            h1 { headline(current) }
            if mayChange { nextStep(current, region) }
            if !current.isEmpty { PeopleTable.markup(Array(paging.shown(of: current)), region, today, mayChange: mayChange) }
            paging.steps(of: current.count, list)
            if !ended.isEmpty, paging.number == 1 {
                details(.class("ended")) {
                    summary { "Rollen die zijn afgelopen (\(ended.count))" }
                    PeopleTable.markup(ended, region, today, mayChange: false)
                }
            }
        }
    }

    private static func headline(_ current: [Appointee]) -> Phrase {
        let people = Set(current.map(\.person.id)).count
        let partners = Set(current.compactMap(\.partner?.id)).count
        return switch (people, partners) {
        case (0, _): "Er zijn nog geen mensen"
        case (1, _): "Eén persoon doet mee"
        case (_, 0): "\(people) mensen doen mee"
        case (_, 1): "\(people) mensen doen mee, van één partner"
        default: "\(people) mensen doen mee, van \(partners) partners"
        }
    }

    /// The accent where only the one who asks takes part; after that adding people is one of the things to do.
    private static func nextStep(_ current: [Appointee], _ region: Region) -> Markup {
        guard Set(current.map(\.person.id)).count <= 1 else {
            return p(.class("buttons")) {
                a(.class("button quiet"), .href(PeopleLinks.new(region.id))) { "Voeg iemand toe" }
                a(.class("aside"), .href(ImportLinks.new(.people, region.id))) { "Plak rijen uit een spreadsheet" }
            }
        }
        return section(.class("next-step")) {
            h2 { "Voeg de mensen toe met wie u het werk doet" }
            p { "Begin met de penvoerder en de stuurgroep. Voeg daarna per partner één contactpersoon toe." }
            p(.class("buttons")) {
                a(.class("button next"), .href(PeopleLinks.new(region.id))) { "Voeg iemand toe" }
                a(.class("aside"), .href(ImportLinks.new(.people, region.id))) { "Plak rijen uit een spreadsheet" }
            }
        }
    }

    static func one(_ region: Region, _ one: Appointee, _ visit: Visit) -> Page {
        Page("\(one.person.name)", region: region.heading, trail: trail(region)) {
            h1 { verbatim(one.person.name) }
            facts(one, visit.today)
            if one.isCurrent(on: visit.today) {
                p { a(.href(PeopleLinks.edit(one.id, region.id))) { "Wijzig deze gegevens" } }
            }
            if one.isCurrent(on: visit.today) {
                section {
                    h2 { "Link om te beginnen" }
                    p { "Is de eerste link kwijt of verlopen? Maak dan een nieuwe." }
                    postForm(PeopleLinks.invitations(one.id, region.id), visit) {
                        sendButton("Maak een nieuwe link", quiet: true)
                    }
                }
                section {
                    h2 { "Stopt deze rol?" }
                    p { "U kiest een opvolger. Die neemt over wat nog open staat." }
                    p { a(.class("button quiet"), .href(PeopleLinks.endings(one.id, region.id))) { "Rol beëindigen" } }
                }
            }
        }
    }

    static func facts(_ one: Appointee, _ today: Day) -> Markup {
        dl(.class("particulars")) {
            dt { "Rol" }
            dd { one.role.label }
            dt { "Niveau" }
            dd { one.level.label }
            dt { "Organisatie" }
            dd { if let partner = one.partner { verbatim(partner.name) } else { "geen" } }
            dt { "E-mailadres" }
            dd { verbatim(one.person.email) }
            dt { "Periode" }
            dd { Period(from: one.from, until: one.until).words(on: today) }
        }
    }

    static func trail(_ region: Region) -> [Crumb] {
        [Crumb("\(region.name)", PartnerLinks.region(region.id)), Crumb("Mensen", PeopleLinks.all(region.id))]
    }
}

/// People as rows.
enum PeopleTable {
    static func markup(_ those: [Appointee], _ region: Region, _ today: Day, mayChange: Bool) -> Markup {
        table(.class("roster")) {
            thead {
                tr {
                    th(.scope("col")) { "Naam" }
                    th(.scope("col")) { "Rol en niveau" }
                    th(.scope("col")) { "Organisatie en periode" }
                }
            }
            tbody { those.markup { row($0, region, today, mayChange: mayChange) } }
        }
    }

    private static func row(_ one: Appointee, _ region: Region, _ today: Day, mayChange: Bool) -> Markup {
        tr(.id(one.id.text)) {
            th(.scope("row")) {
                if mayChange {
                    a(.href(PeopleLinks.one(one.id, region.id))) { verbatim(one.person.name) }
                } else {
                    verbatim(one.person.name)
                }
            }
            td {
                one.role.label
                span(.class("small")) { one.level.label }
            }
            td {
                if let partner = one.partner { verbatim(partner.name) }
                span(.class("small")) { Period(from: one.from, until: one.until).words(on: today) }
            }
        }
    }
}
