internal import Markup
internal import Site

/// Options to be put in order: a place beside each, and buttons that move one a step, which work without script.
struct OrderView {
    let key: String
    let options: [Question.Choice]
    let state: FormState
    let language: Language

    var markup: Markup {
        let ranking = Ranking(options.map(\.key)) { state.value(AnswerField.part(key, $0)) }
        let shown = ranking.shown.compactMap { key in options.first { $0.key == key } }
        return .group([
            p(.class("small")) { "Geef wat u het belangrijkst vindt nummer 1. Of schuif met de knoppen." },
            ol(.class("order")) {
                shown.enumerated().markup { place, choice in
                    row(choice, isFirst: place == 0, isLast: place == shown.count - 1)
                }
            },
        ])
    }

    private func row(_ choice: Question.Choice, isFirst: Bool, isLast: Bool) -> Markup {
        let field = AnswerField.part(key, choice.key)
        let words = choice.label.text(language)
        return li {
            select(.id(field), .name(field)) {
                option(.value("")) { verbatim("–") }
                (1...max(1, options.count)).markup { place in
                    option(.value(String(place)), .selected(state.value(field) == String(place))) { verbatim(place) }
                }
            }
            label(.for(field)) { verbatim(words) }
            move(.up, choice, "Zet hoger: \(words)", isDisabled: isFirst) { verbatim("↑") }
            move(.down, choice, "Zet lager: \(words)", isDisabled: isLast) { verbatim("↓") }
        }
    }

    private func move(
        _ direction: AnswerField.Direction, _ choice: Question.Choice, _ words: Phrase, isDisabled: Bool,
        @MarkupBuilder sign: () -> Markup
    ) -> Markup {
        button(
            .type("submit"), .class("move"), .name(AnswerField.move),
            .value(AnswerField.move(direction, key, choice.key)), .label(words), isDisabled ? .disabled : nil
        ) { sign() }
    }
}
