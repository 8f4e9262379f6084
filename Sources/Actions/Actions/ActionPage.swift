internal import Database
internal import Markup
internal import Membership
internal import Site

/// One action: what it is, where it stands, and how it got there.
enum ActionPage {
    struct Model: Sendable {
        let region: Region
        let listed: ListedAction
        let finding: Finding?
        let steps: [TakenStep]
        let advice: [Smart.Advice]
        let mayChange: Bool
        /// Whether whoever looks works on all actions, and nothing happened yet.
        let mayRemove: Bool
        /// Whether the region's list is open to whoever looks.
        let seesList: Bool
        let today: Day
        var state = FormState.fresh
        /// A step was sent from an older edition: what was typed is in the form, what changed is on the page.
        var isStale = false

        var action: Action { listed.action }
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        let region = model.region
        let back = model.seesList ? Crumb("Acties", ActionLinks.list(region.id)) : Crumb("Mijn acties", ActionLinks.mine)
        return Page(
            "\(model.action.what)", status: model.isStale ? 409 : model.state.status, region: region.heading, trail: [back]
        ) {
            h1 { verbatim(model.action.what) }
            model.state.summary
            standing(model)
            if model.isStale { stale }
            div(.class("two")) {
                section { facts(model) }
                section { history(model, visit) }
            }
            if model.mayChange { StepForms.forms(model, visit) }
        }
    }

    static func removal(_ model: Model, _ visit: Visit) -> Page {
        let link = ActionLinks.action(model.region.id, model.action.id)
        return Page(
            "Actie weghalen", region: model.region.heading,
            trail: [Crumb("Acties", ActionLinks.list(model.region.id)), Crumb("\(model.action.what)", link)]
        ) {
            h1 { "Wilt u deze actie weghalen?" }
            blockquote { verbatim(model.action.what) }
            p { "De actie is daarna weg. Er is nog geen stap opgeschreven. Dit kan niet terug." }
            postForm(ActionLinks.removals(model.region.id, model.action.id), visit) {
                editionField(model.action.edition, visit, showsTheirs: true)
                div(.class("buttons")) {
                    sendButton("Haal deze actie weg")
                    a(.href(link)) { "Laat staan" }
                }
            }
        }
    }

    private static func standing(_ model: Model) -> Markup {
        let late = model.action.isOverdue(on: model.today)
        return .group([
            model.action.phase.isRunning ? wheel(model.action.phase) : .nothing,
            p(.class("lead")) { late ? lateWords(model) : model.action.phase.about(ended: model.listed.lastDay, model.today) },
        ])
    }

    private static func lateWords(_ model: Model) -> Phrase {
        let days = model.action.until.map { model.today.number - $0.number } ?? 0
        return days == 1 ? "Eén dag over de datum." : "\(days) dagen over de datum."
    }

    /// Plan, do, check, act as a short path, with where it stands.
    private static func wheel(_ now: Action.Phase) -> Markup {
        ol(.class("wheel"), .label("Fasen van de actie")) {
            Action.Phase.allCases.filter(\.isRunning).markup { phase in
                li(phase == now ? .class("now") : nil, phase == now ? .current("step") : nil) { phase.label }
            }
        }
    }

    private static var stale: Markup {
        section(.class("meanwhile"), .role("alert")) {
            h2 { "Iemand anders was u net voor" }
            p { "Deze actie is intussen veranderd. Op deze pagina ziet u hoe ze nu is." }
            p { "Uw tekst is niet bewaard, maar staat nog in het formulier. Kijk of die nog klopt en bewaar opnieuw." }
        }
    }

    private static func facts(_ model: Model) -> Markup {
        .group([
            h2 { "Afspraak" },
            dl(.class("terms")) {
                dt { "Waarvoor" }
                dd {
                    model.action.serves.isEmpty
                        ? span(.class("late")) { "nog niet ingevuld" } : verbatim(model.action.serves)
                }
                dt { "Wie" }
                dd { model.listed.ownerName }
                dt { "Tot" }
                dd { model.listed.when(model.today) }
                if let finding = model.finding {
                    dt { "Volgt uit" }
                    dd {
                        if model.seesList {
                            a(.href(ActionLinks.talk(finding).at("findings"))) { verbatim(finding.text) }
                        } else {
                            verbatim(finding.text)
                        }
                    }
                }
            },
            model.mayChange
                ? p(.class("doing")) {
                    a(.href(ActionLinks.edit(model.region.id, model.action.id))) { "Wijzig deze afspraak" }
                    if model.mayRemove {
                        a(.href(ActionLinks.removals(model.region.id, model.action.id))) { "Haal deze actie weg" }
                    }
                } : .nothing,
            advice(model),
        ])
    }

    private static func advice(_ model: Model) -> Markup {
        guard model.mayChange, model.action.phase.isRunning, !model.advice.isEmpty else { return .nothing }
        return aside(.class("advice"), .labelled(by: "advice-title")) {
            h3(.id("advice-title")) { "Kan het scherper?" }
            SmartPages.list(model.advice)
        }
    }

    private static func history(_ model: Model, _ visit: Visit) -> Markup {
        .group([
            h2 { "Wat er gebeurde" },
            model.steps.isEmpty
                ? p { "Er is nog geen stap opgeschreven." }
                : ol(.class("history")) { model.steps.reversed().markup { step($0, model.today) } },
            model.mayChange ? StepForms.withdrawal(model, visit) : .nothing,
        ])
    }

    private static func step(_ taken: TakenStep, _ today: Day) -> Markup {
        li {
            b { taken.step.phase.label }
            span(.class("small")) { " \(ListedAction.date(taken.step.day, today)), \(taken.name)" }
            p { verbatim(taken.step.text) }
            evidence(taken.step.evidence)
        }
    }

    /// A link only where it is an address of the web; anything else is text.
    private static func evidence(_ typed: String) -> Markup {
        guard !typed.isEmpty else { return .nothing }
        return p(.class("small")) {
            "Bewijs: "
            if let link = Link(elsewhere: typed) {
                a(.href(link), .rel("noopener noreferrer")) { verbatim(typed) }
            } else {
                verbatim(typed)
            }
        }
    }
}

extension Action.Phase {
    /// The sentence under the name of an action.
    fileprivate func about(ended: Day?, _ today: Day) -> Phrase {
        guard !isRunning, let ended else { return about }
        let day = ListedAction.date(ended, today)
        return self == .done ? "Klaar sinds \(day)." : "Gestopt op \(day)."
    }
}
