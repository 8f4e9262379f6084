internal import Foundation

/// The middle of the numbers a group of people gave.
///
/// Quartiles by linear interpolation (R.J. Hyndman and Y. Fan, "Sample quantiles in statistical packages",
/// The American Statistician 50, 1996, type 7). In a confidential round they are rounded to two digits, and how
/// many answered, the lowest and the highest are left out: those are people.
package struct NumberSummary: Sendable, Hashable, Codable {
    package let lowerQuartile: Double
    package let median: Double
    package let upperQuartile: Double
    package let counted: Counted?

    /// What is added in an open round.
    package struct Counted: Sendable, Hashable, Codable {
        package let answers: Int
        package let mean: Double
        package let lowest: Double
        package let highest: Double
    }

    /// `nil` without values.
    init?(_ values: [Double], isConfidential: Bool) {
        let sorted = values.sorted()
        guard let lowest = sorted.first, let highest = sorted.last else { return nil }
        let quartiles = [0.25, 0.5, 0.75].map { part in
            let quantile = NumberSummary.quantile(part, of: sorted)
            return isConfidential ? NumberSummary.twoDigits(quantile) : quantile
        }
        lowerQuartile = quartiles[0]
        median = quartiles[1]
        upperQuartile = quartiles[2]
        let mean = sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
        counted = isConfidential ? nil : Counted(answers: sorted.count, mean: mean, lowest: lowest, highest: highest)
    }

    static func quantile(_ part: Double, of sorted: [Double]) -> Double {
        let place = part * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        let weight = place - Double(below)
        return sorted[below] * (1 - weight) + sorted[above] * weight
    }

    static func twoDigits(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        let digits = Int(log10(abs(value)).rounded(.down)) - 1
        let unit = pow(10, Double(abs(digits)))
        return digits >= 0 ? (value / unit).rounded() * unit : (value * unit).rounded() / unit
    }
}
