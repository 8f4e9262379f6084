internal import Markup
internal import Membership
package import Site

/// People without a role in the region, by name and address.
package enum GuestPages {
    package static func form(_ list: GuestList, _ state: FormState, _ visit: Visit) -> Page {
        list.desk.page(
            "Voeg mensen toe", status: state.status, under: Crumb("Wie vraagt u?", RoundLinks.invitations(list.desk.round))
        ) {
            h1 { "Voeg mensen toe" }
            state.summary
            p(.class("lead")) { "Zet op elke regel een naam, een e-mailadres en een organisatie. U kunt ook rijen plakken." }
            postForm(RoundLinks.guests(list.desk.round), visit, .data(.enhance)) {
                Field(
                    Guests.field, "Mensen", help: "Bijvoorbeeld: Noor Smit; noor@bedrijf.nl; Bedrijf Noord",
                    who: list.desk.round.privacy == .open
                        ? "Wie voor de regio werkt: de projectleiders, de penvoerder, de deelprojectleiders en de procesbegeleider."
                        : "Alleen de projectleider en de penvoerder."
                ).lines(state, rows: 10, max: 100_000)
                sendButton("Laat zien wat er gebeurt", next: true)
            }
        }
    }

    package static func preview(_ list: GuestList, _ read: Guests, _ visit: Visit) -> Page {
        let round = list.desk.round
        return list.desk.page("Klopt dit?", under: Crumb("Wie vraagt u?", RoundLinks.invitations(round))) {
            h1 { read.guests.count == 1 ? "1 mens komt erbij" : "\(read.guests.count) mensen komen erbij" }
            if read.alreadyAsked > 0 { p { "Van \(read.alreadyAsked) regels is het e-mailadres al uitgenodigd. Die slaan we over." } }
            if round.state.isOpen { p { "Zij krijgen meteen een e-mail met een eigen link." } }
            table {
                thead {
                    tr {
                        th(.scope("col")) { "Naam" }
                        th(.scope("col")) { "E-mail" }
                        th(.scope("col")) { "Organisatie" }
                    }
                }
                tbody {
                    read.guests.markup { guest in
                        tr {
                            th(.scope("row")) { verbatim(guest.name) }
                            td { verbatim(guest.email) }
                            td { verbatim(guest.partner?.name ?? "") }
                        }
                    }
                }
            }
            postForm(RoundLinks.guests(round), visit) {
                input(.type("hidden"), .name(Guests.field), .value(visit.form.first(Guests.field) ?? ""))
                input(.type("hidden"), .name("confirmed"), .value("1"))
                sendButton("Nodig deze mensen uit", next: true)
            }
            p { a(.href(RoundLinks.guests(round))) { "Opnieuw" } }
        }
    }
}
