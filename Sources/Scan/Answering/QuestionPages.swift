internal import Markup
internal import Membership
internal import Site

/// The screens with questions: one theme, or the whole round on one page.
struct QuestionPages {
    let pages: AnswerPages
    let sheet: AnswerSheet
    /// What was just sent and what must be mended; fresh when the screen is opened.
    let state: FormState
    /// When the screen before this one was saved.
    let savedAt: String?

    private var content: AskedContent { pages.content }
    private var themes: [Theme] { content.instrument.themes }
    private var language: Language { content.language }
    private var place: AnswerPlace { pages.place }

    /// Nil when the round has no such theme.
    func theme(_ number: Int) -> Page? {
        guard themes.indices.contains(number - 1) else { return nil }
        let theme = themes[number - 1]
        return pages.page("\(theme.title.text(language))", status: state.status) {
            stand(number)
            if number == 1, !sheet.hasAnswers { pages.keepLink }
            h1 { verbatim(theme.title.text(language)) }
            state.summary
            about(theme)
            postForm(place.theme(number), pages.visit, .class("answers")) {
                hidden
                if sheet.notForUs.contains(theme.key) { notForUsBox(theme) }
                questions(number - 1)
                pages.promise
                buttons(theme, number)
            }
        }
    }

    func all() -> Page {
        pages.page("De vragen van \(pages.round.title)", status: state.status) {
            if let savedAt { p(.class("small"), .role("status")) { "Bewaard om \(savedAt)" } }
            if !sheet.hasAnswers { pages.keepLink }
            h1 { verbatim(pages.round.title) }
            state.summary
            pages.promise
            postForm(place.all, pages.visit, .class("answers")) {
                hidden
                themes.indices.markup { index in
                    section {
                        h2 { verbatim(themes[index].title.text(language)) }
                        about(themes[index])
                        questions(index)
                        notForUsBox(themes[index])
                    }
                }
                pages.promise
                div(.class("steps")) {
                    sendButton("Versturen", next: true)
                    stopButton
                }
            }
        }
    }

    // MARK: Parts

    private func stand(_ number: Int) -> Markup {
        .group([
            p(.class("small"), .id("progress"), .role("status")) {
                if let savedAt {
                    "Thema \(number) van \(themes.count) · bewaard om \(savedAt)"
                } else {
                    "Thema \(number) van \(themes.count)"
                }
            },
            progress(.value(String(number)), .max(String(themes.count)), .labelled(by: "progress")),
        ])
    }

    @MarkupBuilder private func about(_ theme: Theme) -> Markup {
        if !theme.about.isEmpty { p { verbatim(theme.about.text(language)) } }
    }

    /// The version that is shown, and a first button: Enter in a field must go on, not move an option. The button for the
    /// other language saves, so that nothing typed is lost.
    private var hidden: Markup {
        .group([
            input(.type("hidden"), .name(AnswerField.version), .value(String(pages.round.version))),
            button(.type("submit"), .class("unseen"), .tabindex(-1), .ariaHidden) { "Verder" },
            p(.class("languages")) {
                button(
                    .type("submit"), .class("link"), .name(AnswerField.language), .value(language.other.rawValue),
                    .lang(language.other.rawValue)
                ) { verbatim(language.other.ownName) }
            },
        ])
    }

    /// What is still open was written before; only what has an answer, or a problem, is written now.
    private func questions(_ index: Int) -> Markup {
        let theme = themes[index]
        let filled = state.sent == nil ? FormState(sent: sheet.fields(of: [theme])) : state
        return .group(
            theme.questions.enumerated().map { place, question in
                state.sent == nil && sheet.answers[question.key] == nil
                    ? content.open[index][place] : QuestionViews.question(question, filled, language)
            })
    }

    private func notForUsBox(_ theme: Theme) -> Markup {
        let name = AnswerField.notForUs(theme.key)
        let isTicked = state.sent.map { $0.has(name) } ?? sheet.notForUs.contains(theme.key)
        return label(.class("level not-for-us")) {
            input(.type("checkbox"), .name(name), .value("1"), .checked(isTicked))
            span { "Dit thema is niet voor ons" }
        }
    }

    private func buttons(_ theme: Theme, _ number: Int) -> Markup {
        div(.class("steps")) {
            sendButton(number == themes.count ? "Klaar" : "Verder naar thema \(number + 1)", next: true)
            sendButton("Terug", .name(AnswerField.back), .value("1"), quiet: true)
            if !sheet.notForUs.contains(theme.key) {
                button(
                    .type("submit"), .class("link"), .name(AnswerField.notForUs(theme.key)), .value(AnswerField.now)
                ) { "Dit thema is niet voor ons" }
            }
            stopButton
        }
    }

    /// Stopping saves as well.
    private var stopButton: Markup {
        button(.type("submit"), .class("link"), .name(AnswerField.stop), .value("1")) { "Stoppen en later verdergaan" }
    }
}
