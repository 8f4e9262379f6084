internal import Markup
package import Site

/// The open link with its short code, big enough for a screen in a hall.
package enum CodePages {
    package static func page(_ desk: RoundDesk, _ visit: Visit) -> Page {
        desk.page("Open link") {
            if let code = desk.round.code { shown(code, desk, visit) } else { none(desk, visit) }
            p { a(.href(RoundLinks.home(desk.round))) { "Terug naar de ronde" } }
        }
    }

    private static func none(_ desk: RoundDesk, _ visit: Visit) -> Markup {
        .group([
            h1 { "Er is nog geen open link" },
            p(.class("lead")) { "Met een open link antwoordt iedereen die de code kent. Handig in een zaal of bij een groot bedrijf." },
            p { "Wie via de open link komt, kiest zelf een sector. U weet dan niet precies wie antwoordde." },
            desk.round.takesQuestions
                ? postForm(RoundLinks.openLink(desk.round), visit) { sendButton("Maak een open link", next: true) }
                : p { "De ronde neemt geen antwoorden meer aan." },
        ])
    }

    private static func shown(_ code: String, _ desk: RoundDesk, _ visit: Visit) -> Markup {
        let address = visit.house.settings.publicAddress
        return .group([
            h1 { "Doe mee: \(desk.round.title)" },
            p(.class("lead")) { "Richt de camera van uw telefoon op het vierkant. Of open deze pagina en typ de code." },
            p(.class("big")) { verbatim("\(bare(address))/join") },
            p(.class("big code")) { verbatim(OpenCode.shown(code)) },
            QRCode("\(address)\(RoundLinks.join(code).text)").map {
                $0.picture("QR-code die deze ronde opent. De link staat er ook onder in letters.")
            } ?? .nothing,
            desk.round.state.isComposed ? p { "De code werkt pas als u de ronde opent." } : .nothing,
            p { "Of stuur deze link: \(address)\(RoundLinks.join(code).text)" },
            desk.round.takesQuestions
                ? details {
                    summary { "Haal de open link weg" }
                    p { "De code werkt dan niet meer. Wie al begon, kan verder op de eigen link." }
                    postForm(RoundLinks.openLinkRemovals(desk.round), visit) { sendButton("Haal de open link weg", quiet: true) }
                } : .nothing,
        ])
    }

    /// Without the scheme: shorter to type, and browsers add it.
    private static func bare(_ address: String) -> String {
        address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address
    }
}

/// Personal links, to pass on by hand in an open round.
package enum LinkPages {
    package static func before(_ desk: RoundDesk, _ visit: Visit, isRefused: Bool = false) -> Page {
        desk.page("Persoonlijke links", status: isRefused ? 409 : 200) {
            if desk.round.privacy != .open { confidential(desk) } else if desk.round.state.isOpen {
                h1 { "Persoonlijke links doorgeven" }
                p(.class("lead")) { "Iedereen kreeg een e-mail met een eigen link. Kwam die niet aan? Geef de link dan zelf door." }
                p { "Met de link kan iemand antwoorden namens die persoon. Daarom noteren we dat u ze bekijkt." }
                postForm(RoundLinks.links(desk.round), visit) { sendButton("Laat de links zien", next: true) }
            } else {
                h1 { "Er zijn nu geen links om door te geven" }
                p { "Links werken alleen zolang de ronde open is." }
            }
            p { a(.href(RoundLinks.home(desk.round))) { "Terug naar de ronde" } }
        }
    }

    private static func confidential(_ desk: RoundDesk) -> Markup {
        .group([
            h1 { "In een vertrouwelijke ronde ziet u geen persoonlijke links" },
            p(.class("lead")) { "Wie een link heeft, kan lezen wat die persoon antwoordde. We beloofden dat niemand dat ziet." },
            p { "Is een e-mail niet aangekomen? Geef dan de open link." },
            p { a(.class("button next"), .href(RoundLinks.openLink(desk.round))) { "Naar de open link" } },
        ])
    }

    package static func shown(_ desk: RoundDesk, _ invitations: [Invitation], _ visit: Visit) -> Page {
        let house = visit.house
        return desk.page("Persoonlijke links") {
            h1 { "Persoonlijke links" }
            p { "Geef elke link alleen aan de persoon bij wie die staat." }
            table {
                thead {
                    tr {
                        th(.scope("col")) { "Naam" }
                        th(.scope("col")) { "Link" }
                    }
                }
                tbody {
                    invitations.markup { one in
                        tr {
                            th(.scope("row")) { verbatim(one.name) }
                            td {
                                code(.class("address")) {
                                    verbatim("\(house.settings.publicAddress)\(RoundLinks.answer(one.secret(house.key).text).text)")
                                }
                            }
                        }
                    }
                }
            }
            p { a(.href(RoundLinks.home(desk.round))) { "Terug naar de ronde" } }
        }
    }
}
