internal import Database
internal import Markup
internal import Membership
internal import Site

/// The start of a round's open link: what it is, who asks, and from where the answers come.
struct OpenLinkPages {
    let pages: AnswerPages
    let code: String
    /// Who can be answered for; only in an open round, where that is told.
    let partners: [Partner]
    /// Made for this page and stored nowhere yet: sent twice it starts once.
    let secret: Secret

    private var round: Round { pages.round }

    func start(_ state: FormState) -> Page {
        pages.page("\(round.title)", status: state.status) {
            languages
            h1 { verbatim(round.title) }
            state.summary
            p { "\(pages.region.name) vraagt hoe u de samenwerking ziet." }
            if !about.isEmpty { p { verbatim(about) } }
            pages.facts
            pages.promise
            postForm(address, pages.visit) {
                input(.type("hidden"), .name("secret"), .value(state.value("secret", or: secret.text)))
                origin(state)
                AnswerPages.together(state)
                sendButton("Beginnen", next: true)
            }
            p(.class("small")) { "Begon u al eerder? Gebruik dan de eigen link die u toen kreeg." }
        }
    }

    private var about: String { pages.content.instrument.about.text(pages.language) }

    private var address: Link { Self.address(code, pages.place.asked) }

    static func address(_ code: String, _ language: Language?) -> Link {
        guard let language else { return AnswerLinks.open(code) }
        return "\(AnswerLinks.open(code))?language=\(language.rawValue)"
    }

    private var languages: Markup {
        pages.otherLanguage(Self.address(code, pages.language.other))
    }

    /// Is no sector and no level: somebody chose not to say. Nothing is chosen beforehand.
    private static let unsaid = "unsaid"

    /// What the form does not say yet. An organisation tells its sector.
    static func problems(_ form: Form, saysPartner: Bool) -> [Problem] {
        var problems: [Problem] = []
        func says<Word: RawRepresentable>(_ field: String, _ kind: Word.Type) -> Bool where Word.RawValue == String {
            form.first(field).map { $0 == unsaid || Word(rawValue: $0) != nil } ?? false
        }
        if !saysPartner, !says("sector", Sector.self) { problems.append(Problem("sector", "Kies vanuit welke kant u kijkt.")) }
        if !says("level", Level.self) { problems.append(Problem("level", "Kies vanaf welke plek u kijkt.")) }
        return problems
    }

    @MarkupBuilder private func origin(_ state: FormState) -> Markup {
        Field("sector", "Vanuit welke kant kijkt u?").choose(
            state,
            Sector.allCases.map { Option($0.rawValue, $0.label) }
                + [Option(Self.unsaid, "Anders, of dat zeg ik liever niet")])
        Field("level", "Vanaf welke plek kijkt u?").choose(
            state,
            [
                Option(Level.governing.rawValue, Level.governing.label, about: "U bestuurt of beslist."),
                Option(Level.tactical.rawValue, Level.tactical.label, about: "U leidt een team, afdeling of project."),
                Option(Level.operational.rawValue, Level.operational.label, about: "U doet het werk zelf."),
                Option(Self.unsaid, "Anders, of dat zeg ik liever niet"),
            ])
        if !partners.isEmpty {
            Field("partner", "Bij welke organisatie hoort u?").pick(
                state, partners.map { Option($0.id.text, named: $0.name) }, empty: "Een andere, of dat zeg ik liever niet")
        }
    }

    func notOpen(_ stand: OpenedLink.Stand) -> Page {
        switch stand {
        case .notYet, .open: pages.notYet()
        case .closed, .returned:
            pages.page("Deze ronde is gesloten") {
                languages
                h1 { "Deze ronde is gesloten" }
                p { "\(round.title) van \(pages.region.name) nam antwoorden aan tot en met \(round.closes.long)." }
                p { "Deed u mee? De uitkomst komt terug op uw eigen link." }
            }
        }
    }
}
