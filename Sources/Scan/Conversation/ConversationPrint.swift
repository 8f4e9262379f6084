internal import Actions
internal import Database
internal import Markup
internal import Membership
internal import Site

/// The talk on paper (A4): what we are proud of, what we found, who does what until when.
enum ConversationPrint {
    static func page(_ talk: Talk, _ visit: Visit) -> Page {
        Page("Gespreksverslag", region: talk.region.heading, trail: FindingForms.trail(talk)) {
            h1 { "Gesprek over \(talk.round.title)" }
            p(.class("lead")) { whenAndWhere(talk) }
            p(.class("small screen")) { "Afdrukken: Ctrl + P. Op een Mac: ⌘ + P." }
            if !talk.findings(.proud).isEmpty {
                h2 { "Hier zijn we trots op" }
                ul { talk.findings(.proud).markup { one in li { verbatim(one.text) } } }
            }
            h2 { "Wat we samen vaststelden" }
            if talk.findings(.attention).isEmpty { p { "Er zijn nog geen bevindingen." } }
            ol(.class("findings")) { talk.findings(.attention).markup { one in li { finding(one, talk, visit.language) } } }
            h2 { "Wat we gaan doen" }
            actions(talk, visit.today)
        }
    }

    private static func whenAndWhere(_ talk: Talk) -> Phrase {
        let region = talk.region.name
        guard let day = talk.conversation.heldOn else { return "\(region)" }
        if talk.conversation.place.isEmpty { return "\(region), \(day.long)" }
        return "\(region), \(day.long), \(talk.conversation.place)"
    }

    private static func finding(_ finding: Finding, _ talk: Talk, _ language: Language) -> Markup {
        .group([p(.class("said")) { verbatim(finding.text) }, ConversationPages.words(of: finding, talk.content, language)])
    }

    private static func actions(_ talk: Talk, _ today: Day) -> Markup {
        let following = talk.findings.flatMap { talk.actions(from: $0) }
        guard !following.isEmpty else { return p { "Er zijn nog geen acties afgesproken." } }
        return table {
            thead {
                tr {
                    th(.scope("col")) { "Actie" }
                    th(.scope("col")) { "Wie" }
                    th(.scope("col"), .class("n")) { "Tot" }
                }
            }
            tbody {
                following.markup { listed in
                    tr {
                        td { verbatim(listed.action.what) }
                        td { listed.ownerName }
                        td(.class("n")) { listed.when(today) }
                    }
                }
            }
        }
    }
}
