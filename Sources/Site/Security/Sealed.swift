internal import CSodium
internal import Foundation

/// A text that only this house can read and make: closed with its key (XSalsa20 and Poly1305, libsodium's secretbox).
///
/// The same text gives the same seal, so that a link stays what it is; that two seals are of one text is all that can be
/// seen from outside.
package enum Sealed {
    /// Letters, digits, `-` and `_`: fits in an address.
    package static func closed(_ text: String, _ purpose: String, key: [UInt8]) -> String {
        let message = Array(text.utf8)
        let nonce = Array(Sodium.seal(Array("nonce\u{0}\(purpose)\u{0}".utf8) + message, key: key).prefix(24))
        var box = [UInt8](repeating: 0, count: message.count + 16)
        crypto_secretbox_easy(&box, message, UInt64(message.count), nonce, own(purpose, key))
        return Data(nonce + box).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    /// Nil unless `sealed` was closed by this house for this purpose.
    package static func opened(_ sealed: String, _ purpose: String, key: [UInt8]) -> String? {
        let whole = sealed.replacing("-", with: "+").replacing("_", with: "/")
        let padded = whole + String(repeating: "=", count: (4 - whole.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded).map(Array.init), bytes.count >= 40 else { return nil }
        let (nonce, box) = (Array(bytes.prefix(24)), Array(bytes.dropFirst(24)))
        var message = [UInt8](repeating: 0, count: box.count - 16)
        guard crypto_secretbox_open_easy(&message, box, UInt64(box.count), nonce, own(purpose, key)) == 0 else {
            return nil
        }
        return String(bytes: message, encoding: .utf8)
    }

    private static func own(_ purpose: String, _ key: [UInt8]) -> [UInt8] {
        Sodium.seal(Array("sealed\u{0}\(purpose)".utf8), key: key)
    }
}
