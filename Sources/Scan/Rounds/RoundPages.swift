internal import Database
package import Markup
package import Membership
package import Site

/// The region's rounds, and the choice of an instrument.
package enum RoundPages {
    static func trail(_ region: Region) -> [Crumb] {
        [Crumb("\(region.name)", "/regions/\(region.id.text)"), Crumb("Rondes", RoundLinks.all(region.id))]
    }

    static func trail(_ region: Region, _ round: Round) -> [Crumb] {
        trail(region) + [Crumb("\(round.title)", RoundLinks.home(round))]
    }

    package static func list(_ region: Region, _ rounds: [Round], isLeader: Bool) -> Page {
        Page("Rondes", region: region.heading, trail: Array(trail(region).prefix(1))) {
            if rounds.isEmpty { empty(region, isLeader) } else { filled(region, rounds, isLeader) }
        }
    }

    private static func empty(_ region: Region, _ isLeader: Bool) -> Markup {
        .group([
            h1 { "Er is nog geen ronde" },
            p(.class("lead")) {
                "In een ronde vraagt u uw partners hoe zij kijken. Daarna praat u samen over de verschillen."
            },
            isLeader
                ? section(.class("next-step")) {
                    h2 { "Begin met een zelfscan" }
                    p { "U kiest een vragenlijst en past die aan. Er gaat nog niets uit." }
                    p { a(.class("button next"), .href(RoundLinks.new(region.id))) { "Stel een ronde samen" } }
                } : p { "De projectleider kan er een samenstellen." },
        ])
    }

    private static func filled(_ region: Region, _ rounds: [Round], _ isLeader: Bool) -> Markup {
        .group([
            h1 { "Rondes" },
            table(.class("rounds")) {
                caption(.class("small")) { "De nieuwste staat boven." }
                thead {
                    tr {
                        th(.scope("col")) { "Ronde" }
                        th(.scope("col")) { "Waar die is" }
                        th(.scope("col")) { "Sluitdag" }
                    }
                }
                tbody {
                    rounds.markup { round in
                        tr {
                            th(.scope("row")) { a(.href(RoundLinks.home(round))) { verbatim(round.title) } }
                            td { round.state.label }
                            td(.class("nowrap")) { round.closes.long }
                        }
                    }
                }
            },
            isLeader
                ? p { a(.class("button next"), .href(RoundLinks.new(region.id))) { "Stel een ronde samen" } } : .nothing,
        ])
    }

    package static func choose(
        _ region: Region, _ library: InstrumentLibrary, _ visit: Visit, isUnknown: Bool = false
    ) -> Page {
        Page("Kies een vragenlijst", status: isUnknown ? 422 : 200, region: region.heading, trail: trail(region)) {
            h1 { "Waar wilt u het over hebben?" }
            p(.class("lead")) { "Kies een vragenlijst. U kunt daarna alles aanpassen. Er gaat nog niets uit." }
            if isUnknown { p(.class("problem"), .role("alert")) { "Deze vragenlijst is er niet. Kies een andere." } }
            ul(.class("plain choices")) { library.instruments.markup { card($0, region, visit) } }
            p { a(.href(InstrumentFileLinks.new(region.id))) { "Neem een vragenlijst mee uit een bestand" } }
            faults(library.faults)
        }
    }

    private static func card(_ instrument: Instrument, _ region: Region, _ visit: Visit) -> Markup {
        li {
            h2(.id(instrument.key)) { verbatim(instrument.title.text(visit.language)) }
            p { verbatim(instrument.about.text(visit.language)) }
            p(.class("small")) { "\(instrument.extent), ongeveer \(instrument.minutes) minuten" }
            postForm(RoundLinks.all(region.id), visit) {
                onceField(visit)
                input(.type("hidden"), .name("instrument"), .value(instrument.key))
                sendButton("Kies deze", .described(by: instrument.key), quiet: true)
            }
            p(.class("small")) {
                "Bewaar deze vragenlijst als bestand:"
                " "
                a(.href(InstrumentFileLinks.form(region.id, instrument.key)), .download) {
                    "XLSForm"
                    span(.class("hidden")) { ": \(instrument.title.text(visit.language))" }
                }
                " · "
                a(.href(InstrumentFileLinks.yaml(region.id, instrument.key)), .download) {
                    "YAML"
                    span(.class("hidden")) { ": \(instrument.title.text(visit.language))" }
                }
            }
        }
    }

    private static func faults(_ faults: [InstrumentFault.Line]) -> Markup {
        guard !faults.isEmpty else { return .nothing }
        return section(.class("problems")) {
            h2 { "Niet elke vragenlijst kan worden gelezen" }
            p { "Geef dit aan de beheerder." }
            ul { faults.markup { fault in li { code { verbatim(fault.description) } } } }
        }
    }
}

extension Instrument {
    /// Honest minutes for as many questions as there are: in step with the questionnaire it was made from, or else half a
    /// minute each.
    func minutes(like source: Instrument?) -> Int {
        let count = questions.count
        guard let source, source.questions.count > 4 else { return max(1, (count + 1) / 2) }
        return max(1, (count * source.minutes + source.questions.count / 2) / source.questions.count)
    }

    /// How much it asks, in words.
    var extent: Phrase {
        let asked: Phrase = questions.count == 1 ? "1 vraag" : "\(questions.count) vragen"
        return themes.count == 1 ? "\(asked) in 1 thema" : "\(asked) in \(themes.count) thema's"
    }
}

extension Round.State {
    package var label: Phrase {
        switch self {
        case .composed: "wordt samengesteld"
        case .open: "open"
        case .closed: "gesloten"
        case .returned: "teruggegeven"
        case .concluded: "afgerond"
        }
    }
}

extension Round.Purpose {
    package var label: Phrase {
        switch self {
        case .learn: "Om te leren"
        case .account: "Om verantwoording af te leggen"
        }
    }
}

extension Round.Pace {
    package var label: Phrase {
        switch self {
        case .byTheme: "Eén thema per scherm"
        case .onePage: "Alles op één pagina"
        }
    }
}
