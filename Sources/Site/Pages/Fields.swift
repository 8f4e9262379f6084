package import Markup

/// The fields of our forms: each with its label, help, who will see it, and what is wrong with it.
package struct Field: Sendable {
    let name: String
    let label: Phrase
    let help: Phrase?
    let who: Phrase?

    /// - Parameters:
    ///   - who: who will see what is typed here, now and later; shown beside the field.
    package init(_ name: String, _ label: Phrase, help: Phrase? = nil, who: Phrase? = nil) {
        self.name = name
        self.label = label
        self.help = help
        self.who = who
    }

    package enum Kind: Sendable {
        case text, email, date, number, password, newPassword

        var type: StaticString {
            switch self {
            case .text: "text"
            case .email: "email"
            case .date: "date"
            case .number: "number"
            case .password, .newPassword: "password"
            }
        }

        /// A password is typed anew, never sent back.
        var isSecret: Bool { self == .password || self == .newPassword }

        var autocomplete: StaticString {
            switch self {
            case .email: "email"
            case .password: "current-password"
            case .newPassword: "new-password"
            case .text, .date, .number: "off"
            }
        }
    }

    /// One line.
    package func line(
        _ kind: Kind = .text, _ state: FormState, _ stored: String = "", max: Int = 200, required: Bool = false,
        suggestions: String? = nil
    ) -> Markup {
        framed(state) { described in
            input(
                .id(name), .name(name), .type(kind.type), .value(kind.isSecret ? "" : state.value(name, or: stored)),
                kind == .date || kind == .number ? nil : .maxlength(max), .autocomplete(kind.autocomplete),
                required ? .required : nil, suggestions.map { .list($0) }, state.problem(name) == nil ? nil : .invalid,
                described.map { .described(by: $0) })
        }
    }

    /// Several lines.
    package func lines(_ state: FormState, _ stored: String = "", rows: Int = 4, max: Int = 4000) -> Markup {
        framed(state) { described in
            textarea(
                .id(name), .name(name), .rows(rows), .maxlength(max), state.problem(name) == nil ? nil : .invalid,
                described.map { .described(by: $0) }
            ) { verbatim(state.value(name, or: stored)) }
        }
    }

    /// One of several, in a list that folds.
    package func pick(_ state: FormState, _ options: [Option], _ stored: String = "", empty: Phrase? = nil) -> Markup {
        let chosen = state.value(name, or: stored)
        return framed(state) { described in
            select(.id(name), .name(name), state.problem(name) == nil ? nil : .invalid, described.map { .described(by: $0) }) {
                if let empty { option(.value("")) { empty } }
                options.markup { one in option(.value(one.value), .selected(one.value == chosen)) { one.label } }
            }
        }
    }

    /// One of several, all in sight.
    package func choose(_ state: FormState, _ options: [Option], _ stored: String = "") -> Markup {
        boxes("radio", state, options, [state.value(name, or: stored)])
    }

    /// Any of several.
    package func tick(_ state: FormState, _ options: [Option], _ stored: [String] = []) -> Markup {
        boxes("checkbox", state, options, state.values(name, or: stored))
    }

    private func boxes(_ type: StaticString, _ state: FormState, _ options: [Option], _ chosen: [String]) -> Markup {
        fieldset(.id(name), .class("field"), described(state).map { .described(by: $0) }) {
            legend { label }
            notes(state)
            options.markup { one in
                Markup.label(.class("level")) {
                    input(.type(type), .name(name), .value(one.value), .checked(chosen.contains(one.value)))
                    span {
                        one.label
                        if let about = one.about { small { about } }
                    }
                }
            }
        }
    }

    private func framed(_ state: FormState, _ control: (String?) -> Markup) -> Markup {
        div(.class("field")) {
            Markup.label(.for(name)) { label }
            notes(state)
            control(described(state))
        }
    }

    private func described(_ state: FormState) -> String? {
        help != nil || who != nil || state.problem(name) != nil ? "\(name)-notes" : nil
    }

    private func notes(_ state: FormState) -> Markup {
        guard let id = described(state) else { return .nothing }
        return div(.id(id), .class("notes")) {
            if let help { p(.class("small")) { help } }
            if let problem = state.problem(name) { p(.class("problem")) { problem } }
            if let who { whoSees(who) }
        }
    }
}

/// A value that can be chosen, with its words.
package struct Option: Sendable {
    package let value: String
    package let label: Markup
    package let about: Phrase?

    package init(_ value: String, _ label: Phrase, about: Phrase? = nil) {
        self.value = value
        self.label = .phrase(label)
        self.about = about
    }

    /// A choice that carries the name of a person or an organisation.
    package init(_ value: String, named name: String, about: Phrase? = nil) {
        self.value = value
        label = .verbatim(name)
        self.about = about
    }
}

extension Markup {
    /// The element `label`; the plain name is taken by ``Field``'s own label.
    static func label(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
        .element(Tag.label, attributes.compactMap(\.self), [content()])
    }
}

/// Who will see this, now and later: stands beside every field whose text goes to others.
package func whoSees(_ sentence: Phrase) -> Markup {
    p(.class("who")) {
        b { "Wie ziet dit?" }
        " \(sentence)"
    }
}

/// The button that sends a form.
package func sendButton(_ words: Phrase, _ attributes: Attribute?..., quiet: Bool = false, next: Bool = false) -> Markup {
    let look: Attribute? = .class(next ? "button next" : quiet ? "button quiet" : "button")
    return .element(Tag.button, ([.type("submit"), look] + attributes).compactMap(\.self), [.phrase(words)])
}
