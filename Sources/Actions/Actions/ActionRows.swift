package import Database
package import Markup
internal import Membership
internal import Site

/// Actions as rows of a table: what and who in one cell, so that it reads on a phone.
package enum ActionRows {
    /// What stands under the action: who does it, or in which region it is.
    package enum Second: Sendable { case owner, region }

    package static func list(
        _ words: Phrase, _ rows: [ListedAction], _ today: Day, second: Second = .owner
    ) -> Markup {
        table(.class("actions")) {
            caption { words }
            thead {
                tr {
                    th(.scope("col")) { "Actie" }
                    th(.scope("col"), .class("desk-only")) { "Fase" }
                    th(.scope("col"), .class("n")) { "Tot" }
                }
            }
            tbody { rows.markup { row($0, today, second) } }
        }
    }

    /// A few of them on another page: the words for the columns are left to those who cannot see.
    static func brief(_ words: Phrase, _ rows: [ListedAction], _ today: Day) -> Markup {
        div(.class("brief")) { list(words, rows, today) }
    }

    private static func row(_ row: ListedAction, _ today: Day, _ second: Second) -> Markup {
        tr {
            td {
                a(.href(ActionLinks.action(row.action.region, row.action.id))) { verbatim(row.action.what) }
                div(.class("small")) {
                    second == .region ? verbatim(row.regionName) : row.ownerName
                    span(.class("phone-only")) { " · \(row.action.phase.label)" }
                    if !row.action.serves.isEmpty { " · dient: \(row.action.serves)" }
                }
            }
            td(.class("desk-only")) { row.action.phase.label }
            td(.class("n")) { row.when(today) }
        }
    }
}
