internal import Database
internal import Markup
internal import Membership
internal import Site

/// Choosing how dates come into one's own calendar.
enum CalendarPages {
    struct Model: Sendable {
        let regions: [Region]
        let links: [CalendarLink]
        /// From which the secrets of the links follow.
        let key: [UInt8]
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        Page("Uw agenda") {
            h1 { "Zet de datums in uw agenda" }
            p(.class("lead")) { "Met een link blijft uw agenda bij: een nieuwe datum komt er vanzelf in." }
            p { "Een bestand is een kopie van nu. Het verandert niet mee." }
            part("Mijn acties", nil, CalendarLinks.mine, model, visit)
            model.regions.markup { region in
                part("Datums van \(region.name)", region.id, CalendarLinks.region(region.id), model, visit)
            }
        }
    }

    private static func part(
        _ title: Phrase, _ region: Region.ID?, _ file: Link, _ model: Model, _ visit: Visit
    ) -> Markup {
        let link = model.links.first { $0.region == region }
        return section {
            h2 { title }
            if let link { followed(link, title, model.key, visit) } else { offer(title, region, visit) }
            p { a(.href(file), .download) { "Haal een bestand op: \(title)" } }
        }
    }

    private static func offer(_ title: Phrase, _ region: Region.ID?, _ visit: Visit) -> Markup {
        postForm(CalendarLinks.links, visit) {
            input(.type("hidden"), .name("region"), .value(region?.text ?? ""))
            sendButton("Maak een link voor uw agenda", .label("Maak een link voor uw agenda: \(title)"))
        }
    }

    private static func followed(_ link: CalendarLink, _ title: Phrase, _ key: [UInt8], _ visit: Visit) -> Markup {
        let address = visit.house.settings.publicAddress + CalendarLinks.dates(link.secret(key)).text
        return .group([
            p { "Voeg deze link toe in uw agenda, als agenda van internet:" },
            p { code(.class("address")) { verbatim(address) } },
            p(.class("who")) { "Wie deze link heeft, ziet deze datums. Geef de link dus niet door." },
            postForm(CalendarLinks.removal(link.id), visit) {
                sendButton("Trek de link in", .label("Trek de link in: \(title)"), quiet: true)
            },
        ])
    }
}
