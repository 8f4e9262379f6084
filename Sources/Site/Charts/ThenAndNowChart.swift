package import Markup

/// One figure over several times, the oldest on top: a mark a time, on the words of the levels.
///
/// Beside each time stands its place in words, so that the picture is its own table (W4).
package struct ThenAndNowChart: Sendable {
    package struct Time: Sendable {
        let label: Markup
        let place: Double
        let words: Phrase
        let isNow: Bool

        /// - Parameters:
        ///   - place: 0 for the lowest level, 1 for the highest.
        ///   - words: the place in words, without the time.
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
                .init(named(time), places: [(time.isNow ? .whole : .earlier, time.place)], words: time.words)
            }
        ).markup
    }

    private func named(_ time: Time) -> Markup {
        .group([time.label, span(.class("n")) { time.words }])
    }
}
