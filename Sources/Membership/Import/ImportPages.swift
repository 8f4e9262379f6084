internal import Database
internal import Markup
internal import Site

enum ImportPages {
    static func new<Kind: ImportKind>(
        _ kind: Kind.Type, _ region: Region, _ state: FormState, _ visit: Visit, earlier: [Import] = []
    ) -> Page {
        let subject = Kind.subject
        return Page(subject.title, status: state.status, region: region.heading, trail: trail(subject, region)) {
            h1 { subject.title }
            p(.class("lead")) { "Eerst ziet u per rij wat er gebeurt. Pas daarna neemt u de rijen over." }
            state.summary
            columns(kind)
            pasteForm(subject, region, state, visit)
            list(earlier, visit)
        }
    }

    /// The way back to what was taken over before, and for a day to its undoing.
    private static func list(_ earlier: [Import], _ visit: Visit) -> Markup {
        guard !earlier.isEmpty else { return .nothing }
        return section {
            h2 { "Eerder overgenomen" }
            ul(.class("plain")) {
                earlier.markup { one in
                    li {
                        a(.href(ImportLinks.one(one.id, one.region))) {
                            "\(visit.house.clock.day(of: one.at).long): \(one.added) nieuw, \(one.changed) gewijzigd"
                        }
                        if one.undoneAt != nil { p(.class("small")) { "Dit is ongedaan gemaakt." } }
                    }
                }
            }
        }
    }

    static func pasteForm(
        _ subject: Import.Subject, _ region: Region, _ state: FormState, _ visit: Visit, stored: String = ""
    ) -> Markup {
        postForm(ImportLinks.previews(subject, region.id), visit, .multipart, .novalidate) {
            Field("rows", "Rijen uit een spreadsheet", help: "Kopieer de cellen met de kop erboven, en plak ze hier.")
                .lines(state, stored, rows: 10, max: 700_000)
            div(.class("field")) {
                label(.for("file")) { "Of kies een bestand" }
                div(.id("file-notes"), .class("notes")) {
                    p(.class("small")) { "Bewaar het werkblad eerst als CSV. Hoogstens 2000 rijen." }
                }
                input(.id("file"), .name("file"), .type("file"), .accept(".csv,.tsv,.txt,text/csv"), .described(by: "file-notes"))
            }
            sendButton("Bekijk wat er gebeurt", next: true)
        }
    }

    private static func columns<Kind: ImportKind>(_ kind: Kind.Type) -> Markup {
        section {
            h2 { "Zet deze woorden in de kop" }
            ul(.class("headings")) {
                Kind.shown.markup { column in
                    li {
                        b { Kind.name(column) }
                        " "
                        if Kind.required.contains(column) {
                            span(.class("small")) { "nodig" }
                        } else {
                            span(.class("small")) { "mag leeg" }
                        }
                    }
                }
            }
            p(.class("small")) { Kind.subject.words }
        }
    }

    static func trail(_ subject: Import.Subject, _ region: Region) -> [Crumb] {
        switch subject {
        case .partners: PartnerPages.trail(region)
        case .people: PeoplePages.trail(region)
        }
    }
}

extension Import.Subject {
    var title: Phrase {
        switch self {
        case .partners: "Plak partners uit een spreadsheet"
        case .people: "Plak mensen uit een spreadsheet"
        }
    }

    /// Which words the cells may hold.
    var words: Phrase {
        switch self {
        case .partners: "Sector: onderwijs, ondernemers of overheid. Omvang: een woord, of het aantal medewerkers."
        case .people: "Rol: projectleider, penvoerder, deelprojectleider, stuurgroeplid, contactpersoon of procesbegeleider."
        }
    }

    /// Where the rows end up.
    func home(_ region: Region.ID) -> Link {
        switch self {
        case .partners: PartnerLinks.all(region)
        case .people: PeopleLinks.all(region)
        }
    }
}
