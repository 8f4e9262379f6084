package import Database
internal import Foundation
internal import Synchronization

/// What time it is; passed in, so that a test or the demo world can say it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) { self.now = now }

    package static let system = Clock { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// The date in the Netherlands at `moment`.
    package func day(of moment: Moment) -> Day {
        let seconds = moment.milliseconds / 1000
        let local = seconds + Self.offset(at: seconds)
        return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// The time of day in the Netherlands at `moment`: `14:02`.
    package func time(of moment: Moment) -> String {
        let seconds = moment.milliseconds / 1000
        let minutes = Int((seconds + Self.offset(at: seconds)) % 86_400) / 60
        return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    /// Seconds that the Netherlands are ahead of UTC. The clocks there change on a whole quarter of an hour, since 1970.
    private static func offset(at seconds: Int64) -> Int64 {
        let quarter = seconds / 900
        return last.withLock { last in
            if last.quarter != quarter {
                let date = Date(timeIntervalSince1970: Double(seconds))
                last = (quarter, Int64(zone?.secondsFromGMT(for: date) ?? 3600))
            }
            return last.offset
        }
    }

    private static let last = Mutex<(quarter: Int64, offset: Int64)>((.min, 3600))
    private static let zone = TimeZone(identifier: "Europe/Amsterdam")
}
