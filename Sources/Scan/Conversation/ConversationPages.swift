internal import Actions
internal import Database
internal import Markup
internal import Membership
internal import Site

/// The page on which a talk is prepared, held and kept.
enum ConversationPages {
    struct Model: Sendable {
        let talk: Talk
        let mayChange: Bool
        let today: Day
        let language: Language
        var state = FormState.fresh
        /// Somebody else kept notes meanwhile; what was typed is in `state`.
        var isStale = false
    }

    static func page(_ model: Model, _ visit: Visit) -> Page {
        let talk = model.talk
        return Page(
            "Gesprek", status: model.isStale ? 409 : model.state.status, region: talk.region.heading,
            trail: [Crumb("\(talk.round.title)", "/regions/\(talk.region.id.text)/rounds/\(talk.round.id.text)")]
        ) {
            h1 { headline(model) }
            model.state.summary
            p(.class("lead")) { lead(model) }
            if model.isStale { meanwhile(model) }
            if model.mayChange, model.state.sent == nil { nextStep(model) }
            div(.class("two talk")) {
                section { model.mayChange ? notesForm(model, visit) : notes(model) }
                section { guiding(model) }
            }
            proud(model)
            findings(model)
            p(.class("small")) {
                a(.href(ConversationLinks.print(talk.region.id, talk.round.id))) { "Het gesprek om af te drukken (A4)" }
            }
        }
    }

    /// Before the round is closed there is nothing to talk about yet.
    static func waiting(_ talk: Talk) -> Page {
        let round: Link = "/regions/\(talk.region.id.text)/rounds/\(talk.round.id.text)"
        return Page("Gesprek", region: talk.region.heading, trail: [Crumb("\(talk.round.title)", round)]) {
            h1 { "Het gesprek begint als de ronde gesloten is" }
            p(.class("lead")) { "Deze ronde sluit na \(talk.round.closes.long)." }
            p { "Daarna legt u hier de datum vast, en wat u samen vindt en afspreekt." }
            p { a(.class("button quiet"), .href(round)) { "Naar de ronde" } }
        }
    }

    private static func headline(_ model: Model) -> Phrase {
        let findings = model.talk.findings(.attention).count
        let title = model.talk.round.title
        switch (findings, model.talk.withoutAction.count) {
        case (0, _): return "Het gesprek over \(title)"
        case (1, 0): return "Eén bevinding, met een actie"
        case (1, _): return "Eén bevinding, nog zonder actie"
        case (_, 0): return "\(findings) bevindingen, allemaal met een actie"
        case (_, findings): return "\(findings) bevindingen, nog zonder actie"
        case (_, 1): return "\(findings) bevindingen, één nog zonder actie"
        case (_, let open): return "\(findings) bevindingen, \(open) nog zonder actie"
        }
    }

    private static func lead(_ model: Model) -> Phrase {
        let kept = model.talk.conversation
        guard let day = kept.heldOn else { return "Er is nog geen datum. Samen praten is waar de scan om gaat." }
        let date = day.long
        if kept.isBehind(model.today) {
            return kept.place.isEmpty ? "Gehouden op \(date)." : "Gehouden op \(date) in \(kept.place)."
        }
        return kept.place.isEmpty ? "Het gesprek is op \(date)." : "Het gesprek is op \(date) in \(kept.place)."
    }

    private static func nextStep(_ model: Model) -> Markup {
        let talk = model.talk
        if talk.conversation.heldOn == nil, talk.findings.isEmpty { return .nothing }
        guard let finding = talk.withoutAction.first else { return .nothing }
        return section(.class("next-step")) {
            h2 { "Wie gaat hiermee aan de slag?" }
            p { verbatim(finding.text) }
            p {
                a(.class("button next"), .href(ActionLinks.new(talk.region.id, from: finding.id))) {
                    "Maak hier een actie van"
                }
            }
        }
    }

    private static func notesForm(_ model: Model, _ visit: Visit) -> Markup {
        let talk = model.talk
        let kept = talk.conversation
        // The page has one next step: a date first, then what follows from the findings.
        let isNext = talk.withoutAction.isEmpty || model.state.sent != nil
        return .group([
            h2 { "Wanneer, waar, wat" },
            postForm(ConversationLinks.talk(talk.region.id, talk.round.id), visit, .data(.enhance), .novalidate) {
                editionField(kept.edition, visit, showsTheirs: model.isStale)
                Field("held-on", "Datum").line(.date, model.state, kept.heldOn?.description ?? "")
                Field("place", "Plaats").line(.text, model.state, kept.place, max: Conversation.placeLimit)
                Field("notes", "Aantekeningen", help: help(talk.round), who: FindingForms.who)
                    .lines(model.state, kept.notes, rows: 14, max: Conversation.notesLimit)
                sendButton("Bewaar dit", next: isNext)
            },
        ])
    }

    private static func help(_ round: Round) -> Phrase {
        round.privacy == .open
            ? "Wat werd er gezegd? Tussendoor bewaren mag zo vaak u wilt."
            : "De antwoorden zijn vertrouwelijk. Schrijf dus niet op wie wat antwoordde."
    }

    private static func notes(_ model: Model) -> Markup {
        .group([
            h2 { "Aantekeningen" },
            model.talk.conversation.notes.isEmpty
                ? p { "Er zijn nog geen aantekeningen." }
                : p(.class("kept")) { verbatim(model.talk.conversation.notes) },
        ])
    }

    private static func meanwhile(_ model: Model) -> Markup {
        let theirs = model.talk.conversation
        return Meanwhile.notice {
            dl {
                dt { "Datum" }
                dd { theirs.heldOn.map { .phrase($0.long) } ?? .phrase("nog geen") }
                dt { "Plaats" }
                dd { verbatim(theirs.place) }
                dt { "Aantekeningen" }
                dd(.class("kept")) { verbatim(theirs.notes) }
            }
        }
    }

    /// The questions for the talk, theme by theme: then, now, next.
    private static func guiding(_ model: Model) -> Markup {
        let themes = model.talk.content.themes.filter { $0.guiding != nil }
        return .group([
            h2 { "Vragen voor het gesprek" },
            themes.isEmpty
                ? p { "Wat valt op? Waar kijkt u anders naar dan de ander? Wat doen we als eerste?" }
                : themes.markup { theme in
                    details(.class("fold theme"), .open(theme.key == themes.first?.key)) {
                        summary { verbatim(theme.title.text(model.language)) }
                        if let guiding = theme.guiding { questions(guiding, model.language) }
                    }
                },
        ])
    }

    private static func questions(_ guiding: Theme.Guiding, _ language: Language) -> Markup {
        dl(.class("guiding")) {
            dt { "Toen" }
            dd { verbatim(guiding.then.text(language)) }
            dt { "Nu" }
            dd { verbatim(guiding.now.text(language)) }
            dt { "Straks" }
            dd { verbatim(guiding.next.text(language)) }
        }
    }
}
