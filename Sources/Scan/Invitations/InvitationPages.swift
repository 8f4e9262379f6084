internal import Database
internal import Markup
internal import Membership
package import Site

/// Who is asked, and whom else to ask.
package enum InvitationPages {
    package static func list(
        _ list: GuestList, _ audience: Audience?, _ visit: Visit, isStale: Bool = false, mail: MailStanding = .none
    ) -> Page {
        let round = list.desk.round
        return list.desk.page("Wie vraagt u?", status: isStale ? 409 : 200) {
            if isStale { changed }
            heading(list)
            MailStandingPart.markup(mail, round)
            if !round.takesInvitations { later(round) }
            if let audience, round.takesInvitations { preview(list, audience, visit) }
            if round.takesInvitations { choose(list, audience) }
            if round.takesInvitations { others(round) }
            asked(list, visit)
            if round.state.isOpen { p { a(.href(RoundLinks.reminders(round))) { "Herinner wie nog niet antwoordde" } } }
            p { a(.href(RoundLinks.home(round))) { "Terug naar de ronde" } }
        }
    }

    private static var changed: Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "De lijst is intussen veranderd" }
            p { "Er is nog niemand uitgenodigd. Kijk hieronder wie het nu zijn en nodig opnieuw uit." }
        }
    }

    private static func heading(_ list: GuestList) -> Markup {
        h1 {
            switch list.asked.count {
            case 0: "Er is nog niemand uitgenodigd"
            case 1: "Er is 1 mens uitgenodigd"
            default: "Er zijn \(list.asked.count) mensen uitgenodigd"
            }
        }
    }

    private static func later(_ round: Round) -> Markup {
        .group([
            p(.class("lead")) {
                round.state.isOpen
                    ? "De ronde is open en vertrouwelijk. Wie er nu bij komt, antwoordt via de open link."
                    : "De ronde neemt geen antwoorden meer aan."
            },
            round.state.isOpen ? p { a(.href(RoundLinks.openLink(round))) { "Naar de open link" } } : .nothing,
        ])
    }

    private static func preview(_ list: GuestList, _ audience: Audience, _ visit: Visit) -> Markup {
        let people = list.people(in: audience)
        return section(.class("next-step"), .id("preview"), .role("status")) {
            h2 { people.count == 1 ? "1 mens" : "\(people.count) mensen" }
            if people.isEmpty { p { "Er is niemand die hierbij past en nog niet is uitgenodigd." } } else {
                bySector(people)
                details {
                    summary { "Wie zijn dat?" }
                    ul { people.markup { one in li { named(one) } } }
                }
                p {
                    list.desk.round.state.isOpen
                        ? "Zij krijgen meteen een e-mail met een eigen link."
                        : "Zij krijgen pas een e-mail als u de ronde opent."
                }
                postForm(RoundLinks.invitations(list.desk.round), visit) {
                    onceField(visit)
                    carried(audience)
                    input(.type("hidden"), .name("expected"), .value(String(people.count)))
                    sendButton("Nodig deze mensen uit", next: true)
                }
            }
        }
    }

    private static func bySector(_ people: [Appointee]) -> Markup {
        ul {
            Sector.allCases.markup { sector in
                let count = people.count { $0.partner?.sector == sector }
                if count > 0 { li { "\(sector.label): \(count)" } }
            }
            let none = people.count { $0.partner == nil }
            if none > 0 { li { "zonder organisatie: \(none)" } }
        }
    }

    private static func named(_ one: Appointee) -> Markup {
        .group([
            verbatim(one.person.name), .phrase(", "), .phrase(one.role.label),
            one.partner.map { .phrase(" (\($0.name))") } ?? .nothing,
        ])
    }

    private static func carried(_ audience: Audience) -> Markup {
        let fields =
            audience.sectors.map { ("sector", $0.rawValue) } + audience.partners.map { ("partner", $0.text) }
            + audience.roles.map { ("role", $0.rawValue) } + audience.levels.map { ("level", $0.rawValue) }
        return fields.sorted { $0 < $1 }.markup { input(.type("hidden"), .name($0.0), .value($0.1)) }
    }

    private static func choose(_ list: GuestList, _ audience: Audience?) -> Markup {
        let chosen = audience ?? Audience()
        let state = FormState.fresh
        return section {
            h2 { "Kies wie u vraagt" }
            p { "Kiest u niets in een rij? Dan doet iedereen in die rij mee." }
            form(.method("get"), .action(RoundLinks.invitations(list.desk.round).at("preview"))) {
                input(.type("hidden"), .name("preview"), .value("1"))
                Field("sector", "Sector").tick(
                    state, Sector.allCases.map { Option($0.rawValue, $0.label) }, chosen.sectors.map(\.rawValue))
                Field("level", "Niveau").tick(
                    state, Level.allCases.map { Option($0.rawValue, $0.label) }, chosen.levels.map(\.rawValue))
                Field("role", "Rol").tick(
                    state, Role.ofRegion.map { Option($0.rawValue, $0.label) }, chosen.roles.map(\.rawValue))
                details(.open(!chosen.partners.isEmpty)) {
                    summary { "Alleen van bepaalde organisaties" }
                    Field("partner", "Organisatie").tick(
                        state, list.partners.map { Option($0.id.text, named: $0.name) }, chosen.partners.map(\.text))
                }
                sendButton("Laat zien wie dat zijn", quiet: audience != nil, next: audience == nil)
            }
        }
    }

    private static func others(_ round: Round) -> Markup {
        section {
            h2 { "Nog anderen" }
            ul {
                li { a(.href(RoundLinks.guests(round))) { "Voeg mensen toe met naam en e-mail" } }
                li { a(.href(RoundLinks.openLink(round))) { "Maak een open link met een korte code" } }
            }
        }
    }

    private static func asked(_ list: GuestList, _ visit: Visit) -> Markup {
        guard !list.asked.isEmpty else { return .nothing }
        let round = list.desk.round
        let names = Dictionary(list.partners.map { ($0.id, $0.name) }) { first, _ in first }
        return section {
            h2 { "Uitgenodigd" }
            table {
                thead {
                    tr {
                        th(.scope("col")) { "Naam" }
                        th(.scope("col")) { "Organisatie" }
                        if round.takesInvitations { th(.scope("col")) { "Wijzigen" } }
                    }
                }
                tbody {
                    list.asked.markup { one in
                        tr {
                            th(.scope("row")) { verbatim(one.name) }
                            td { verbatim(one.origin.partner.flatMap { names[$0] } ?? "") }
                            if round.takesInvitations {
                                td {
                                    postForm(RoundLinks.removal(round, one.id), visit) {
                                        button(.type("submit"), .class("tool"), .label("Trek in: \(one.name)")) { "Trek in" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
