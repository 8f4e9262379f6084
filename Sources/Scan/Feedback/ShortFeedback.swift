internal import Database
internal import Insight
package import Markup
internal import Membership
package import Site

/// The short version of the feedback report that goes back to everyone who answered, on their own link.
///
/// It reads the same published value as the report, and shows no more than it: light, and made for a phone.
package enum ShortFeedback {
    /// The short version of a round that was returned; nothing before that.
    package static func markup(_ round: Round, _ house: House, _ language: Language) async throws -> Markup {
        guard round.state.isReturned, let region = try await region(of: round, house) else { return .nothing }
        let report = try await FeedbackDesk.compared(round, house)
        let vocabulary = house.texts.vocabulary(language)
        return body(FeedbackView(region: region, report: report, language: language, say: { vocabulary.text($0) }))
    }

    /// The same, for whoever returns it: exactly what respondents will see.
    static func preview(_ view: FeedbackView) -> Page {
        Page(
            "Wat deelnemers zien", region: view.region.heading,
            trail: FeedbackPages.trail(view.region, view.round)
                + [Crumb("Uitkomst", FeedbackLinks.home(view.region.id, view.round.id))]
        ) {
            h1 { "Dit zien deelnemers straks" }
            p(.class("small")) {
                "Iedereen die antwoordde ziet dit op de eigen link. Dat begint als u de uitkomst teruggeeft."
            }
            div(.class("short-feedback")) { body(view) }
        }
    }

    private static func region(of round: Round, _ house: House) async throws -> Region? {
        try await house.database.read { try RegionStore.region(round.region, $0) }
    }

    static func body(_ view: FeedbackView) -> Markup {
        guard view.figures.whole.people ?? 0 > 0 else { return tooFew }
        let ranked = view.ranked()
        let most = Array(ranked.prefix(3))
        return .group([
            h2 { view.headline },
            paragraph(view.lead, "lead"),
            most.isEmpty ? .nothing : differences(view, most),
            paragraph(FeedbackPages.explained(view, ranked)),
            paragraph(view.sentences.hidden(.sector), "small"),
            h3 { "Wat er nu gebeurt" },
            p { "De regio bespreekt dit met alle partners. Daarna maken zij afspraken: wie doet wat, en wanneer." },
        ])
    }

    private static func differences(_ view: FeedbackView, _ most: [Divergence]) -> Markup {
        let parts = DifferenceParts(view, most, isLinked: false)
        return section {
            h3 { "Hier kijken we het meest verschillend" }
            parts.legend
            figure {
                parts.chart
                figcaption { "Elke sector telt even zwaar. De streep is het grootste verschil." }
            }
            details(.class("figures-table")) {
                summary { "Tabel" }
                parts.table
            }
        }
    }

    private static var tooFew: Markup {
        section(.class("too-few")) {
            h2 { "Er zijn te weinig antwoorden om te laten zien" }
            p { "Wij beloofden dat niemand kan raden wie wat zei. Daarom tonen wij nu geen cijfers." }
            p { "De regio bespreekt de vragen wel. Bedankt dat u meedeed." }
        }
    }
}
