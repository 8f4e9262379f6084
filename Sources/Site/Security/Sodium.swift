internal import CSodium

/// What the product takes from libsodium: random bytes, digests, keyed digests, equal-time comparison.
package enum Sodium {
    /// False only on a machine without a source of random bytes: then nothing may start.
    package static let isReady = sodium_init() >= 0

    /// `count` bytes from the system's random source.
    package static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// SHA-256 (FIPS 180-4).
    package static func sha256(_ message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, message, UInt64(message.count))
        return digest
    }

    /// BLAKE2b with a key (RFC 7693): 32 bytes that only the holder of `key` can make.
    package static func seal(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&digest, 32, message, UInt64(message.count), key, key.count)
        return digest
    }

    /// Compares in a time that does not depend on where the difference is.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
