package import Database
package import Markup
internal import Site

/// From a day until a day, as it reads on `today`.
package struct Period: Sendable, Equatable {
    let from: Day
    let until: Day?

    package init(from: Day, until: Day?) {
        self.from = from
        self.until = until
    }

    package func words(on today: Day) -> Phrase {
        guard let until else { return from > today ? "vanaf \(from.long)" : "sinds \(from.long)" }
        return "\(from.long) tot en met \(until.long)"
    }
}
