internal import Insight
internal import Markup
internal import Membership
internal import Site

/// What people wrote, as far as it may be shown.
struct TextParts {
    let view: FeedbackView
    let texts: Published?
    let most: Int

    func list(_ key: String) -> Markup {
        guard let answers = texts?.text(key)?.answers else { return .nothing }
        switch answers {
        case .hidden: return tooFew
        case .shown(let sayings) where sayings.isEmpty: return p(.class("small")) { "Niemand schreef hier iets." }
        case .shown(let sayings): return shown(sayings)
        }
    }

    /// The four boxes of a SWOT.
    func boxes(_ question: String) -> Markup {
        let titles: [Phrase] = ["Sterk", "Zwak", "Kansen", "Bedreigingen"]
        return zip(titles, SurveyColumns.boxes(of: question)).map { $0 }.markup { title, key in
            h4 { title }
            list(key)
        }
    }

    private var tooFew: Markup {
        p(.class("small")) { "Open antwoorden tonen we pas vanaf 10 mensen. Zo is niet te raden wie wat schreef." }
    }

    private func shown(_ sayings: [OpenAnswer]) -> Markup {
        .group([
            ul(.class("sayings")) {
                sayings.prefix(most).markup { saying in
                    li {
                        verbatim(saying.text)
                        from(saying)
                    }
                }
            },
            sayings.count <= most
                ? .nothing : p(.class("small")) { "Hier staan \(most) van de \(sayings.count) antwoorden. Het bestand heeft ze alle." },
            view.now.threshold == nil
                ? .nothing : p(.class("small")) { "De antwoorden staan door elkaar, zonder naam of organisatie." },
        ])
    }

    private func from(_ saying: OpenAnswer) -> Markup {
        let words = saying.from.compactMap { perspective -> Phrase? in
            if case .group(View.level.rawValue, _) = perspective { return nil }
            return GroupWords(perspective, partners: view.now.partners)?.label.said
        }
        return words.isEmpty ? .nothing : small { Phrase.list(words) }
    }
}
