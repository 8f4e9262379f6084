internal import Markup
internal import Membership
internal import Site

/// How the help shows: a list that is also the answer to our own script.
enum SmartPages {
    /// The box beside a form; the script fills it again while somebody types.
    static func box(_ region: Region.ID, _ advice: [Smart.Advice], isEmpty: Bool) -> Markup {
        aside(.class("advice"), .labelled(by: "advice-title")) {
            h2(.id("advice-title")) { "Kan het scherper?" }
            div(.data(.check, ActionLinks.advice(region).text), .live("polite")) {
                isEmpty ? introduction : list(advice)
            }
            p(.class("small")) { "Dit is hulp, geen keuring. U kunt altijd bewaren." }
        }
    }

    /// The advice itself, or that there is none.
    static func list(_ advice: [Smart.Advice]) -> Markup {
        guard !advice.isEmpty else { return p { "Dit is een heldere actie. Niets op aan te merken." } }
        return dl { advice.markup { one in .group([dt { one.aspect.label }, dd { one.text }]) } }
    }

    static var introduction: Markup {
        .group([
            p { "Een goede actie is SMART: specifiek, meetbaar, geaccepteerd, realistisch en tijdgebonden." },
            p { "En u weet waarvoor u het doet." },
        ])
    }
}
