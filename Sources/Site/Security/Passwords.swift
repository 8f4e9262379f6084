internal import CSodium
internal import NIOPosix
internal import Synchronization

/// Makes and checks password hashes (argon2id, 19 MiB, 2 passes: OWASP 2023), on two threads of its own so
/// that no page waits for them.
package final class Passwords: Sendable {
    /// More people are signing in at this moment than the machine can check.
    package struct Busy: Error {}

    private static let longest = 64
    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let places = Places(Passwords.longest)
    /// What an unknown account is compared with, so that it takes as long as a known one.
    private let decoy: String
    private let usual = Mutex(Duration.milliseconds(40))

    package init() {
        threads.start()
        decoy = Self.hash("no password is this")
    }

    package func hash(_ password: String) async throws -> String {
        try await off { Self.hash(password) }
    }

    /// Whether `password` fits `hash`; a nil hash takes the same time and never fits.
    package func fits(_ password: String, _ hash: String?) async throws -> Bool {
        let stored = hash ?? decoy
        let begun = ContinuousClock.now
        let fits = try await off { Self.fits(password, stored) }
        let took = ContinuousClock.now - begun
        usual.withLock { $0 = took }
        return fits && hash != nil
    }

    /// Takes as long as the last check and does nothing: for whoever is refused before the check, so that neither
    /// the clock tells why nor the machine works for it.
    package func pretend() async {
        try? await Task.sleep(for: usual.withLock { $0 })
    }

    package func close() async { try? await threads.shutdownGracefully() }

    private func off<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
        guard places.take() else { throw Busy() }
        defer { places.give() }
        return try await threads.runIfActive { work() }
    }

    private static func hash(_ password: String) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let password = password.utf8.map { CChar(bitPattern: $0) }
        guard crypto_pwhash_str(&text, password, UInt64(password.count), 2, 19 * 1024 * 1024) == 0 else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func fits(_ password: String, _ hash: String) -> Bool {
        let password = password.utf8.map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(hash, password, UInt64(password.count)) == 0
    }
}
