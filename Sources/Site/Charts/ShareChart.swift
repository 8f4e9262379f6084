package import Markup

/// Shares of a whole, one bar each: how often something was chosen, how many of those asked answered.
package struct ShareChart: Sendable {
    package struct Row: Sendable {
        let label: Markup
        let share: Double
        let value: Phrase

        /// - Parameters:
        ///   - share: 0...1 of the whole bar.
        ///   - value: the figure as it is said, behind the label; it is text of the page.
        package init(_ label: Markup, share: Double, value: Phrase) {
            self.label = label
            self.share = share
            self.value = value
        }
    }

    let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    package var markup: Markup {
        dl(.class("rows shares")) {
            rows.markup { row in
                dt {
                    row.label
                    small { row.value }
                }
                dd {
                    svg(.ariaHidden) {
                        rect(.class("rest"))
                        rect(.class("part"), .width(.share(min(1, max(0, row.share)))))
                    }
                }
            }
        }
    }
}

/// How many of those who were asked answered, group by group.
package struct CoverageChart: Sendable {
    package struct Row: Sendable {
        let label: Markup
        let invited: Int
        /// Nil where it is not shown; `value` then says why.
        let answered: Double?
        let value: Phrase

        package init(_ label: Markup, invited: Int, answered: Double?, value: Phrase) {
            self.label = label
            self.invited = invited
            self.answered = answered
            self.value = value
        }
    }

    let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    package var markup: Markup {
        ShareChart(
            rows.map { row in
                .init(row.label, share: (row.answered ?? 0) / Double(max(1, row.invited)), value: row.value)
            }
        ).markup
    }
}
