internal import Synchronization

/// The reports that were asked for last. A key that has changed is another key, so what is kept is never stale.
final class ReportCache: Sendable {
    struct Key: Hashable, Sendable {
        /// The house's key: two houses in one process do not see each other's.
        let house: [UInt8]
        let round: Round.ID
        let edition: Int
    }

    static let shared = ReportCache(most: 24)

    private struct Kept {
        var reports: [Key: FeedbackReport] = [:]
        /// The keys by when they were last asked for, the longest ago first.
        var order: [Key] = []
    }

    private let most: Int
    private let kept = Mutex(Kept())

    init(most: Int) { self.most = most }

    func report(_ key: Key) -> FeedbackReport? {
        kept.withLock { kept in
            guard let report = kept.reports[key] else { return nil }
            kept.order.removeAll { $0 == key }
            kept.order.append(key)
            return report
        }
    }

    func keep(_ report: FeedbackReport, as key: Key) {
        kept.withLock { kept in
            kept.order.removeAll { $0 == key }
            kept.order.append(key)
            kept.reports[key] = report
            while kept.order.count > most { kept.reports[kept.order.removeFirst()] = nil }
        }
    }
}
