internal import Insight
internal import Markup
internal import Site

/// The table of a distribution: a row a group, a column a level, then why people gave none.
struct DistributionTable {
    let levels: [String]
    let rows: [(words: Markup.Label, distribution: Distribution)]

    /// In a frame that scrolls by itself, so that the page does not.
    func framed(_ question: String) -> Markup {
        tableFrame("Tabel: \(question)") { markup }
    }

    private var markup: Markup {
        table(.class("figures")) {
            thead {
                tr {
                    th(.scope("col")) { "Groep" }
                    th(.scope("col")) { "Mensen" }
                    levels.markup { level in th(.scope("col")) { verbatim(level) } }
                    th(.scope("col")) { "Weet ik niet" }
                    th(.scope("col")) { "Niet voor ons" }
                    th(.scope("col")) { "Geen antwoord" }
                }
            }
            tbody { rows.markup(row) }
        }
    }

    private func row(_ row: (words: Markup.Label, distribution: Distribution)) -> Markup {
        tr {
            th(.scope("row")) { row.words.markup }
            td { verbatim(row.distribution.people) }
            (row.distribution.shares + row.distribution.missing).markup { share in
                td { ShareWords.full(share, in: row.distribution) }
            }
        }
    }
}
