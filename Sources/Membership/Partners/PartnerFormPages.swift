internal import Database
internal import Markup
internal import Site

extension PartnerPages {
    /// The form for a new partner; with `alike` it first asks whether it is one of those.
    static func new(_ region: Region, _ state: FormState, alike: [Likeness], _ visit: Visit) -> Page {
        var page = Page("Voeg een partner toe", region: region.heading, trail: trail(region)) {
            h1 { "Voeg een partner toe" }
            state.summary
            postForm(PartnerLinks.all(region.id), visit, .data(.enhance), .novalidate) {
                onceField(visit)
                if !alike.isEmpty { sameQuestion(alike, region, visit.today) }
                fields(state, nil, visit.today)
                div(.class("buttons")) {
                    sendButton("Toevoegen", next: true)
                    a(.href(PartnerLinks.all(region.id))) { "Annuleren" }
                }
            }
        }
        page.status = alike.isEmpty ? state.status : 422
        return page
    }

    private static func sameQuestion(_ alike: [Likeness], _ region: Region, _ today: Day) -> Markup {
        fieldset(.id("same"), .class("field question")) {
            legend { "Bestaat al: \(alike[0].partner.name) in \(alike[0].partner.place). Is dit dezelfde?" }
            p(.class("small")) { "Dezelfde organisatie staat één keer in het programma, ook als zij in meer regio’s zit." }
            alike.markup { sameChoice($0, today) }
            choice(PartnerJoining.other) { "Nee, dit is een andere organisatie" }
        }
    }

    private static func sameChoice(_ likeness: Likeness, _ today: Day) -> Markup {
        let partner = likeness.partner
        let place: Phrase = "Ja, dit is \(partner.name) in \(partner.place) (\(partner.sector.label))"
        return choice(partner.id.text) {
            place
            if let here = likeness.here {
                if here.isCurrent(on: today) {
                    small { "Staat al bij uw partners." }
                } else {
                    small { "Was eerder partner van uw regio." }
                }
            }
        }
    }

    private static func choice(_ value: String, @MarkupBuilder words: () -> Markup) -> Markup {
        label(.class("level")) {
            input(.type("radio"), .name("same"), .value(value))
            span { words() }
        }
    }

    static func fields(_ state: FormState, _ stored: Partnership?, _ today: Day) -> Markup {
        let partner = stored?.partner
        return .group([
            Field("name", "Naam", who: "Iedereen die in deze regio meewerkt.")
                .line(.text, state, partner?.name ?? "", max: Partner.mostLetters, required: true),
            Field("sector", "Sector").choose(
                state, Sector.allCases.map { Option($0.rawValue, $0.label) }, partner?.sector.rawValue ?? ""),
            Field("kind", "Soort organisatie", help: "Bijvoorbeeld: vmbo-school, installatiebedrijf, gemeente. Mag leeg blijven.")
                .line(.text, state, partner?.kind ?? "", max: Partner.mostLetters),
            Field("size", "Omvang").pick(
                state, Partner.Size.allCases.map { Option($0.rawValue, $0.label) },
                (partner?.size ?? .unknown).rawValue),
            Field("place", "Plaats").line(.text, state, partner?.place ?? "", max: Partner.mostLetters, required: true),
            Field("from", "Partner vanaf").line(.date, state, (stored?.from ?? today).description, required: true),
        ])
    }

    static func one(_ facts: PartnershipFacts, _ state: FormState, _ visit: Visit) -> Page {
        let one = facts.partnership
        let isCurrent = one.isCurrent(on: visit.today)
        return Page(
            "\(one.partner.name)", status: state.status, region: facts.region.heading, trail: trail(facts.region)
        ) {
            h1 { verbatim(one.partner.name) }
            state.summary
            p(.class("lead")) { Period(from: one.from, until: one.until).words(on: visit.today) }
            if isCurrent {
                changeForm(facts, state, visit)
            } else {
                PartnerFacts.list(one)
            }
            if one.until == nil { endForm(facts, state, visit) } else { resumeForm(facts, visit) }
            if facts.isJustAdded(at: visit.now) {
                p { a(.href(PartnerLinks.removals(one.id, one.region))) { "Per ongeluk toegevoegd? Haal deze partner weg" } }
            }
        }
    }

    static func removal(_ facts: PartnershipFacts, _ visit: Visit, isRefused: Bool = false) -> Page {
        let one = facts.partnership
        return Page(
            "Partner weghalen", status: isRefused ? 409 : 200, region: facts.region.heading,
            trail: trail(facts.region) + [Crumb("\(one.partner.name)", PartnerLinks.one(one.id, one.region))]
        ) {
            h1 { "Wilt u \(one.partner.name) weghalen?" }
            if isRefused { p(.class("problem"), .role("alert")) { "Dit kan niet meer: er is al verder gewerkt met deze partner." } }
            p { "De partner is daarna weg, alsof u die nooit toevoegde. Dit kan niet terug." }
            postForm(PartnerLinks.removals(one.id, one.region), visit) {
                div(.class("buttons")) {
                    sendButton("Haal deze partner weg")
                    a(.href(PartnerLinks.one(one.id, one.region))) { "Laat staan" }
                }
            }
        }
    }

    static func changeForm(_ facts: PartnershipFacts, _ state: FormState, _ visit: Visit) -> Markup {
        let one = facts.partnership
        return section {
            h2 { "Gegevens" }
            if facts.otherRegions > 0 {
                p(.class("who")) {
                    "Deze organisatie doet ook mee in andere regio’s (\(facts.otherRegions)). Wat u wijzigt, wijzigt ook daar."
                }
            }
            postForm(PartnerLinks.one(one.id, one.region), visit, .data(.enhance), .novalidate) {
                editionField(one.partner.edition, visit, showsTheirs: false)
                fields(state, one, visit.today)
                div(.class("buttons")) {
                    sendButton("Bewaren")
                    a(.href(PartnerLinks.all(one.region))) { "Annuleren" }
                }
            }
        }
    }

    private static func endForm(_ facts: PartnershipFacts, _ state: FormState, _ visit: Visit) -> Markup {
        let one = facts.partnership
        return section {
            h2 { "Stopt deze partner?" }
            if facts.people > 0 {
                p {
                    "Er zijn hier mensen met een rol voor deze organisatie (\(facts.people)). Hun rol loopt door. "
                    a(.href(PeopleLinks.all(one.region))) { "Naar de mensen" }
                }
            }
            postForm(PartnerLinks.endings(one.id, one.region), visit, .novalidate) {
                Field("until", "Laatste dag", help: "Daarna staat de partner onder Niet meer partner. U kunt dit terugdraaien.")
                    .line(.date, state)
                sendButton("Partnerschap beëindigen", quiet: true)
            }
        }
    }

    private static func resumeForm(_ facts: PartnershipFacts, _ visit: Visit) -> Markup {
        let one = facts.partnership
        return section(.id("resume")) {
            h2 { "Toch door?" }
            p { "Dan haalt u de laatste dag weg. De partner doet weer mee alsof er niets was." }
            postForm(PartnerLinks.resumptions(one.id, one.region), visit) {
                sendButton("Laatste dag weghalen", quiet: true)
            }
        }
    }

    static func trail(_ region: Region) -> [Crumb] {
        [Crumb("\(region.name)", PartnerLinks.region(region.id)), Crumb("Partners", PartnerLinks.all(region.id))]
    }
}
