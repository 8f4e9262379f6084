internal import Insight
internal import Markup
internal import Membership
internal import Site

/// What people wrote, as far as it may be shown.
struct TextParts {
    let view: FeedbackView
    let texts: Published?
    /// Which of the answers are shown here, by their place in the list.
    let shown: Range<Int>
    /// The page with all of them; nil where that is this one, or paper.
    var all: Link?

    func list(_ key: String) -> Markup {
        guard let answers = texts?.text(key)?.answers else { return .nothing }
        switch answers {
        case .hidden: return tooFew
        case .shown(let sayings) where sayings.isEmpty: return p(.class("small")) { "Niemand schreef hier iets." }
        case .shown(let sayings): return list(sayings)
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

    private func list(_ sayings: [OpenAnswer]) -> Markup {
        .group([
            ul(.class("sayings")) {
                sayings[shown.clamped(to: sayings.indices)].markup { saying in
                    li {
                        verbatim(saying.text)
                        from(saying)
                    }
                }
            },
            rest(sayings.count),
            view.now.threshold == nil
                ? .nothing : p(.class("small")) { "De antwoorden staan door elkaar, zonder naam of organisatie." },
        ])
    }

    /// That there are more, and where.
    private func rest(_ count: Int) -> Markup {
        guard count > shown.count, shown.lowerBound == 0 else { return .nothing }
        return p(.class("small")) {
            "Hier staan \(shown.count) van de \(count) antwoorden."
            " "
            if let all { a(.href(all)) { "Lees alle antwoorden" } } else { "Het bestand heeft ze alle." }
        }
    }

    private func from(_ saying: OpenAnswer) -> Markup {
        let words = saying.from.compactMap { perspective -> Phrase? in
            if case .group(View.level.rawValue, _) = perspective { return nil }
            return GroupWords(perspective, partners: view.now.partners)?.label.said
        }
        return words.isEmpty ? .nothing : small { Phrase.list(words) }
    }
}
