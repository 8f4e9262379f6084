internal import Database
internal import Markup
internal import Site

enum ProgrammePages {
    static func home(_ programme: Programme, _ regions: [RegionOverview], _ visit: Visit) -> Page {
        Page("\(programme.name)", trail: [Crumb("Begin", HomeLinks.start)]) {
            h1 { verbatim(programme.name) }
            p(.class("lead")) { lead(programme, regions) }
            if regions.isEmpty { first(programme) } else { list(programme, regions) }
            about(programme)
        }
    }

    private static func lead(_ programme: Programme, _ regions: [RegionOverview]) -> Phrase {
        let years: Phrase = "Het programma loopt van \(programme.years.lowerBound) tot en met \(programme.years.upperBound)."
        switch regions.count {
        case 0: return "Er zijn nog geen regio's. \(years)"
        case 1: return "Er doet 1 regio mee. \(years)"
        default: return "Er doen \(regions.count) regio's mee. \(years)"
        }
    }

    private static func first(_ programme: Programme) -> Markup {
        section(.class("next-step")) {
            h2 { "Maak de eerste regio" }
            p { "U geeft de regio een naam en nodigt de projectleider uit. De regio doet de rest zelf." }
            p { a(.class("button next"), .href(ProgrammeLinks.newRegion(programme.id))) { "Nieuwe regio" } }
        }
    }

    /// By part of the country and by name: there is no ranking.
    private static func list(_ programme: Programme, _ regions: [RegionOverview]) -> Markup {
        let parts = RegionOverview.byPart(regions, order: programme.parts)
        return section {
            h2 { "Regio's" }
            p { "Wat een regio doet, ziet u pas als zij het deelt." }
            p { a(.class("button quiet"), .href(ProgrammeLinks.newRegion(programme.id))) { "Nieuwe regio" } }
            parts.markup { part in
                h3 { part.name.isEmpty ? "Zonder landsdeel" : "\(part.name)" }
                rows(part.regions, of: programme)
            }
        }
    }

    private static func rows(_ regions: [RegionOverview], of programme: Programme) -> Markup {
        table(.class("even")) {
            thead {
                tr {
                    th(.scope("col")) { "Regio" }
                    th(.scope("col")) { "Projectleider" }
                    th(.scope("col")) { "Sinds" }
                }
            }
            tbody { regions.markup { one in row(one, of: programme) } }
        }
    }

    private static func row(_ one: RegionOverview, of programme: Programme) -> Markup {
        tr {
            th(.scope("row")) {
                a(.href(ProgrammeLinks.regionChanges(programme.id, one.region.id))) { verbatim(one.region.name) }
            }
            td { if one.leaders.isEmpty { "nog niemand" } else { verbatim(one.leaders.joined(separator: ", ")) } }
            td { one.region.since.short; " "; verbatim(one.region.since.year) }
        }
    }

    private static func about(_ programme: Programme) -> Markup {
        section {
            h2 { "Het programma" }
            dl {
                dt { "Opdrachtgever" }
                dd { if programme.commissioner.isEmpty { "nog niet ingevuld" } else { verbatim(programme.commissioner) } }
                dt { "Thema's" }
                dd { words(programme.themes) }
                dt { "Landsdelen" }
                dd { words(programme.parts) }
            }
            p { a(.class("button quiet"), .href(ProgrammeLinks.changes(programme.id))) { "Programma wijzigen" } }
        }
    }

    private static func words(_ words: [String]) -> Markup {
        words.isEmpty ? .phrase("nog geen") : .verbatim(words.joined(separator: ", "))
    }

    static func new(_ visit: Visit, _ state: FormState) -> Page {
        let years = (visit.today.year, visit.today.year + 3)
        return Page("Nieuw programma", status: state.status, trail: [Crumb("Begin", HomeLinks.start)]) {
            h1 { "Nieuw programma" }
            state.summary
            postForm(ProgrammeLinks.all, visit) {
                onceField(visit)
                fields(state, nil, years)
                sendButton("Programma maken", next: true)
            }
        }
    }

    /// - Parameter isLate: somebody else changed it while this person typed: both texts are shown.
    static func changes(_ programme: Programme, _ visit: Visit, _ state: FormState, isLate: Bool = false) -> Page {
        Page(
            "Programma wijzigen", status: isLate ? 409 : state.status,
            trail: [Crumb("Begin", HomeLinks.start), Crumb("\(programme.name)", ProgrammeLinks.home(programme.id))]
        ) {
            h1 { "Programma wijzigen" }
            if isLate { theirs(programme) }
            state.summary
            postForm(ProgrammeLinks.changes(programme.id), visit, .data(.enhance)) {
                editionField(programme.edition, visit, showsTheirs: isLate)
                fields(state, programme, (programme.years.lowerBound, programme.years.upperBound))
                sendButton(isLate ? "Mijn tekst toch bewaren" : "Bewaren", next: true)
            }
        }
    }

    private static func theirs(_ programme: Programme) -> Markup {
        section(.class("theirs"), .role("alert")) {
            h2 { "Iemand anders wijzigde dit ook" }
            p { "Uw tekst staat hieronder en is nog niet bewaard. Dit bewaarde de ander:" }
            dl {
                dt { "Naam" }
                dd { verbatim(programme.name) }
                dt { "Opdrachtgever" }
                dd { verbatim(programme.commissioner) }
                dt { "Jaren" }
                dd { verbatim("\(programme.years.lowerBound)–\(programme.years.upperBound)") }
                dt { "Thema's" }
                dd { words(programme.themes) }
                dt { "Landsdelen" }
                dd { words(programme.parts) }
            }
        }
    }

    private static func fields(_ state: FormState, _ stored: Programme?, _ years: (first: Int, last: Int)) -> Markup {
        .group([
            Field("name", "Naam").line(.text, state, stored?.name ?? "", max: 120),
            Field("commissioner", "Opdrachtgever", help: "Wie om het programma vroeg, zoals een ministerie of provincie.")
                .line(.text, state, stored?.commissioner ?? "", max: 120),
            Field("first-year", "Eerste jaar").line(.number, state, String(years.first)),
            Field("last-year", "Laatste jaar").line(.number, state, String(years.last)),
            Field(
                "themes", "Thema's", help: "Eén op een regel. Een regio kiest hieruit, en mag er zelf bij bedenken."
            ).lines(state, stored?.themes.joined(separator: "\n") ?? "", rows: 6),
            Field(
                "parts", "Landsdelen", help: "Eén op een regel. Regio's in hetzelfde landsdeel vinden elkaar makkelijker."
            ).lines(state, stored?.parts.joined(separator: "\n") ?? "", rows: 5),
        ])
    }
}
