internal import Database
internal import Markup
package import Membership
internal import Site

/// A round with its region and questions, as the pages that change it need them.
package struct RoundDesk: Sendable {
    package let region: Region
    package let round: Round
    package let content: Instrument

    static func read(_ visit: Visit) async throws -> RoundDesk {
        let id: Round.ID = try visit.id("round")
        return try await visit.readRegion { reading, region in try read(id, region, reading) }
    }

    static func read(_ id: Round.ID, _ region: Region, _ reading: Reading) throws -> RoundDesk {
        let round = try RoundStore.required(id, in: region.id, reading)
        return RoundDesk(
            region: region, round: round, content: try RoundStore.content(of: id, version: round.version, reading))
    }

    func page(_ title: Phrase, status: Int = 200, under crumb: Crumb? = nil, @MarkupBuilder body: () -> Markup) -> Page {
        Page(
            title, status: status, region: region.heading,
            trail: RoundPages.trail(region, round) + (crumb.map { [$0] } ?? []), body: body)
    }
}

/// Says that somebody else was first, and shows what they left beside what was typed (C7).
enum Stale {
    static func notice(@MarkupBuilder _ theirs: () -> Markup = { .nothing }) -> Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Iemand anders was u voor" }
            p { "Dit is intussen aangepast. Uw tekst staat nog in het formulier. Kies wat moet blijven en bewaar opnieuw." }
            theirs()
        }
    }

    /// The changed text, as it is now.
    static func theirs(_ texts: [(label: Phrase, text: String)]) -> Markup {
        .group([
            h3 { "Zo staat het er nu" },
            dl {
                texts.filter { !$0.text.isEmpty }.markup { one in
                    dt { one.label }
                    dd { p(.class("kept")) { verbatim(one.text) } }
                }
            },
        ])
    }
}
