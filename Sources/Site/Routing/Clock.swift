package import Database
internal import Foundation

/// What time it is; passed in, so that a test or the demo world can say it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) { self.now = now }

    package static let system = Clock { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// The date in the Netherlands at `moment`.
    package func day(of moment: Moment) -> Day {
        let seconds = moment.milliseconds / 1000
        let offset = Int64(Self.zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) ?? 3600)
        let local = seconds + offset
        return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// The time of day in the Netherlands at `moment`: `14:02`.
    package func time(of moment: Moment) -> String {
        let seconds = moment.milliseconds / 1000
        let offset = Int64(Self.zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) ?? 3600)
        let minutes = Int((seconds + offset) % 86_400) / 60
        return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    private static let zone = TimeZone(identifier: "Europe/Amsterdam")
}
