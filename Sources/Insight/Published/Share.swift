/// The part of a group that gave one answer, as far as it may be known.
package enum Share: Sendable, Hashable, Codable {
    /// People, only in an open round.
    case counted(Int)
    /// Whole percents of the group.
    case percent(Int)
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

    init(_ count: Int, of people: Int, cutting: Bool = true) {
        let reach = cutting ? Share.reach(of: people) : -1
        self =
            if count <= reach {
                .few
            } else if count >= people - reach {
                .most
            } else {
                .percent((200 * count + people) / max(2 * people, 1))
            }
    }

    /// The numbers of people that this share leaves possible in a counted group of `people`.
    package func bounds(of people: Int) -> ClosedRange<Int> {
        let reach = min(Share.reach(of: people), people)
        switch self {
        case .counted(let count): return count...count
        case .few: return 0...reach
        case .most: return (people - reach)...people
        case .percent(let percent):
            let lowest = max(0, (2 * people * percent - people + 199) / 200)
            let highest = min(people, (2 * people * (percent + 1) - people + 199) / 200 - 1)
            return lowest...max(lowest, highest)
        }
    }
}
