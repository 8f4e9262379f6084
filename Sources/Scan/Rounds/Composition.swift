internal import Site

/// Changes to a round's questions, one at a time. Keys stay with what they mean, whatever is done to the words.
package struct Composition: Sendable, Equatable {
    package private(set) var content: Instrument

    package init(_ content: Instrument) { self.content = content }

    package enum Direction: String, Sendable { case up, down }

    package func question(_ key: String) -> Question? { content.questions.first { $0.key == key } }

    /// The theme that holds a question.
    package func theme(of question: String) -> Theme? {
        content.themes.first { $0.questions.contains { $0.key == question } }
    }

    /// False when it is not there, or already first or last.
    package mutating func moveTheme(_ key: String, _ direction: Direction) -> Bool {
        guard let place = content.themes.firstIndex(where: { $0.key == key }) else { return false }
        return Self.move(&content.themes, place, direction)
    }

    /// Within its theme.
    package mutating func moveQuestion(_ key: String, _ direction: Direction) -> Bool {
        guard let place = self.place(of: key) else { return false }
        return Self.move(&content.themes[place.theme].questions, place.question, direction)
    }

    private static func move<T>(_ items: inout [T], _ place: Int, _ direction: Direction) -> Bool {
        let other = direction == .up ? place - 1 : place + 1
        guard items.indices.contains(other) else { return false }
        items.swapAt(place, other)
        return true
    }

    package mutating func removeTheme(_ key: String) -> Bool {
        let before = content.themes.count
        content.themes.removeAll { $0.key == key }
        return content.themes.count < before
    }

    package mutating func removeQuestion(_ key: String) -> Bool {
        guard let place = place(of: key) else { return false }
        content.themes[place.theme].questions.remove(at: place.question)
        return true
    }

    package mutating func add(_ theme: Theme) { content.themes.append(theme) }

    /// At the end of its theme. False when the theme is not there.
    package mutating func add(_ question: Question, to theme: String) -> Bool {
        guard let place = content.themes.firstIndex(where: { $0.key == theme }) else { return false }
        content.themes[place].questions.append(question)
        return true
    }

    package mutating func replace(_ key: String, with question: Question) -> Bool {
        guard let place = place(of: key) else { return false }
        content.themes[place.theme].questions[place.question] = question
        return true
    }

    package mutating func rewordTheme(_ key: String, title: String, about: String) -> Bool {
        guard let place = content.themes.firstIndex(where: { $0.key == key }) else { return false }
        content.themes[place].title = content.themes[place].title.reworded(title)
        content.themes[place].about = content.themes[place].about.reworded(about)
        return true
    }

    /// Takes in exactly the questions of `library` that are in `keys`; the region's own questions and words stay.
    package mutating func pick(_ keys: Set<String>, from library: Instrument) {
        for theme in library.themes {
            for question in theme.questions { keys.contains(question.key) ? include(question, theme) : leaveOut(question.key) }
        }
        let known = Set(library.themes.map(\.key))
        content.themes.removeAll { known.contains($0.key) && $0.questions.isEmpty }
    }

    private mutating func include(_ question: Question, _ theme: Theme) {
        guard self.question(question.key) == nil else { return }
        if let place = content.themes.firstIndex(where: { $0.key == theme.key }) {
            content.themes[place].questions.append(question)
        } else {
            var empty = theme
            empty.questions = [question]
            content.themes.append(empty)
        }
    }

    private mutating func leaveOut(_ key: String) { _ = removeQuestion(key) }

    private func place(of key: String) -> (theme: Int, question: Int)? {
        for (theme, one) in content.themes.enumerated() {
            if let question = one.questions.firstIndex(where: { $0.key == key }) { return (theme, question) }
        }
        return nil
    }

    /// A key that was never used and never will be again: it tells nothing but apart.
    package static func newKey(_ start: String) -> String { "\(start)-\(Secret.new().text.prefix(10))" }
}

extension Wording {
    /// The same words keep their translation; other words have none until somebody gives it.
    package func reworded(_ dutch: String) -> Wording { dutch == nl ? self : Wording(nl: dutch) }
}

extension Question.Kind {
    /// Whether answers to one can stand beside answers to the other: the same kind with as many levels in their order.
    package func means(as other: Question.Kind) -> Bool {
        switch (self, other) {
        case (.scale(let left), .scale(let right)):
            let (one, two) = (left.map(\.label.nl), right.map(\.label.nl))
            return left.count == right.count && (one == two || Set(one) != Set(two))
        case (.yesPartlyNo, .yesPartlyNo), (.choice, .choice), (.choices, .choices), (.order, .order), (.text, .text),
            (.swot, .swot):
            return true
        case (.number(let one, _, _), .number(let two, _, _)): return one.nl == two.nl
        default: return false
        }
    }
}
