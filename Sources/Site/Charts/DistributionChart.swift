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
                    if let note = row.note { small { note } }
                }
                dd { drawn(row) }
            }
        }
    }

    /// What the colours stand for; `rest` says what is left over of a bar.
    package func legend(rest: Phrase) -> Markup {
        p(.class("legend")) {
            Array(levels.enumerated()).markup { place, label in
                span(.class("swatch \(LevelColour.name(place, of: levels.count))")) { label }
                " "
            }
            span(.class("swatch rest")) { rest }
        }
    }

    private func drawn(_ row: Row) -> Markup {
        var left = 0.0
        return svg(.role("img"), .label(row.words)) {
            rect(.class("rest"))
            Array(row.parts.enumerated()).markup { place, part in
                defer { left += part.share }
                return drawn(part, place, from: left)
            }
        }
    }

    private func drawn(_ part: Part, _ place: Int, from left: Double) -> Markup {
        guard part.share > 0.001 else { return .nothing }
        let x: Attribute? = left < 0.0005 ? nil : .x(.share(left))
        return .group([
            rect(.class(LevelColour.name(place, of: levels.count)), x, .width(.share(part.share))),
            fits(part) ? text(x) { verbatim(part.text) } : .nothing,
        ])
    }

    /// On the narrowest phone a figure takes about 3 % of the bar.
    private func fits(_ part: Part) -> Bool {
        !part.text.isEmpty && part.share >= 0.03 * Double(part.text.count) + 0.02
    }
}
