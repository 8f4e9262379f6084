/// The part of a group that gave one answer, as far as it may be known.
package enum Share: Sendable, Hashable, Codable {
    /// People, only in an open round.
    case counted(Int)
    /// Whole percents of the group.
    case percent(Int)
    /// From so many to so many whole percents of the group, both included.
    case between(Int, Int)
    /// Nobody or hardly anybody: under 5 % of the group, or at most one person; which of these is not said.
    case few
    /// Everybody or nearly everybody: over 95 %, or all but at most one person.
    case most

    /// At most so many people are "few" in a group of `people`, and all but at most so many are "most".
    ///
    /// Under 5 % of the group, and never less than one person: else "under 5 %" would mean nobody, and
    /// "over 95 %" would tell each one's answer, in a group of fewer than twenty.
    static func reach(of people: Int) -> Int {
        max(1, (people + 19) / 20 - 1)
    }

    /// How precisely shares between few and most are published.
    enum Grain {
        case counts
        /// Whole percents: in small groups the count can be worked out.
        case fine
        /// In groups under 300 a range of three people or more, two where there are no more between few and most.
        case coarse
    }

    init(_ count: Int, of people: Int, grain: Grain, cutting: Bool = true) {
        let reach = cutting ? Share.reach(of: people) : -1
        if grain == .counts {
            self = .counted(count)
        } else if count <= reach {
            self = .few
        } else if count >= people - reach {
            self = .most
        } else if grain == .fine || people >= 300 || !cutting {
            self = .percent(Share.percents(count, of: people))
        } else {
            let first = reach + 1
            let width = people - reach - first
            let ranges = max(1, width / 3)
            let place = (count - first) * ranges / width
            let low = first + (place * width + ranges - 1) / ranges
            let high = first + ((place + 1) * width + ranges - 1) / ranges - 1
            self = .between(Share.percents(low, of: people), Share.percents(high, of: people))
        }
    }

    private static func percents(_ count: Int, of people: Int) -> Int {
        (200 * count + people) / max(2 * people, 1)
    }

    /// The numbers of people that this share leaves possible in a counted group of `people`.
    package func bounds(of people: Int) -> ClosedRange<Int> {
        let reach = min(Share.reach(of: people), people)
        switch self {
        case .counted(let count): return count...count
        case .few: return 0...reach
        case .most: return (people - reach)...people
        case .percent(let percent): return Share.people(from: percent, to: percent, of: people)
        case .between(let low, let high): return Share.people(from: low, to: high, of: people)
        }
    }

    /// All counts that round to percents from `low` to `high`.
    private static func people(from low: Int, to high: Int, of people: Int) -> ClosedRange<Int> {
        let lowest = max(0, (2 * people * low - people + 199) / 200)
        let highest = min(people, (2 * people * (high + 1) - people + 199) / 200 - 1)
        return lowest...max(lowest, highest)
    }
}
