package import Markup

/// One figure over several times, the oldest on top: a mark a time, on the words of the levels.
package struct ThenAndNowChart: Sendable {
    package struct Time: Sendable {
        let label: Markup
        let place: Double
        let words: Phrase
        let isNow: Bool

        /// - Parameter place: 0 for the lowest level, 1 for the highest.
        package init(_ label: Markup, place: Double, words: Phrase, isNow: Bool) {
            self.label = label
            self.place = place
            self.words = words
            self.isNow = isNow
        }
    }

    let axis: [Markup]
    let times: [Time]

    package init(axis: [Markup], times: [Time]) {
        self.axis = axis
        self.times = times
    }

    package var markup: Markup {
        DifferenceChart(
            axis: axis,
            rows: times.map { time in
                .init(time.label, places: [(time.isNow ? .whole : .earlier, time.place)], words: time.words)
            }
        ).markup
    }
}
