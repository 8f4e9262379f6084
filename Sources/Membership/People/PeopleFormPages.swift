internal import Database
internal import Markup
internal import Site

extension PeoplePages {
    static func new(_ region: Region, _ partners: [Partner], _ state: FormState, _ visit: Visit) -> Page {
        Page("Voeg iemand toe", status: state.status, region: region.heading, trail: trail(region)) {
            h1 { "Voeg iemand toe" }
            state.summary
            postForm(PeopleLinks.all(region.id), visit, .data(.enhance), .novalidate) {
                onceField(visit)
                personFields(state)
                Field("role", "Rol").pick(state, roles, empty: "Kies een rol")
                Field("partner", "Organisatie", help: "Voor wie doet deze persoon mee?")
                    .pick(state, options(partners), empty: "geen organisatie")
                Field("level", "Niveau").choose(state, levels)
                Field("from", "Vanaf").line(.date, state, visit.today.description, required: true)
                Field("until", "Tot en met", help: "Laat leeg als er nog geen einde is.").line(.date, state)
                div(.class("buttons")) {
                    sendButton("Toevoegen", next: true)
                    a(.href(PeopleLinks.all(region.id))) { "Annuleren" }
                }
            }
        }
    }

    static func personFields(_ state: FormState, _ stored: Person? = nil) -> Markup {
        .group([
            Field("name", "Naam", who: "Iedereen die in deze regio meewerkt. Het e-mailadres zien alleen de projectleider en de penvoerder.")
                .line(.text, state, stored?.name ?? "", max: Role.mostLetters, required: true),
            Field("email", "E-mailadres").line(.email, state, stored?.email ?? "", required: true),
        ])
    }

    /// A name, an address, an organisation or a level that was typed wrong.
    static func edit(
        _ region: Region, _ one: Appointee, _ partners: [Partner], _ state: FormState, _ visit: Visit
    ) -> Page {
        Page(
            "Gegevens wijzigen", status: state.status, region: region.heading,
            trail: trail(region) + [Crumb("\(one.person.name)", PeopleLinks.one(one.id, region.id))]
        ) {
            h1 { "Gegevens van \(one.person.name)" }
            p { "Naam en e-mailadres wijzigt u alleen zolang iemand nog geen eigen account heeft." }
            state.summary
            postForm(PeopleLinks.one(one.id, region.id), visit, .data(.enhance), .novalidate) {
                personFields(state, one.person)
                Field("partner", "Organisatie", help: "Voor wie doet deze persoon mee?")
                    .pick(state, options(partners), one.partner?.id.text ?? "", empty: "geen organisatie")
                Field("level", "Niveau").choose(state, levels, one.level.rawValue)
                div(.class("buttons")) {
                    sendButton("Bewaren", next: true)
                    a(.href(PeopleLinks.one(one.id, region.id))) { "Annuleren" }
                }
            }
        }
    }

    private static var roles: [Option] { Role.ofRegion.map { Option($0.rawValue, $0.label) } }

    private static var levels: [Option] {
        Level.allCases.map { Option($0.rawValue, $0.label, about: $0.about) }
    }

    private static func options(_ partners: [Partner]) -> [Option] {
        partners.map { Option($0.id.text, named: $0.name) }
    }

    /// The link is shown here and never again: only its digest is kept.
    static func passOn(_ region: Region, _ link: WelcomeLink) -> Page {
        Page("Geef de link door", region: region.heading, trail: trail(region)) {
            h1 { "Geef deze link door aan \(link.name)" }
            p(.class("lead")) { "U ziet de link nu één keer. Hij werkt een week." }
            section(.class("next-step")) {
                h2 { "Link voor \(link.email)" }
                LinkField.markup(link.address, id: "welcome-link")
                p { "Zet hem in een bericht aan deze persoon alleen. Wie de link heeft, kan ermee beginnen." }
            }
            p { "Heeft deze persoon al een wachtwoord? Dan is de link niet nodig. Inloggen gaat dan zoals altijd." }
            p { a(.href(PeopleLinks.all(region.id))) { "Terug naar de mensen" } }
        }
    }
}

/// An address to pass on: to select by hand, or to copy with one press where scripts run.
enum LinkField {
    static func markup(_ address: String, id: String) -> Markup {
        div(.class("field link-field")) {
            label(.for(id)) { "Link om door te geven" }
            input(.id(id), .type("text"), .value(address), .readonly, .autocomplete("off"))
            button(.type("button"), .class("button"), .data(.copy, address), .title("Gekopieerd"), .hidden) { "Kopieer" }
        }
    }
}

extension Level {
    var about: Phrase {
        switch self {
        case .governing: "Beslist: bestuurder, directeur, wethouder."
        case .tactical: "Stuurt aan: teamleider, projectleider, bedrijfsleider."
        case .operational: "Doet het werk: docent, praktijkopleider, beleidsmedewerker."
        }
    }
}
