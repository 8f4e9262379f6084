internal import Synchronization

/// A number of places that can be taken and given back: more than that is refused, not queued.
package final class Places: Sendable {
    private let free: Mutex<Int>

    package init(_ count: Int) { free = Mutex(count) }

    package func take() -> Bool {
        free.withLock { count in
            guard count > 0 else { return false }
            count -= 1
            return true
        }
    }

    package func give() { free.withLock { $0 += 1 } }
}
