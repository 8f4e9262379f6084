internal import Database
internal import Markup
internal import Site

/// A day that a row of an import gives otherwise: as it was and as it will be. Nil where it is the same.
enum ImportDifference {
    static func from(_ was: Day, _ now: Day) -> Phrase? {
        now == was ? nil : "vanaf: \(was.long) → \(now.long)"
    }

    static func lastDay(_ was: Day?, _ now: Day?) -> Phrase? {
        if now == was { return nil }
        let day: Phrase = now.map { $0.long } ?? "leeg"
        return "laatste dag: \(was.map { $0.long } ?? "leeg") → \(day)"
    }
}
