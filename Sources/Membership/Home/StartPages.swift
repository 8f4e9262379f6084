internal import Markup
internal import Site

enum StartPages {
    /// For whoever is not signed in: what this is, and the two ways in.
    static func open(_ visit: Visit) -> Page {
        Page("Samen leren in de regio") {
            h1 { "Scholen, bedrijven en overheden leren samen" }
            p(.class("lead")) {
                "Met Regio aan zet kijkt een regio waar zij staat en waar zij heen wil. Iedereen die meedoet, geeft een mening. Daarna volgt het gesprek, en daaruit komen acties."
            }
            div(.class("two")) {
                section {
                    h2 { "U hebt een account" }
                    p { a(.class("button next"), .href(SignInLinks.signIn)) { "Inloggen" } }
                }
                section {
                    h2 { "U kreeg een code" }
                    form(.method("get"), .action(HomeLinks.join)) {
                        div(.class("field")) {
                            label(.for("code")) { "Code van de vragenlijst" }
                            input(.id("code"), .name("code"), .type("text"), .maxlength(40), .autocomplete("off"), .required)
                        }
                        button(.class("button quiet"), .type("submit")) { "Naar de vragen" }
                    }
                }
            }
        }
    }

    static func mine(_ viewer: Viewer, _ places: [Place]) -> Page {
        Page("Begin") {
            h1 { "Dag \(viewer.name)" }
            if places.isEmpty { none } else { p(.class("lead")) { "Hier werkt u aan mee." } }
            ul(.class("plain")) { places.markup { one in li { place(one, viewer) } } }
            p { a(.href(HomeLinks.myActions)) { "Naar mijn acties" } }
            if viewer.holdings.contains(where: { $0.role == .office }) {
                p { a(.href(ProgrammeLinks.new)) { "Nieuw programma" } }
            }
        }
    }

    private static var none: Markup {
        .group([
            p(.class("lead")) { "U hebt nu geen rol in een regio of een programma." },
            p { "Klopt dat niet? Vraag de projectleider van uw regio om u weer toe te voegen." },
        ])
    }

    private static func place(_ place: Place, _ viewer: Viewer) -> Markup {
        .group([
            heading(place, viewer),
            ul(.class("roles")) { place.roles.markup { role in li { role.label } } },
        ])
    }

    /// A name is a link only where the role has a page behind it.
    private static func heading(_ place: Place, _ viewer: Viewer) -> Markup {
        switch place.kind {
        case .region(let region) where viewer.belongs(to: .members, of: region):
            h2 { a(.href(HomeLinks.region(region))) { verbatim(place.name) } }
        case .programme(let programme) where place.roles.contains(.office):
            h2 { a(.href(ProgrammeLinks.home(programme))) { verbatim(place.name) } }
        default: h2 { verbatim(place.name) }
        }
    }
}
