internal import Actions
internal import Database
internal import Markup
internal import Membership
internal import Site

/// The form of a finding: what we agree on, and which questions it is about.
enum FindingForms {
    struct Model: Sendable {
        let talk: Talk
        let stored: Finding?
        let kind: Finding.Kind
        let questions: [String]
        let language: Language
        var state = FormState.fresh
        /// Somebody else changed it meanwhile: theirs is in `stored`, what was typed in `state`.
        var isStale = false
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        Page(
            model.stored == nil ? "Een bevinding toevoegen" : "Bevinding wijzigen",
            status: model.isStale ? 409 : model.state.status, region: model.talk.region.heading, trail: trail(model.talk)
        ) {
            h1 { title(model) }
            p { "Een bevinding hangt aan een vraag van de ronde. U kiest die vraag hieronder, bij een thema." }
            model.state.summary
            if model.isStale, let theirs = model.stored { meanwhile(theirs, model) }
            postForm(target(model), visit, .class("finding-form"), .data(.enhance), .novalidate) {
                model.stored.map { editionField($0.edition, visit, showsTheirs: model.isStale) } ?? onceField(visit)
                Field("text", "Wat stelt u samen vast?", help: "Eén of twee zinnen waar iedereen achter staat.", who: who)
                    .lines(model.state, model.stored?.text ?? "", rows: 3, max: FindingDraft.textLimit)
                Field("kind", "Wat voor bevinding is het?").choose(model.state, kinds, model.kind.rawValue)
                questions(model)
                div(.class("buttons")) {
                    sendButton("Bewaar de bevinding", next: true)
                    a(.href(ConversationLinks.talk(model.talk.region.id, model.talk.round.id))) { "Annuleren" }
                }
            }
        }
    }

    static let who: Phrase = "De projectleiders, de penvoerder, de stuurgroep en de procesbegeleider van uw regio. En wie een actie trekt die eruit volgt."

    static func trail(_ talk: Talk) -> [Crumb] {
        let (region, round) = (talk.region.id, talk.round.id)
        return [
            Crumb("\(talk.round.title)", "/regions/\(region.text)/rounds/\(round.text)"),
            Crumb("Gesprek", ConversationLinks.talk(region, round)),
        ]
    }

    private static func title(_ model: Model) -> Phrase {
        if model.stored != nil { return "De bevinding wijzigen" }
        return model.kind == .proud ? "Waar bent u trots op?" : "Wat stelt u samen vast?"
    }

    private static func target(_ model: Model) -> Link {
        let (region, round) = (model.talk.region.id, model.talk.round.id)
        return model.stored.map { ConversationLinks.finding(region, round, $0.id) }
            ?? ConversationLinks.findings(region, round)
    }

    private static var kinds: [Option] {
        [
            Option(Finding.Kind.attention.rawValue, "Hier willen we iets mee", about: "Iets om te veranderen of beter te begrijpen."),
            Option(Finding.Kind.proud.rawValue, "Hier zijn we trots op", about: "Iets dat goed gaat en zo moet blijven."),
        ]
    }

    /// The round's questions under their themes; folded where nothing is ticked, so that a phone shows the themes first.
    private static func questions(_ model: Model) -> Markup {
        let ticked = Set(model.state.values("question", or: model.questions))
        return fieldset(.id("question"), .class("field"), .described(by: "question-notes")) {
            legend { "Bij welke vragen hoort dit?" }
            div(.id("question-notes"), .class("notes")) {
                p(.class("small")) { "Open een thema en kies een of meer vragen." }
                if let problem = model.state.problem("question") { p(.class("problem")) { problem } }
            }
            model.talk.content.themes.markup { theme in
                let count = theme.questions.filter { ticked.contains($0.key) }.count
                details(.class("fold theme"), .open(count > 0 || model.talk.content.themes.count == 1)) {
                    summary { themeTitle(theme, count, model.language) }
                    theme.questions.markup { box($0, ticked, model.language) }
                }
            }
        }
    }

    private static func themeTitle(_ theme: Theme, _ count: Int, _ language: Language) -> Phrase {
        let title = theme.title.text(language)
        return count == 0 ? "\(title)" : "\(title) (\(count) gekozen)"
    }

    private static func box(_ question: Question, _ ticked: Set<String>, _ language: Language) -> Markup {
        label(.class("level")) {
            input(
                .type("checkbox"), .name("question"), .value(question.key), .checked(ticked.contains(question.key)))
            span { verbatim(question.text.text(language)) }
        }
    }

    private static func meanwhile(_ theirs: Finding, _ model: Model) -> Markup {
        Meanwhile.notice {
            blockquote { verbatim(theirs.text) }
            ConversationPages.words(of: theirs, model.talk.content, model.language)
        }
    }

    static func removal(_ talk: Talk, _ finding: Finding, isStale: Bool, _ visit: Visit) -> Page {
        let following = talk.actions(from: finding)
        return Page(
            "Bevinding weghalen", status: isStale ? 409 : 200, region: talk.region.heading, trail: trail(talk)
        ) {
            h1 { "Wilt u deze bevinding weghalen?" }
            if isStale { p(.class("problem"), .role("alert")) { "Iemand anders veranderde deze tekst net. Zo is hij nu:" } }
            blockquote { verbatim(finding.text) }
            if following.isEmpty {
                p { "Er volgen geen acties uit. De tekst is daarna weg." }
            } else {
                p { "De tekst is daarna weg. Deze acties blijven bestaan, zonder bevinding:" }
                ul { following.markup { listed in li { verbatim(listed.action.what) } } }
            }
            postForm(ConversationLinks.removal(talk.region.id, talk.round.id, finding.id), visit) {
                editionField(finding.edition, visit, showsTheirs: isStale)
                div(.class("buttons")) {
                    sendButton("Haal deze bevinding weg")
                    a(.class("button quiet"), .href(ConversationLinks.talk(talk.region.id, talk.round.id))) { "Laat staan" }
                }
            }
        }
    }
}

extension FindingForms.Model {
    /// The form again with what was typed.
    init(_ talk: Talk, _ stored: Finding?, _ visit: Visit, _ draft: FindingDraft) {
        self.init(talk: talk, stored: stored, kind: draft.kind, questions: draft.questions, language: visit.language)
        state = FormState(sent: visit.form, problems: draft.problems)
    }
}
