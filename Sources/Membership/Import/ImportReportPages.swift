internal import Database
internal import Markup
internal import Site

extension ImportPages {
    /// What came of it, and for a day the way back.
    static func report(_ region: Region, _ one: Import, _ problem: Problem?, _ visit: Visit) -> Page {
        let state = FormState(problems: [problem].compactMap(\.self))
        let title: Phrase = one.undoneAt == nil
            ? "Overgenomen: \(one.added) nieuw, \(one.changed) gewijzigd, \(one.unchanged) hetzelfde"
            : "Dit is ongedaan gemaakt"
        return Page(title, status: problem == nil ? 200 : 409, region: region.heading, trail: trail(one.subject, region)) {
            h1 { title }
            state.summary
            if one.undoneAt == nil, one.subject == .people, one.added > 0 { linksStep(region, one, visit) }
            if one.undoneAt == nil, one.subject == .partners { peopleStep(region) }
            p { a(.class("button quiet"), .href(one.subject.home(region.id))) { "Naar de lijst" } }
            if one.canBeUndone(at: visit.now) { undoForm(region, one, visit) }
        }
    }

    private static func peopleStep(_ region: Region) -> Markup {
        section(.class("next-step")) {
            h2 { "Nu mensen toevoegen" }
            p { "Bij elke partner hoort iemand die u kunt vragen. Voeg die mensen ook toe." }
            p { a(.class("button next"), .href(ImportLinks.new(.people, region.id))) { "Voeg mensen toe" } }
        }
    }

    private static func linksStep(_ region: Region, _ one: Import, _ visit: Visit) -> Markup {
        section(.class("next-step")) {
            h2 { "Geef de nieuwe mensen hun link" }
            p { "Met een eigen link kiest ieder een wachtwoord. U ziet de links één keer." }
            postForm(ImportLinks.invitations(one.id, region.id), visit) {
                sendButton("Maak de links", next: true)
            }
        }
    }

    private static func undoForm(_ region: Region, _ one: Import, _ visit: Visit) -> Markup {
        section(.id("undo")) {
            h2 { "Toch niet goed?" }
            p { "Dan haalt u weg wat hiermee nieuw was. Wat u wijzigde wordt weer zoals het was. Dit kan een dag lang." }
            postForm(ImportLinks.reversals(one.id, region.id), visit) {
                sendButton("Maak dit ongedaan", quiet: true)
            }
        }
    }

    /// The links are shown here and never again.
    static func links(_ region: Region, _ links: [WelcomeLink]) -> Page {
        Page("Geef de links door", region: region.heading, trail: PeoplePages.trail(region)) {
            h1 { "Geef ieder een eigen link" }
            p(.class("lead")) { "U ziet de links nu één keer. Ze werken een week." }
            p { "Stuur elke link aan die persoon alleen. Wie al een wachtwoord heeft, logt gewoon in." }
            links.enumerated().markup { index, link in
                section {
                    h2 { verbatim(link.name) }
                    p(.class("small")) { verbatim(link.email) }
                    LinkField.markup(link.address, id: "link-\(index + 1)")
                }
            }
        }
    }
}
