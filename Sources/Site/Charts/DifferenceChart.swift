package import Markup

/// Where voices stand on one line, subject by subject: the wider the line, the more they differ.
///
/// Labels are text of the page and places are percentages, so it reads at 320 pixels and prints.
package struct DifferenceChart: Sendable {
    package struct Row: Sendable {
        let label: Markup
        let isStrong: Bool
        let places: [(mark: ChartMark, place: Double)]
        let words: Phrase

        /// - Parameters:
        ///   - places: 0 at the lowest end of the line, 1 at the highest.
        ///   - words: the same, for whoever reads instead of looks.
        package init(_ label: Markup, isStrong: Bool = false, places: [(mark: ChartMark, place: Double)], words: Phrase) {
            self.label = label
            self.isStrong = isStrong
            self.places = places
            self.words = words
        }
    }

    let axis: [Markup]
    let rows: [Row]

    /// - Parameter axis: the words of the levels, the lowest first; two or more.
    package init(axis: [Markup], rows: [Row]) {
        self.axis = axis
        self.rows = rows
    }

    package var markup: Markup {
        dl(.class("rows differences grid-\(max(2, axis.count))")) {
            dt(.class("corner"))
            dd(.class("axis")) { axis.markup { word in span { word } } }
            rows.markup { row in
                dt { if row.isStrong { b { row.label } } else { row.label } }
                dd { drawn(row) }
            }
        }
    }

    private func drawn(_ row: Row) -> Markup {
        svg(.role("img"), .label(row.words)) {
            if let first = row.places.map(\.place).min(), let last = row.places.map(\.place).max(), last > first {
                rect(.class("reach"), .x(.share(first)), .width(.share(last - first)))
            }
            row.places.markup { $0.mark.drawn(at: $0.place) }
        }
    }
}
