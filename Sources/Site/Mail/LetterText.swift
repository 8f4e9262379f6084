package import Markup

/// A letter in words: as plain text and as HTML, in one language.
struct LetterText {
    let letter: Letter
    let words: Vocabulary
    /// What the letter's addresses begin with: `https://regio.example.nl`.
    let place: String
    /// Where its receiver ends letters of this kind.
    let off: Link?

    var subject: String { words.text(letter.subject) }

    // MARK: Plain

    var plain: String {
        let parts = letter.parts.map(plain) + (off == nil ? [] : ["-- \n" + ending.map(plain).joined(separator: "\n")])
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func plain(_ part: Letter.Part) -> String {
        switch part {
        case .heading(let phrase): words.text(phrase).uppercased()
        case .paragraph(let phrase), .small(let phrase): words.text(phrase)
        case .list(let lines): lines.map { "- \(words.text($0))" }.joined(separator: "\n")
        case .button(let phrase, let link): "\(words.text(phrase)):\n\(place)\(link.text)"
        }
    }

    /// Why the letter came, and how to end that.
    private var ending: [Letter.Part] {
        guard let off, let topic = letter.topic else { return [] }
        return [.small(topic.why), .button(topic.end, off)]
    }

    // MARK: HTML

    var markup: [UInt8] {
        html(.lang(words.code)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                title { letter.subject }
                letterLook()
            }
            body {
                letter.parts.markup(written)
                if off != nil { div(.class("end")) { ending.markup(quietly) } }
            }
        }.document(in: words)
    }

    private func written(_ part: Letter.Part) -> Markup {
        switch part {
        case .heading(let phrase): h2 { phrase }
        case .paragraph(let phrase): p { phrase }
        case .list(let lines): ul { lines.markup { line in li { line } } }
        case .button(let phrase, let link): p { a(.class("button"), address(link)) { phrase } }
        case .small(let phrase): p(.class("small")) { phrase }
        }
    }

    private func quietly(_ part: Letter.Part) -> Markup {
        if case .button(let phrase, let link) = part { return p(.class("small")) { a(address(link)) { phrase } } }
        return written(part)
    }

    private func address(_ link: Link) -> Attribute? { Link(elsewhere: place + link.text).map { .href($0) } }
}

extension MailTopic {
    /// Why somebody gets letters of this kind.
    package var why: Phrase {
        switch self {
        case .rounds: "U krijgt deze mail omdat een regio u om uw kijk vraagt."
        case .actions: "U krijgt deze mail op maandag, als u een lopende actie hebt."
        }
    }

    package var end: Phrase {
        switch self {
        case .rounds: "Stuur mij geen mail meer over rondes"
        case .actions: "Stuur mij deze mail niet meer"
        }
    }
}
