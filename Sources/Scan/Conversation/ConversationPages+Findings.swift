internal import Actions
internal import Database
internal import Markup
internal import Membership
internal import Site

extension ConversationPages {
    static func proud(_ model: Model) -> Markup {
        let proud = model.talk.findings(.proud)
        return section(.id("proud")) {
            h2 { "Hier zijn we trots op" }
            if proud.isEmpty { p { "Begin het gesprek hiermee: wat ging goed, en mag zo blijven?" } }
            list(proud, model)
            add("Voeg toe waar u trots op bent", .proud, model)
        }
    }

    static func findings(_ model: Model) -> Markup {
        let found = model.talk.findings(.attention)
        return section(.id("findings")) {
            h2 { "Bevindingen" }
            if found.isEmpty { p { "Een bevinding is een zin waar u het samen over eens bent." } }
            list(found, model)
            add("Voeg een bevinding toe", .attention, model)
        }
    }

    private static func list(_ findings: [Finding], _ model: Model) -> Markup {
        guard !findings.isEmpty else { return .nothing }
        return ol(.class("findings")) { findings.markup { one in li { finding(one, model) } } }
    }

    private static func finding(_ finding: Finding, _ model: Model) -> Markup {
        let (region, round) = (model.talk.region.id, model.talk.round.id)
        let following = model.talk.actions(from: finding)
        return .group([
            p(.class("said")) { verbatim(finding.text) },
            words(of: finding, model.talk.content, model.language),
            following.isEmpty
                ? .nothing
                : .group([
                    p(.class("tag small")) { "Acties" },
                    ul(.class("following")) { following.markup { action($0, model.today) } },
                ]),
            model.mayChange
                ? p(.class("doing")) {
                    a(.href(ActionLinks.new(region, from: finding.id))) { "Maak hier een actie van" }
                    a(.href(ConversationLinks.finding(region, round, finding.id))) { "Wijzig" }
                    a(.href(ConversationLinks.removal(region, round, finding.id))) { "Haal weg" }
                } : .nothing,
        ])
    }

    private static func action(_ listed: ListedAction, _ today: Day) -> Markup {
        li {
            a(.href(ActionLinks.action(listed.action.region, listed.action.id))) { verbatim(listed.action.what) }
            span(.class("small")) {
                " "
                listed.ownerName
                " · "
                listed.action.phase.label
                if let until = listed.action.until { " · tot \(ListedAction.date(until, today))" }
                if listed.action.isOverdue(on: today) { " · over de datum" }
            }
        }
    }

    /// The questions that a finding is about, in their own words. A key that the round no longer asks is left out.
    static func words(of finding: Finding, _ content: Instrument, _ language: Language) -> Markup {
        let asked = content.questions.filter { finding.questions.contains($0.key) }
        guard !asked.isEmpty else { return .nothing }
        return .group([
            p(.class("tag small")) { "Gaat over" },
            ul(.class("asked small")) { asked.markup { question in li { verbatim(question.text.text(language)) } } },
        ])
    }

    private static func add(_ words: Phrase, _ kind: Finding.Kind, _ model: Model) -> Markup {
        guard model.mayChange else { return .nothing }
        let link = ConversationLinks.newFinding(model.talk.region.id, model.talk.round.id, kind)
        return p { a(.class("button quiet"), .href(link)) { words } }
    }
}
