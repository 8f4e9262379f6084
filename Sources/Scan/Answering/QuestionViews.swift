internal import Markup
internal import Site

/// Each kind of question as a respondent sees it. What is filled in comes from the state alone.
enum QuestionViews {
    static func question(_ question: Question, _ state: FormState, _ language: Language) -> Markup {
        let view = QuestionView(question: question, state: state, language: language)
        return fieldset(.id(view.name), .class("question"), view.problemID.map { .described(by: $0) }) {
            legend { view.heading }
            if !question.help.isEmpty { p(.class("small")) { verbatim(question.help.text(language)) } }
            if let problem = view.problem { p(.id("\(view.name)-problem"), .class("problem")) { problem } }
            view.control
        }
    }
}

private struct QuestionView {
    let question: Question
    let state: FormState
    let language: Language

    var name: String { AnswerField.answer(question.key) }
    var problem: Phrase? { state.problem(name) }
    var problemID: String? { problem == nil ? nil : "\(name)-problem" }
    private var field: String { "\(name)-field" }

    /// Where one field is the whole answer, the question is its label.
    @MarkupBuilder var heading: Markup {
        switch question.kind {
        case .number, .text: label(.for(field)) { verbatim(question.text.text(language)) }
        default: verbatim(question.text.text(language))
        }
    }

    @MarkupBuilder var control: Markup {
        switch question.kind {
        case .scale(let levels):
            levels.indices.markup { index in radio(String(index), level(levels[index])) }
            radio(AnswerField.unknown, .phrase("Dat weet ik niet"))
        case .yesPartlyNo:
            radio(YesPartlyNo.yes.rawValue, .phrase("Ja"))
            radio(YesPartlyNo.partly.rawValue, .phrase("Gedeeltelijk"))
            radio(YesPartlyNo.no.rawValue, .phrase("Nee"))
            radio(AnswerField.unknown, .phrase("Dat weet ik niet"))
        case .choice(let options):
            options.markup { radio($0.key, verbatim($0.label.text(language))) }
            radio(AnswerField.unknown, .phrase("Dat weet ik niet"))
        case .choices(let options):
            p(.class("small")) { "U mag er meer dan één kiezen." }
            options.markup { box(name, $0.key, verbatim($0.label.text(language))) }
            dontKnow
        case .order(let options):
            OrderView(key: question.key, options: options, state: state, language: language).markup
            dontKnow
        case .number(let unit, _, _):
            number(unit)
            dontKnow
        case .text:
            textarea(.id(field), .name(name), .rows(4), problem == nil ? nil : .invalid) { verbatim(state.value(name)) }
            dontKnow
        case .swot:
            boxes
            dontKnow
        }
    }

    private func level(_ level: Question.ScaleLevel) -> Markup {
        .group([
            verbatim(level.label.text(language)),
            level.about.isEmpty ? .nothing : small { verbatim(level.about.text(language)) },
        ])
    }

    private func radio(_ value: String, _ words: Markup) -> Markup {
        label(.class("level")) {
            input(.type("radio"), .name(name), .value(value), .checked(state.value(name) == value))
            span { words }
        }
    }

    private func box(_ name: String, _ value: String, _ words: Markup) -> Markup {
        label(.class("level")) {
            input(.type("checkbox"), .name(name), .value(value), .checked(state.values(name).contains(value)))
            span { words }
        }
    }

    private var dontKnow: Markup { box(AnswerField.dontKnow(question.key), "1", .phrase("Dat weet ik niet")) }

    private func number(_ unit: Wording) -> Markup {
        div(.class("number")) {
            input(
                .id(field), .name(name), .type("text"), .inputmode("decimal"), .autocomplete("off"),
                .value(state.value(name)), .described(by: "\(name)-unit"), problem == nil ? nil : .invalid)
            span(.id("\(name)-unit")) { verbatim(unit.text(language)) }
        }
    }

    private var boxes: Markup {
        div(.class("swot")) {
            SwotBox.allCases.markup { box in
                let field = AnswerField.part(question.key, box.rawValue)
                div {
                    label(.for(field)) { box.label }
                    if let problem = state.problem(field) { p(.class("problem")) { problem } }
                    textarea(.id(field), .name(field), .rows(3), state.problem(field) == nil ? nil : .invalid) {
                        verbatim(state.value(field))
                    }
                }
            }
        }
    }
}

extension SwotBox {
    var label: Phrase {
        switch self {
        case .strengths: "Sterk: wat gaat goed?"
        case .weaknesses: "Zwak: wat gaat nog niet goed?"
        case .opportunities: "Kans: wat helpt ons van buiten?"
        case .threats: "Bedreiging: wat kan ons van buiten schaden?"
        }
    }
}
