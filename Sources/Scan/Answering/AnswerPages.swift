internal import Database
internal import Markup
internal import Membership
internal import Site

/// The screens of somebody who answers: the start, the questions, the thanks.
struct AnswerPages {
    let round: Round
    let region: Region
    let content: AskedContent
    let place: AnswerPlace
    let visit: Visit
    /// The address of somebody who came by the open link; nobody sent it to them.
    var ownLink: String? = nil

    var language: Language { content.language }
    private var instrument: Instrument { content.instrument }
    private var count: Int { instrument.themes.count }

    func page(_ title: Phrase, status: Int = 200, @MarkupBuilder body: () -> Markup) -> Page {
        Page(place.isPreview ? "Voorbeeld: \(title)" : title, kind: .phone, status: status, language: language) {
            if place.isPreview { previewBar }
            body()
        }
    }

    private var previewBar: Markup {
        aside(.class("preview"), .label("Voorbeeld")) {
            p {
                b { "Voorbeeld." }
                " Zo ziet een deelnemer deze ronde. Er wordt niets bewaard."
            }
            if language == .english, instrument.questions.contains(where: { $0.text.en.isEmpty }) {
                p { "Niet elke vraag is er in het Engels. Die leest men in het Nederlands." }
            }
            if case .preview(let id, let region, _) = place.kind {
                p { a(.href(RoundLinks.home(region, id))) { "Terug naar de ronde" } }
            }
        }
    }

    // MARK: The first screen

    func start(_ greeted: String?, _ response: Response?, savedAt: String? = nil) -> Page {
        page("Uw vragen: \(round.title)") {
            languages
            if let savedAt { saved(savedAt) }
            h1 { verbatim(round.title) }
            if let greeted, !greeted.isEmpty { p(.class("lead")) { "Dag \(greeted)," } }
            p { "\(region.name) vraagt hoe u de samenwerking ziet." }
            if !instrument.about.isEmpty { p { verbatim(instrument.about.text(language)) } }
            facts
            promise
            if let response { resume(response) } else { begin }
            if savedAt == nil { keepLink }
        }
    }

    /// Somebody stopped: what is kept, and how to go on later.
    private func saved(_ time: String) -> Markup {
        section(.class("done"), .role("status")) {
            p { "Bewaard om \(time). U kunt nu stoppen." }
            if ownLink == nil { p { "Later verder? Open dan de link in uw uitnodiging." } } else { keepLink }
        }
    }

    var languages: Markup { otherLanguage(place.start(in: language.other)) }

    func otherLanguage(_ link: Link) -> Markup {
        p(.class("languages")) {
            a(.href(link), .lang(language.other.rawValue)) { verbatim(language.other.ownName) }
        }
    }

    var facts: Markup {
        ul(.class("facts")) {
            li { instrument.minutes == 1 ? "Het kost u ongeveer 1 minuut." : "Het kost u ongeveer \(instrument.minutes) minuten." }
            li { "U mag stoppen en later verdergaan. Elke stap wordt bewaard." }
            li { "U hoeft niets in te vullen wat u niet weet." }
            li { "Wijzigen kan tot en met \(round.closes.long)." }
        }
    }

    var promise: Markup { whoSees(Promise.sentence(round, region: region.name)) }

    private var begin: Markup {
        postForm(place.start, visit) {
            AnswerPages.together(.fresh)
            sendButton("Beginnen", next: true)
        }
    }

    /// Alone, or as an organisation that fills it in together.
    static func together(_ state: FormState) -> Markup {
        Field("together", "Vult u dit alleen in?").choose(
            state,
            [
                Option("alone", "Ja, namens mezelf"),
                Option("organisation", "Nee, samen als organisatie"),
            ], "alone")
    }

    private func resume(_ response: Response) -> Markup {
        let sheet = response.sheet
        return .group([
            p {
                if sheet.hasAnswers {
                    "U beantwoordde \(sheet.answered(of: instrument)) van de \(instrument.questions.count) vragen."
                } else {
                    "U kunt beginnen."
                }
            },
            p { a(.class("button next"), .href(resumeLink(sheet))) { resumeWords(sheet) } },
            round.pace == .byTheme && sheet.hasAnswers ? themeList(sheet) : .nothing,
        ])
    }

    private func resumeLink(_ sheet: AnswerSheet) -> Link {
        round.pace == .onePage ? place.all : place.theme(sheet.nextTheme(of: instrument) ?? 1)
    }

    private func resumeWords(_ sheet: AnswerSheet) -> Phrase {
        guard sheet.hasAnswers else { return "Naar de eerste vraag" }
        guard round.pace == .byTheme, let next = sheet.nextTheme(of: instrument) else { return "Bekijk of wijzig uw antwoorden" }
        return "Verder met thema \(next)"
    }

    private func themeList(_ sheet: AnswerSheet) -> Markup {
        section {
            h2 { "De thema’s" }
            ol(.class("themes")) {
                instrument.themes.enumerated().markup { index, theme in
                    li {
                        a(.href(place.theme(index + 1))) { verbatim(theme.title.text(language)) }
                        small { words(sheet.progress(of: theme)) }
                    }
                }
            }
        }
    }

    private func words(_ progress: AnswerSheet.Progress) -> Phrase {
        switch progress {
        case .open: "nog open"
        case .partly: "deels beantwoord"
        case .answered: "beantwoord"
        case .notForUs: "niet voor ons"
        }
    }

    /// For whoever has no letter with a link in it: the text can be copied by hand, and by a button where scripts run.
    var keepLink: Markup {
        guard let ownLink else { return .nothing }
        return aside(.class("own-link"), .label("Uw eigen link")) {
            p {
                b { "Bewaar uw eigen link." }
                " Daarmee gaat u later verder. Deel hem met niemand."
            }
            p {
                code { verbatim(ownLink) }
                " "
                button(.type("button"), .class("link"), .data(.copy, ownLink), .title("Gekopieerd"), .hidden) { "Kopieer de link" }
            }
        }
    }

    // MARK: The thanks

    func thanks(_ response: Response?) -> Page {
        let sheet = response?.sheet ?? AnswerSheet()
        let asked = instrument.questions.count
        let answered = sheet.answered(of: instrument)
        return page("Dank u wel") {
            otherLanguage(place.thanks(in: language.other))
            h1 { "Dank u wel, uw antwoorden zijn bewaard" }
            if answered < asked {
                p { "U beantwoordde \(answered) van de \(asked) vragen. Dat mag: u hoeft niet alles te weten." }
            }
            if ownLink == nil {
                p { "De ronde sluit op \(round.closes.long). Daarna komt de uitkomst terug. U leest haar op deze link." }
            } else {
                p { "De ronde sluit op \(round.closes.long). Daarna komt de uitkomst terug op uw eigen link." }
                keepLink
            }
            promise
            p { a(.class("button quiet"), .href(changeLink(sheet))) { "Wijzig uw antwoorden" } }
            p(.class("small")) { "Wijzigen kan tot en met \(round.closes.long)." }
        }
    }

    private func changeLink(_ sheet: AnswerSheet) -> Link { round.pace == .onePage ? place.all : place.start }
}

extension Language {
    var other: Language { self == .dutch ? .english : .dutch }

    /// As its own speakers call it.
    var ownName: String { self == .dutch ? "Nederlands" : "English" }
}
