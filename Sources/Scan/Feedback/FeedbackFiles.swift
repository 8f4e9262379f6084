internal import Files
internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The figures of a report as rows for a spreadsheet: one row per question, group and answer.
struct FeedbackFiles {
    let view: FeedbackView

    /// The figures of these themes, seen in every way the round has.
    func figures(_ themes: [Theme]) -> [UInt8] {
        let heading: [Phrase] = [
            "Thema", "Vraag", "Kijk op", "Groep", "Mensen", "Antwoord", "Aantal", "Procent", "Toelichting",
        ]
        var file = CSV(heading: heading.map(view.say), rows: [] as [[CSV.Cell]])
        guard figuresHavePeople else { return file.bytes }
        for theme in themes {
            for question in theme.questions {
                for row in rows(question) {
                    file.append([.text(theme.title.text(view.language)), .text(question.text.text(view.language))] + row)
                }
            }
        }
        return file.bytes
    }

    /// The same figures as a workbook, a sheet for each theme.
    func workbook(_ themes: [Theme]) -> WorkbookFile {
        let heading: [Phrase] = ["Vraag", "Kijk op", "Groep", "Mensen", "Antwoord", "Aantal", "Procent", "Toelichting"]
        return WorkbookFile(
            sheets: themes.map { theme in
                let figures = figuresHavePeople ? theme.questions.flatMap(named) : []
                return .init(name: theme.title.text(view.language), heading: heading.map(view.say), rows: figures)
            })
    }

    private func named(_ question: Question) -> [[CSV.Cell]] {
        rows(question).map { [.text(question.text.text(view.language))] + $0 }
    }

    private var figuresHavePeople: Bool { view.figures.whole.people ?? 0 > 0 }

    private func rows(_ question: Question) -> [[CSV.Cell]] {
        sets.flatMap { set -> [[CSV.Cell]] in
            let head: [CSV.Cell] = [.text(set.look), .text(view.say(set.words.said)), .integer(set.people)]
            return cells(question, set.perspective).map { head + $0 }
        }
    }

    private var sets: [(look: String, perspective: Perspective, words: Markup.Label, people: Int)] {
        let all = view.figures.whole.people.map {
            [(look: view.say("iedereen"), perspective: Perspective.whole, words: Markup.Label.phrase("iedereen"), people: $0)]
        }
        return (all ?? [])
            + view.views.flatMap { one in
                view.groups(one).map { (view.say(one.label), $0.perspective, $0.words, $0.people) }
            }
    }

    private func cells(_ question: Question, _ perspective: Perspective) -> [[CSV.Cell]] {
        let names = question.optionWords(view.language, view.say)
        if let table = view.figures.question(question.key),
            let figure = view.figures.figure(table.figures, for: perspective)?.value
        {
            let missing: [Phrase] = ["Weet ik niet", "Niet voor ons", "Geen antwoord"]
            return zip(names + missing.map { view.say($0) }, figure.shares + figure.missing).map { name, share in
                [.text(name)] + cells(share, figure)
            }
        }
        if let table = view.figures.order(question.key),
            let figure = view.figures.figure(table.figures, for: perspective)?.value
        {
            return names.indices.map { item in
                [.text(names[item]), .empty, .empty, .text(view.say("plaats \(figure.place(of: item))"))]
            }
        }
        if let table = view.figures.number(question.key),
            let figure = view.figures.figure(table.figures, for: perspective)?.value
        {
            let parts: [(Phrase, Double)] = [
                ("een kwart is lager dan", figure.lowerQuartile), ("midden", figure.median),
                ("een kwart is hoger dan", figure.upperQuartile),
            ]
            return parts.map { [.text(view.say($0)), .number($1, decimals: 1), .empty, .empty] }
        }
        return []
    }

    private func cells(_ share: Share, _ distribution: Distribution) -> [CSV.Cell] {
        switch share {
        case .counted(let count):
            let percent = distribution.people == 0 ? 0 : Double(count) / Double(distribution.people) * 100
            return [.integer(count), .number(percent, decimals: 0), .empty]
        case .percent(let percent):
            return [.empty, .integer(percent), distribution.basis == .blurred ? .text(view.say("ongeveer")) : .empty]
        case .few, .most: return [.empty, .empty, .text(view.say(ShareWords.full(share, in: distribution)))]
        }
    }

    /// What people wrote in a theme; in a confidential round without anything about who wrote it.
    func answers(_ theme: Theme, _ texts: Published?) -> [UInt8] {
        let isOpen = view.now.threshold == nil
        let origin: [Phrase] = isOpen ? ["Sector", "Niveau", "Organisatie"] : []
        let heading: [Phrase] = ["Vraag", "Antwoord"] + origin
        var file = CSV(heading: heading.map(view.say), rows: [] as [[CSV.Cell]])
        for question in theme.questions where question.kind.isWritten {
            for (name, key) in keys(question) {
                for saying in texts?.text(key)?.answers.value ?? [] {
                    file.append([.text(name), .text(saying.text)] + (isOpen ? View.allCases.map { from(saying, $0) } : []))
                }
            }
        }
        return file.bytes
    }

    private func keys(_ question: Question) -> [(name: String, key: String)] {
        let name = question.text.text(view.language)
        guard question.kind == .swot else { return [(name, question.key)] }
        let boxes: [Phrase] = ["Sterk", "Zwak", "Kansen", "Bedreigingen"]
        return zip(boxes, SurveyColumns.boxes(of: question.key)).map { ("\(name) (\(view.say($0)))", $1) }
    }

    private func from(_ saying: OpenAnswer, _ one: View) -> CSV.Cell {
        let group = saying.from.first { perspective in
            if case .group(one.rawValue, _) = perspective { true } else { false }
        }
        return group.flatMap { GroupWords($0, partners: view.now.partners) }.map { .text(view.say($0.label.said)) } ?? .empty
    }
}
