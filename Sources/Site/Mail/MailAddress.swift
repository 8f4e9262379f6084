internal import Files

/// Where a letter goes: a name and an address that fit in one header line.
package struct MailAddress: Sendable, Equatable {
    package let name: String
    package let address: String

    /// Nil if either could begin another line or another address (S9): checked as bytes.
    package init?(name: String, address: String) {
        guard Self.isName(name), Self.isAddress(address) else { return nil }
        self.name = name
        self.address = address
    }

    /// One `@`, plain ASCII, and none of the marks that mean something in a header (RFC 5322, section 3.2.3).
    package static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (3...254).contains(text.utf8.count), parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>[],;:\\\"".utf8.contains($0) }
    }

    /// A name that fits in one header line.
    package static func isName(_ name: String) -> Bool { HeaderLine.isSafe(name) && !name.utf8.contains(Ascii.tab) }
}
