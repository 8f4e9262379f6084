/// A number drawn once per round and kept with its answers: what chance adds to a figure follows from it, so that
/// a figure is the same each time it is computed. Whoever knows it can take the chance out again: never show it.
package struct Secret: Sendable, Hashable, Codable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static func random() -> Secret {
        Secret(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    }

    /// A number that looks random to whoever does not know the secret
    /// (SipHash-2-4; J.-P. Aumasson and D.J. Bernstein, "SipHash: a fast short-input PRF", 2012).
    func number(for words: String...) -> UInt64 {
        let bytes = Array(words.joined(separator: "\u{1f}").utf8)
        var state = SipState(self)
        var place = 0
        while place + 8 <= bytes.count {
            state.take((0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) })
            place += 8
        }
        let rest = (place..<bytes.count).reduce(UInt64(bytes.count & 255) << 56) {
            $0 | UInt64(bytes[$1]) << UInt64(8 * ($1 - place))
        }
        state.take(rest)
        return state.end()
    }
}

private struct SipState {
    private var a, b, c, d: UInt64

    init(_ secret: Secret) {
        a = secret.low ^ 0x736f_6d65_7073_6575
        b = secret.high ^ 0x646f_7261_6e64_6f6d
        c = secret.low ^ 0x6c79_6765_6e65_7261
        d = secret.high ^ 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64) {
        d ^= word
        turn(2)
        a ^= word
    }

    mutating func end() -> UInt64 {
        c ^= 0xff
        turn(4)
        return a ^ b ^ c ^ d
    }

    private mutating func turn(_ times: Int) {
        func rotated(_ word: UInt64, _ by: UInt64) -> UInt64 { word << by | word >> (64 - by) }
        for _ in 0..<times {
            a &+= b
            b = rotated(b, 13) ^ a
            a = rotated(a, 32)
            c &+= d
            d = rotated(d, 16) ^ c
            a &+= d
            d = rotated(d, 21) ^ a
            c &+= b
            b = rotated(b, 17) ^ c
            c = rotated(c, 32)
        }
    }
}

/// Chance added to a count, so that several figures together prove nothing.
///
/// Any whole number can come out, each step from 0 a fixed times less likely (the two-sided geometric
/// distribution; A. Ghosh, T. Roughgarden and M. Sundararajan, "Universally utility-maximizing privacy
/// mechanisms", 2009). So whatever was published, every true count could have led to it.
enum Blur {
    /// Each step four times less likely: 0 in 60 %, at most 1 in 90 %, at most 2 in 97.5 % of figures.
    static func added(to count: Int, by random: UInt64) -> Int {
        // With α = 1/4, P(0) = (1 − α) / (1 + α) = 0.6, and the rest is shared by the two sides.
        let part = Double(random >> 11) / Double(1 << 53)
        if part < 0.6 { return count }
        let tail = (part - 0.6) / 0.4
        let isUp = tail < 0.5
        var left = isUp ? tail * 2 : tail * 2 - 1
        var steps = 1
        while left < 0.25, steps < 26 {
            left *= 4
            steps += 1
        }
        return isUp ? count + steps : count - steps
    }
}
