internal import Synchronization

/// How people reach the product: as it was set, or with the port that the system gave where any would do.
final class Reach: Sendable {
    private let known: Mutex<String>

    init(_ address: String) { known = Mutex(address) }

    var address: String { known.withLock { $0 } }

    func isReached(at port: Int) {
        known.withLock { address in
            if address.utf8.suffix(2).elementsEqual(":0".utf8) { address = "\(address.dropLast())\(port)" }
        }
    }
}
