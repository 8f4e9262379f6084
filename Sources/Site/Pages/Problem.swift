package import Markup

/// Something a person can mend: which field, and what to do about it.
package struct Problem: Sendable, Equatable {
    package let field: String
    package let text: Phrase

    package init(_ field: String, _ text: Phrase) {
        self.field = field
        self.text = text
    }
}

/// What a form shows: the values typed or stored, and what is wrong with them.
package struct FormState: Sendable {
    /// What was just sent; nil when the form is shown for the first time.
    package let sent: Form?
    package let problems: [Problem]

    package init(sent: Form? = nil, problems: [Problem] = []) {
        self.sent = sent
        self.problems = problems
    }

    package static let fresh = FormState()

    package func value(_ name: String, or stored: String = "") -> String {
        guard let sent else { return stored }
        return sent.first(name) ?? ""
    }

    package func values(_ name: String, or stored: [String] = []) -> [String] {
        guard let sent else { return stored }
        return sent.all(name)
    }

    package func problem(_ name: String) -> Phrase? { problems.first { $0.field == name }?.text }

    /// 422 when something is to be mended, so that nothing mistakes it for done.
    package var status: Int { problems.isEmpty ? 200 : 422 }

    /// The summary on top, each problem a link to its field (W5).
    package var summary: Markup {
        guard !problems.isEmpty else { return .nothing }
        return section(.class("problems"), .role("alert"), .labelled(by: "problems-title"), .tabindex(-1)) {
            h2(.id("problems-title")) { "Dit klopt nog niet" }
            ul { problems.markup { problem in li { a(.href(Link("").at(problem.field))) { problem.text } } } }
        }
    }
}
