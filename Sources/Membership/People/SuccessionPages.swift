internal import Database
internal import Markup
internal import Site

enum SuccessionPages {
    static func ask(_ facts: SuccessionFacts, _ state: FormState, _ visit: Visit) -> Page {
        let one = facts.appointee
        return Page(
            "Rol beëindigen", status: state.status, region: facts.region.heading, trail: trail(facts)
        ) {
            h1 { "Wie neemt het over van \(one.person.name)?" }
            p(.class("lead")) { "Rol: \(one.role.label), \(Period(from: one.from, until: one.until).words(on: visit.today))." }
            state.summary
            openWork(facts.open)
            form(facts, state, visit)
        }
    }

    private static func openWork(_ open: [OpenWork]) -> Markup {
        section {
            h2 { "Wat nog open staat" }
            if open.isEmpty {
                p { "Op deze naam staat in deze regio niets meer open." }
            } else {
                ul { open.markup { work in li { work.words } } }
                p { "De opvolger krijgt dit meteen op zijn of haar naam. Zonder opvolger blijft het staan." }
            }
        }
    }

    private static func form(_ facts: SuccessionFacts, _ state: FormState, _ visit: Visit) -> Markup {
        let one = facts.appointee
        return postForm(PeopleLinks.endings(one.id, facts.region.id), visit, .data(.enhance), .novalidate) {
            input(.type("hidden"), .name("until-was"), .value(one.until?.description ?? ""))
            Field("when", "Wanneer stopt de rol?").choose(state, [
                Option("now", "Nu meteen", about: "De toegang stopt direct. De opvolger begint vandaag."),
                Option("later", "Na een laatste dag", about: "De opvolger begint de dag erna."),
            ])
            Field("until", "Laatste dag", help: "Alleen als u koos voor een laatste dag.")
                .line(.date, state, one.until?.description ?? "")
            Field("successor", "Wie neemt de rol over?").pick(
                state, candidates(facts, visit.today) + [
                    Option("new", "Iemand anders: vul hieronder de naam in"), Option("nobody", "Niemand"),
                ], empty: "Kies een opvolger")
            fieldset(.class("field")) {
                legend { "Iemand die hier nog niet meedoet" }
                PeoplePages.personFields(state)
            }
            sendButton("Rol beëindigen", next: true)
        }
    }

    private static func candidates(_ facts: SuccessionFacts, _ today: Day) -> [Option] {
        Succession.candidates(for: facts.appointee, facts.all, today).map { Option($0.id.text, named: $0.name) }
    }

    /// Somebody else ended it in the meantime: what it is now, and what was chosen.
    static func changedByOther(_ facts: SuccessionFacts, _ visit: Visit) -> Page {
        let one = facts.appointee
        return Page("Iemand anders wijzigde deze rol", status: 409, region: facts.region.heading, trail: trail(facts)) {
            h1 { "Iemand anders wijzigde deze rol" }
            p { "Er is nog niets van u bewaard." }
            div(.class("two")) {
                section {
                    h2 { "Zo staat het nu" }
                    PeoplePages.facts(one, visit.today)
                }
                if one.isCurrent(on: visit.today) {
                    section {
                        h2 { "Dit koos u" }
                        form(facts, FormState(sent: visit.form), visit)
                    }
                } else {
                    section {
                        h2 { "Dit koos u" }
                        KeptText.list(visit.form)
                        p { a(.href(PeopleLinks.all(facts.region.id))) { "Naar de mensen" } }
                    }
                }
            }
        }
    }

    private static func trail(_ facts: SuccessionFacts) -> [Crumb] {
        PeoplePages.trail(facts.region) + [
            Crumb("\(facts.appointee.person.name)", PeopleLinks.one(facts.appointee.id, facts.region.id))
        ]
    }
}
