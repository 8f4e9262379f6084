package import Database

/// A letter as its receiver may read it: made at the moment of delivery, never stored.
package struct Letter: Sendable {
    package let subject: String
    /// Lines of plain text.
    package let body: String

    package init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// A kind of letter that a wing sends: the outbox holds only whom it is for and what it is about.
package struct LetterKind: Sendable {
    /// As it stands in the outbox: `invitation`.
    package let name: String
    /// Writes the letter about `reference` with what its receiver may see now (A7); nil when it need not go any more.
    package let write: @Sendable (Reading, _ reference: String, House) throws -> Letter?

    package init(_ name: String, write: @escaping @Sendable (Reading, _ reference: String, House) throws -> Letter?) {
        self.name = name
        self.write = write
    }
}
