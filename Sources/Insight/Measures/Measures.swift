internal import Foundation

/// Measures of one distribution over ordered levels. Weights need not add up to 1; none is negative.
package enum Measures {
    /// The mean level, 0 for the lowest and 1 for the highest; `nil` without weight or with one level.
    package static func mean(_ weights: [Double]) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0, weights.count > 1 else { return nil }
        let sum = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        return sum / total / Double(weights.count - 1)
    }

    /// Agreement on an ordered scale: 1 when all chose one level, 0 when half stand at each end.
    ///
    /// Cns = 1 + Σ pᵢ log₂(1 − |Xᵢ − μ| / d), d the distance between the ends.
    /// Source: W.J. Tastle and M.J. Wierman, "Consensus and dissention: a measure of ordinal dispersion",
    /// International Journal of Approximate Reasoning 45 (2007), 531-545.
    package static func consensus(_ weights: [Double]) -> Double? {
        guard let mean = mean(weights) else { return nil }
        let total = weights.reduce(0, +)
        let width = Double(weights.count - 1)
        let sum = weights.enumerated().reduce(1.0) { sum, level in
            guard level.element > 0 else { return sum }
            return sum + level.element / total * log2(1 - abs(Double(level.offset) / width - mean))
        }
        return min(1, max(0, sum))
    }

    /// Disagreement, the other side of consensus: 0 when all chose one level, 1 when half stand at each end.
    package static func dissent(_ weights: [Double]) -> Double? {
        consensus(weights).map { 1 - $0 }
    }
}
