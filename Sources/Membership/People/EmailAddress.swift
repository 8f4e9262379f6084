/// An address for mail, in lower case, as far as it can be judged without sending anything.
package struct EmailAddress: Sendable, Hashable {
    package let text: String

    /// Nil unless it is one `@` with visible ASCII around it and a point somewhere behind it: what a person can mistype
    /// without noticing is seen, what a mail server must judge is not.
    package init?(_ text: String) {
        guard text.utf8.count <= 200, text.utf8.allSatisfy(Self.mayStand) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty else { return nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.text = text.lowercased()
    }

    /// Visible ASCII without what has a meaning in a line of mail headers.
    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#"<>()[],;:\""#.utf8.contains(byte)
    }
}
