package import Markup

/// How groups divide over the words of a question: one bar a group, one part a level.
package struct DistributionChart: Sendable {
    package struct Row: Sendable {
        let label: Markup
        let note: Phrase?
        let parts: [Part]
        let words: Phrase

        /// - Parameters:
        ///   - parts: one per level, the lowest first.
        ///   - words: the same, for whoever reads instead of looks.
        package init(_ label: Markup, note: Phrase? = nil, parts: [Part], words: Phrase) {
            self.label = label
            self.note = note
            self.parts = parts
            self.words = words
        }
    }

    package struct Part: Sendable {
        let share: Double
        let text: String

        /// A part of the whole bar, 0...1, with the figure that is written in it where it fits.
        package init(share: Double, text: String) {
            self.share = share
            self.text = text
        }
    }

    let levels: [Markup]
    let rows: [Row]

    package init(levels: [Markup], rows: [Row]) {
        self.levels = levels
        self.rows = rows
    }

    package var markup: Markup {
        dl(.class("rows bars")) {
            rows.markup { row in
                dt {
                    row.label
                    if let note = row.note { span(.class("n")) { note } }
                }
                dd { drawn(row) }
            }
        }
    }

    /// What the colours stand for.
    package var legend: Markup {
        p(.class("legend")) {
            Array(levels.enumerated()).markup { place, label in
                span(.class("mark")) {
                    svg(.ariaHidden) { rect(.class(LevelColour.name(place, of: levels.count)), .width(.percent(100)), .height(.percent(100))) }
                    label
                }
                " "
            }
        }
    }

    private func drawn(_ row: Row) -> Markup {
        var left = 0.0
        return svg(.role("img"), .label(row.words)) {
            rect(.class("rest"), .y(2), .width(.percent(100)), .height(28))
            Array(row.parts.enumerated()).markup { place, part in
                defer { left += part.share }
                return drawn(part, place, from: left)
            }
        }
    }

    private func drawn(_ part: Part, _ place: Int, from left: Double) -> Markup {
        guard part.share > 0.001 else { return .nothing }
        let isDark = LevelColour.isDark(place, of: levels.count)
        return .group([
            rect(
                .class(LevelColour.name(place, of: levels.count)), .x(.share(left)), .y(2), .width(.share(part.share)),
                .height(28)),
            fits(part)
                ? text(isDark ? .class("on") : nil, .x(.share(left + 0.012)), .y(21)) { verbatim(part.text) } : .nothing,
        ])
    }

    /// On the narrowest phone a figure takes about 3 % of the bar.
    private func fits(_ part: Part) -> Bool {
        !part.text.isEmpty && part.share >= 0.03 * Double(part.text.count) + 0.02
    }
}
