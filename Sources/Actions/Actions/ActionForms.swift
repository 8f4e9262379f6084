internal import Database
package import Markup
internal import Membership
internal import Site

/// The form of an action: one column, with the help beside it.
enum ActionForms {
    struct Model: Sendable {
        let region: Region
        /// Nil for a new action.
        let stored: Action?
        let finding: Finding?
        let people: [Person]
        /// Whoever only owns the action does not give it to somebody else.
        let mayChooseOwner: Bool
        let state: FormState
        let advice: [Smart.Advice]
        /// What somebody else wrote meanwhile; the form holds what was typed.
        var theirs: ListedAction?
        let today: Day
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        let status = model.theirs == nil ? model.state.status : 409
        return Page(
            model.stored == nil ? "Een actie toevoegen" : "Actie wijzigen", status: status,
            region: model.region.heading, trail: trail(model)
        ) {
            h1 { model.stored == nil ? "Wat spreekt u af?" : "De actie wijzigen" }
            model.state.summary
            if let theirs = model.theirs { meanwhile(theirs, model.today) }
            source(model.finding)
            body(model, visit)
        }
    }

    private static func trail(_ model: Model) -> [Crumb] {
        let region = model.region.id
        guard let stored = model.stored else { return [Crumb("Acties", ActionLinks.list(region))] }
        let list = model.mayChooseOwner ? Crumb("Acties", ActionLinks.list(region)) : Crumb("Mijn acties", ActionLinks.mine)
        return [list, Crumb("\(stored.what)", ActionLinks.action(region, stored.id))]
    }

    private static func body(_ model: Model, _ visit: Visit) -> Markup {
        let region = model.region.id
        let target = model.stored.map { ActionLinks.action(region, $0.id) } ?? ActionLinks.list(region)
        return postForm(target, visit, .class("with-advice"), .data(.enhance), .novalidate) {
            div(.class("fields")) { fields(model, visit) }
            SmartPages.box(region, model.advice, isEmpty: model.stored == nil && model.state.sent == nil)
            div(.class("send")) {
                sendButton(model.stored == nil ? "Voeg de actie toe" : "Bewaar de actie", next: true)
                p { a(.href(model.stored.map { ActionLinks.action(region, $0.id) } ?? ActionLinks.list(region))) { "Annuleren" } }
            }
        }
    }

    private static func fields(_ model: Model, _ visit: Visit) -> Markup {
        let stored = model.stored
        return .group([
            stored.map { editionField($0.edition, visit, showsTheirs: model.theirs != nil) } ?? onceField(visit),
            model.finding.map { input(.type("hidden"), .name("finding"), .value($0.id.text)) } ?? .nothing,
            Field(
                "what", "Wat gaat u doen?", help: "Eén zin. Bijvoorbeeld: zes docenten lopen een dag mee bij een bedrijf.",
                who: WhoSees.action
            )
                .lines(model.state, stored?.what ?? "", rows: 2, max: ActionDraft.whatLimit),
            Field("serves", "Waarvoor is dit?", help: "De nood of de ambitie waar dit aan bijdraagt.")
                .lines(model.state, stored?.serves ?? "", rows: 2, max: ActionDraft.servesLimit),
            owner(model),
            Field("until", "Wanneer is het klaar?", help: "Mag leeg blijven.")
                .line(.date, model.state, stored?.until?.description ?? ""),
        ])
    }

    private static func owner(_ model: Model) -> Markup {
        guard model.mayChooseOwner else { return .nothing }
        return Field("owner", "Wie trekt dit?", help: "Eén persoon die ervoor zorgt. Alleen doen hoeft niet.")
            .pick(
                model.state, model.people.map { Option($0.id.text, named: $0.name) }, model.stored?.owner?.text ?? "",
                empty: "nog niemand")
    }

    private static func source(_ finding: Finding?) -> Markup {
        guard let finding else { return .nothing }
        return p(.class("from")) {
            span(.class("small")) { "Deze actie volgt uit:" }
            br()
            verbatim(finding.text)
        }
    }

    private static func meanwhile(_ theirs: ListedAction, _ today: Day) -> Markup {
        Meanwhile.notice {
            dl {
                dt { "Wat" }
                dd { verbatim(theirs.action.what) }
                dt { "Waarvoor" }
                dd { theirs.action.serves.isEmpty ? .phrase("nog niets") : verbatim(theirs.action.serves) }
                dt { "Wie" }
                dd { theirs.ownerName }
                dt { "Tot" }
                dd { theirs.when(today) }
            }
        }
    }
}

/// Two people changed one thing: the second sees both texts, and decides.
package enum Meanwhile {
    /// What the other wrote, above the form that holds what was typed here.
    package static func notice(@MarkupBuilder theirs: () -> Markup) -> Markup {
        section(.class("meanwhile"), .role("alert"), .labelled(by: "meanwhile-title")) {
            h2(.id("meanwhile-title")) { "Iemand anders was u net voor" }
            p { "Uw tekst staat hieronder nog en is niet bewaard. Dit staat er nu:" }
            theirs()
            p { "Neem over wat u wilt houden. Bewaar daarna opnieuw: dan geldt uw tekst." }
        }
    }
}
