package import Database
internal import Synchronization

/// Counts failures and says when it is enough (promise L5): 5 for one account *from one address* and 30 for
/// one address in 15 minutes.
///
/// Only failures count, and whoever gets in takes their own failures along: so 200 people behind one school
/// address can sign in, typing errors included. The count of an account is kept per address, so that nobody can
/// lock another out from elsewhere; and an account that got in from an address before is not held up by what
/// others do there.
package final class Throttle: Sendable {
    private struct Failure {
        let account: String
        let at: Moment
    }

    private struct Book {
        var failures: [String: [Failure]] = [:]
        /// Accounts that got in, each with the address it was from.
        var known: Set<String> = []
    }

    /// What an attempt finds.
    package enum Door: Sendable, Equatable {
        case open
        /// This account failed too often from this address.
        case shut
        /// Too much failed from this address, and this account never got in from it.
        case crowded
    }

    private static let span = 15 * 60
    private static let mostKeys = 100_000
    private let perAccount: Int
    private let perAddress: Int
    private let book = Mutex(Book())

    package init(perAccount: Int = 5, perAddress: Int = 30) {
        self.perAccount = perAccount
        self.perAddress = perAddress
    }

    /// Says whether `account` may try, and counts the attempt as failed until ``succeeded(account:address:)``
    /// takes that back: attempts made at the same instant count each other.
    package func attempt(account: String, address: String, at now: Moment) -> Door {
        book.withLock { book in
            let door = door(book, account, address, now)
            if door == .open { Self.note(&book, account, address, now) }
            return door
        }
    }

    /// A success takes back what failed on this account from this address; not what failed there on others.
    package func succeeded(account: String, address: String) {
        book.withLock { book in
            book.failures[address]?.removeAll { $0.account == account }
            if book.known.count >= Self.mostKeys { book.known = [] }
            book.known.insert(Self.key(account, address))
        }
    }

    /// The attempt could not be judged, so it does not count.
    package func withdrawn(account: String, address: String) {
        book.withLock { book in
            guard let last = book.failures[address]?.lastIndex(where: { $0.account == account }) else { return }
            book.failures[address]?.remove(at: last)
        }
    }

    private func door(_ book: Book, _ account: String, _ address: String, _ now: Moment) -> Door {
        let recent = book.failures[address]?.filter { $0.at > now.adding(seconds: -Self.span) } ?? []
        if recent.count(where: { $0.account == account }) >= perAccount { return .shut }
        return recent.count < perAddress || book.known.contains(Self.key(account, address)) ? .open : .crowded
    }

    private static func key(_ account: String, _ address: String) -> String { "\(address)\u{0}\(account)" }

    private static func note(_ book: inout Book, _ account: String, _ address: String, _ now: Moment) {
        let start = now.adding(seconds: -span)
        if book.failures.count >= mostKeys { book.failures = book.failures.filter { $0.value.contains { $0.at > start } } }
        if book.failures.count >= mostKeys { book.failures = [:] }
        let recent = book.failures[address]?.filter { $0.at > start } ?? []
        book.failures[address] = (recent + [Failure(account: account, at: now)]).suffix(256)
    }
}
