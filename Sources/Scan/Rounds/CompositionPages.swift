internal import Markup
package import Site

/// The questions of a round as a list, and the choice from the product's own.
package enum CompositionPages {
    /// - Parameter shown: the theme whose questions are unfolded; nil for the first.
    package static func list(_ desk: RoundDesk, showing shown: String?, _ visit: Visit, isStale: Bool = false) -> Page {
        let unfolded = desk.content.theme(shown ?? "")?.key ?? desk.content.themes.first?.key
        return desk.page("Vragen", status: isStale ? 409 : 200) {
            if isStale { again }
            h1 { desk.content.extent }
            p(.class("lead")) { "Een deelnemer krijgt één thema per keer. Minder vragen geeft meer antwoorden." }
            if desk.round.state.isOpen { whileOpen }
            actions(desk, visit)
            desk.content.themes.enumerated().markup { place, theme in
                if theme.key == unfolded {
                    themeSection(theme, place: place, desk, visit, isStale: isStale)
                } else {
                    folded(theme, desk, visit)
                }
            }
            p(.class("small")) {
                "Bewaar deze vragenlijst als bestand:"
                " "
                a(.href(InstrumentFileLinks.form(desk.round)), .download) { "XLSForm" }
                " · "
                a(.href(InstrumentFileLinks.yaml(desk.round)), .download) { "YAML" }
            }
            p { a(.href(RoundLinks.home(desk.round))) { "Terug naar de ronde" } }
        }
    }

    private static var again: Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Iemand anders was u voor" }
            p { "De vragen zijn intussen aangepast. Hieronder staat hoe ze nu zijn. Doe uw wijziging opnieuw." }
        }
    }

    private static var whileOpen: Markup {
        p(.class("who")) {
            b { "De ronde is open." }
            " Elke wijziging maakt een nieuwe versie. Antwoorden die er al zijn blijven staan."
        }
    }

    private static func actions(_ desk: RoundDesk, _ visit: Visit) -> Markup {
        ul(.class("ways")) {
            if visit.house.instruments.instrument(desk.round.instrument) != nil {
                li { a(.href(RoundLinks.selection(desk.round))) { "Kies uit de lijst" } }
            }
            li { a(.href(RoundLinks.newTheme(desk.round))) { "Voeg een eigen thema toe" } }
            li { a(.href(RoundLinks.preview(desk.round))) { "Bekijk als deelnemer" } }
        }
    }

    /// A theme in one line: its questions are one click away.
    private static func folded(_ theme: Theme, _ desk: RoundDesk, _ visit: Visit) -> Markup {
        section(.class("asked-theme"), .id(theme.key)) {
            h2 {
                a(.href(RoundLinks.questions(desk.round, showing: theme.key).at(theme.key))) {
                    verbatim(theme.title.text(visit.language))
                }
            }
            p(.class("small")) { theme.questions.count == 1 ? "1 vraag" : "\(theme.questions.count) vragen" }
        }
    }

    private static func themeSection(
        _ theme: Theme, place: Int, _ desk: RoundDesk, _ visit: Visit, isStale: Bool
    ) -> Markup {
        let round = desk.round
        let isLast = place == desk.content.themes.count - 1
        return section(.class("asked-theme"), .id(theme.key), .labelled(by: "\(theme.key)-title")) {
            h2(.id("\(theme.key)-title")) { verbatim(theme.title.text(visit.language)) }
            if !theme.about.isEmpty { p { verbatim(theme.about.text(visit.language)) } }
            postForm("\(RoundLinks.theme(round, theme.key))/moves", visit) {
                editionField(round.edition, visit, showsTheirs: isStale)
                div(.class("tools")) {
                    a(.href(RoundLinks.theme(round, theme.key))) {
                        "Pas het thema aan"
                        hidden(theme.title.text(visit.language))
                    }
                    Self.tools(
                        RoundLinks.theme(round, theme.key), "\(theme.title.text(visit.language))", isFirst: place == 0, isLast: isLast)
                }
                if theme.questions.isEmpty { p { "In dit thema staan nog geen vragen. Deelnemers zien het niet." } }
                ol {
                    theme.questions.enumerated().markup { index, question in
                        questionItem(question, number: index + 1, of: theme.questions.count, desk, visit)
                    }
                }
            }
            p {
                a(.href(RoundLinks.newQuestion(round, theme: theme.key))) {
                    "Voeg een vraag toe"
                    hidden(theme.title.text(visit.language))
                }
            }
        }
    }

    private static func questionItem(
        _ question: Question, number: Int, of count: Int, _ desk: RoundDesk, _ visit: Visit
    ) -> Markup {
        let link = RoundLinks.question(desk.round, question.key)
        return li(.id(question.key)) {
            p(.class("asked")) {
                verbatim(question.text.text(visit.language))
                " "
                small { QuestionDraft(question).kind.label }
            }
            div(.class("tools")) {
                a(.href(link), .label("Pas aan: \(question.text.text(visit.language))")) { "Pas aan" }
                Self.tools(link, "vraag \(number)", isFirst: number == 1, isLast: number == count)
            }
        }
    }

    /// What it is about, for whoever hears the page instead of seeing it.
    private static func hidden(_ text: String) -> Markup { span(.class("hidden")) { ": \(text)" } }

    /// Up, down, away: buttons of the theme's one form, each with its own address, so that they work without script.
    private static func tools(_ link: Link, _ name: Phrase, isFirst: Bool, isLast: Bool) -> Markup {
        .group([
            isFirst ? .nothing : tool("\(link)/moves", "Omhoog", .label("Omhoog: \(name)"), .name("direction"), .value("up")),
            isLast ? .nothing : tool("\(link)/moves", "Omlaag", .label("Omlaag: \(name)"), .name("direction"), .value("down")),
            tool("\(link)/removals", "Haal weg", .label("Haal weg: \(name)")),
        ])
    }

    private static func tool(_ link: Link, _ words: Phrase, _ attributes: Attribute...) -> Markup {
        .element(Tag.button, [.formaction(link)] + attributes, [.phrase(words)])
    }

    package static func selection(_ desk: RoundDesk, _ library: Instrument, _ visit: Visit, isStale: Bool = false) -> Page {
        let kept = Set(desk.content.questions.map(\.key))
        let chosen = isStale ? Set(visit.form.all("question")) : kept
        return desk.page(
            "Kies uit de lijst", status: isStale ? 409 : 200, under: Crumb("Vragen", RoundLinks.questions(desk.round))
        ) {
            h1 { "Welke vragen stelt u?" }
            if isStale { Stale.notice { differences(chosen, kept, library, visit) } }
            p(.class("lead")) { "Zet een vinkje bij elke vraag die u stelt. Eigen vragen en eigen woorden blijven staan." }
            postForm(RoundLinks.selection(desk.round), visit) {
                editionField(desk.round.edition, visit, showsTheirs: isStale)
                library.themes.markup { theme in
                    fieldset {
                        legend { verbatim(theme.title.text(visit.language)) }
                        theme.questions.markup { question in
                            label(.class("level")) {
                                input(
                                    .type("checkbox"), .name("question"), .value(question.key),
                                    .checked(chosen.contains(question.key)))
                                span { verbatim(question.text.text(visit.language)) }
                            }
                        }
                    }
                }
                sendButton("Bewaar de keuze", next: true)
            }
        }
    }

    /// The questions that were ticked here and are not in the round now, and the other way round.
    private static func differences(
        _ chosen: Set<String>, _ kept: Set<String>, _ library: Instrument, _ visit: Visit
    ) -> Markup {
        let differing = library.questions.filter { chosen.contains($0.key) != kept.contains($0.key) }
        return .group([
            h3 { "Zo staat het er nu" },
            dl {
                differing.markup { question in
                    dt { verbatim(question.text.text(visit.language)) }
                    dd { kept.contains(question.key) ? "Staat in de ronde" : "Staat niet in de ronde" }
                }
            },
        ])
    }
}
