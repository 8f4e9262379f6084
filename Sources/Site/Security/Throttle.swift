package import Database
internal import Synchronization

/// Counts failures and says when it is enough (promise L5): 5 for one account *from one address* and 30 for
/// one address in 15 minutes.
///
/// Only failures count, so that 200 people behind one school address can sign in; and the count of an
/// account is kept per address, so that nobody can lock another out from elsewhere.
package final class Throttle: Sendable {
    private struct Failures {
        var moments: [Moment] = []
    }

    private static let span = 15 * 60
    private static let mostKeys = 100_000
    private let perAccount: Int
    private let perAddress: Int
    private let failures = Mutex<[String: Failures]>([:])

    package init(perAccount: Int = 5, perAddress: Int = 30) {
        self.perAccount = perAccount
        self.perAddress = perAddress
    }

    package func isShut(account: String, address: String, at now: Moment) -> Bool {
        count(Self.key(account, address), now) >= perAccount || count(Self.key(address), now) >= perAddress
    }

    package func failed(account: String, address: String, at now: Moment) {
        note(Self.key(account, address), now)
        note(Self.key(address), now)
    }

    /// A success clears what was typed wrong before it on this account; not what came from the address.
    package func succeeded(account: String, address: String) {
        failures.withLock { $0[Self.key(account, address)] = nil }
    }

    private static func key(_ parts: String...) -> String { parts.joined(separator: "\u{0}") }

    private func count(_ key: String, _ now: Moment) -> Int {
        failures.withLock { all in
            all[key]?.moments.filter { $0 > now.adding(seconds: -Self.span) }.count ?? 0
        }
    }

    private func note(_ key: String, _ now: Moment) {
        failures.withLock { all in
            if all.count >= Self.mostKeys { all = all.filter { $0.value.moments.contains { $0 > now.adding(seconds: -Self.span) } } }
            if all.count >= Self.mostKeys { all = [:] }
            let recent = all[key]?.moments.filter { $0 > now.adding(seconds: -Self.span) } ?? []
            all[key] = Failures(moments: Array((recent + [now]).suffix(64)))
        }
    }
}
