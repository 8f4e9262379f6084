internal import Database
internal import Markup
internal import Site

extension PartnerPages {
    /// The second of two editors sees both texts: their own in the form, the other's beside it (C7).
    static func changedByOther(_ facts: PartnershipFacts, _ visit: Visit) -> Page {
        Page("Iemand anders wijzigde dit ook", status: 409, region: facts.region.heading, trail: trail(facts.region)) {
            h1 { "Iemand anders wijzigde dit ook" }
            p { "Er is nog niets van u bewaard. Kies wat blijft staan en bewaar opnieuw." }
            div(.class("two")) {
                section {
                    h2 { "Zo staat het nu" }
                    PartnerFacts.list(facts.partnership)
                }
                section {
                    h2 { "Dit typte u" }
                    postForm(PartnerLinks.one(facts.partnership.id, facts.region.id), visit, .data(.enhance), .novalidate) {
                        editionField(facts.partnership.partner.edition, visit, showsTheirs: true)
                        fields(FormState(sent: visit.form), facts.partnership, visit.today)
                        sendButton("Mijn tekst bewaren", next: true)
                    }
                }
            }
        }
    }

    static func endedByOther(_ facts: PartnershipFacts, _ visit: Visit) -> Page {
        let one = facts.partnership
        return Page("Dit partnerschap is al beëindigd", status: 409, region: facts.region.heading, trail: trail(facts.region)) {
            h1 { "Dit partnerschap is al beëindigd" }
            p { "Het is: \(Period(from: one.from, until: one.until).words(on: visit.today))." }
            p { "U koos als laatste dag: \(visit.form.first("until") ?? "")." }
            p { a(.href(PartnerLinks.one(one.id, one.region))) { "Bekijk deze partner" } }
        }
    }
}

/// What is written about a partner, as a list.
enum PartnerFacts {
    static func list(_ one: Partnership) -> Markup {
        dl(.class("particulars")) {
            dt { "Naam" }
            dd { verbatim(one.partner.name) }
            dt { "Sector" }
            dd { one.partner.sector.label }
            dt { "Soort organisatie" }
            dd { verbatim(one.partner.kind) }
            dt { "Omvang" }
            dd { one.partner.size.label }
            dt { "Plaats" }
            dd { verbatim(one.partner.place) }
            dt { "Partner vanaf" }
            dd { one.from.long }
        }
    }
}
