internal import Markup
internal import Site

/// Somebody's own answers in words, for whoever gave them.
enum OwnAnswers {
    /// Nothing when nothing was answered.
    static func section(_ sheet: AnswerSheet, _ content: Instrument, _ language: Language) -> Markup {
        guard sheet.hasAnswers else { return .nothing }
        return Markup.group([
            h2 { "Uw eigen antwoorden" },
            list(sheet, content.themes, language),
        ])
    }

    static func list(_ sheet: AnswerSheet, _ themes: [Theme], _ language: Language) -> Markup {
        themes.markup { theme in
            if sheet.notForUs.contains(theme.key) {
                h3 { verbatim(theme.title.text(language)) }
                p { "Dit thema is niet voor ons" }
            } else if theme.questions.contains(where: { sheet.answers[$0.key] != nil }) {
                h3 { verbatim(theme.title.text(language)) }
                dl(.class("own-answers")) {
                    theme.questions.markup { question in
                        if let given = sheet.answers[question.key] {
                            dt { verbatim(question.text.text(language)) }
                            dd { words(given, question, language) }
                        }
                    }
                }
            }
        }
    }

    private static func words(_ given: AnswerSheet.Given, _ question: Question, _ language: Language) -> Markup {
        switch (given, question.kind) {
        case (.dontKnow, _): .phrase("Dat weet ik niet")
        case (.level(let level), .scale(let levels)) where levels.indices.contains(level):
            verbatim(levels[level].label.text(language))
        case (.choice(let word), .yesPartlyNo): yesPartlyNo(word)
        case (.choice(let key), .choice(let options)): names([key], options, language)
        case (.choices(let keys), .choices(let options)): names(keys, options, language)
        case (.order(let keys), .order(let options)): names(keys, options, language)
        case (.number(let number), .number(let unit, _, _)):
            .phrase("\(AnsweredNumber.said(number)) \(unit.text(language))")
        case (.text(let text), _): verbatim(text)
        case (.swot(let strengths, let weaknesses, let opportunities, let threats), _):
            boxes([strengths, weaknesses, opportunities, threats])
        default: .nothing
        }
    }

    private static func yesPartlyNo(_ word: String) -> Markup {
        switch YesPartlyNo(rawValue: word) {
        case .yes: .phrase("Ja")
        case .partly: .phrase("Gedeeltelijk")
        case .no: .phrase("Nee")
        case nil: .nothing
        }
    }

    private static func names(_ keys: [String], _ options: [Question.Choice], _ language: Language) -> Markup {
        let found = keys.compactMap { key in options.first { $0.key == key } }
        return ol(.class("plain")) { found.markup { choice in li { verbatim(choice.label.text(language)) } } }
    }

    private static func boxes(_ texts: [String]) -> Markup {
        zip(SwotBox.allCases, texts).markup { box, text in
            if !text.isEmpty {
                p {
                    b { box.label }
                    verbatim(" \(text)")
                }
            }
        }
    }
}
