internal import Database
internal import Markup
internal import Membership
internal import Site

/// What can be done on an action's page: the next step, the last one taken back, and reopening.
enum StepForms {
    static let textLimit = 1000
    static let evidenceLimit = 500

    static func forms(_ model: ActionPage.Model, _ visit: Visit) -> Markup {
        model.action.phase.isRunning ? next(model, visit) : reopening(model, visit)
    }

    private static func next(_ model: ActionPage.Model, _ visit: Visit) -> Markup {
        section(.class("next-step")) {
            h2 { "Wat is er gebeurd?" }
            postForm(
                ActionLinks.steps(model.region.id, model.action.id), visit, .class("step-form"), .data(.enhance), .novalidate
            ) {
                editionField(model.action.edition, visit, showsTheirs: model.isStale)
                Field("phase", "Waar staat de actie nu?").choose(model.state, phases, model.action.phase.rawValue)
                Field("text", "Vertel het in een paar zinnen", who: WhoSees.action)
                    .lines(model.state, rows: 3, max: textLimit)
                Field("day", "Wanneer was dat?").line(.date, model.state, model.today.description)
                Field(
                    "evidence", "Waar is het te zien? (mag leeg blijven)",
                    help: "Een adres van een document of pagina, of gewoon waar het ligt."
                ).line(.text, model.state, max: evidenceLimit)
                sendButton("Bewaar deze stap", next: true)
            }
        }
    }

    private static func reopening(_ model: ActionPage.Model, _ visit: Visit) -> Markup {
        details(.class("fold"), .open(model.state.sent != nil)) {
            summary { "Deze actie heropenen" }
            postForm(ActionLinks.reopenings(model.region.id, model.action.id), visit, .data(.enhance), .novalidate) {
                editionField(model.action.edition, visit, showsTheirs: model.isStale)
                Field("text", "Waarom gaat u verder?", who: WhoSees.action).lines(model.state, rows: 3, max: textLimit)
                sendButton("Heropen de actie")
            }
        }
    }

    /// Opening the fold is the confirmation: the button stands beside the words that go.
    static func withdrawal(_ model: ActionPage.Model, _ visit: Visit) -> Markup {
        guard let last = model.steps.last else { return .nothing }
        return details(.class("fold")) {
            summary { "Laatste stap terugnemen" }
            p { "Dan verdwijnt “\(last.step.text)”. De actie gaat terug naar de stap ervoor." }
            postForm(ActionLinks.withdrawals(model.region.id, model.action.id), visit) {
                editionField(model.action.edition, visit, showsTheirs: model.isStale)
                sendButton("Neem deze stap terug", quiet: true)
            }
        }
    }

    private static var phases: [Option] {
        Action.Phase.allCases.map { Option($0.rawValue, $0.label, about: $0.about) }
    }
}
