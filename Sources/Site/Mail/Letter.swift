package import Database
package import Markup

/// A letter as its receiver may read it: made at the moment of delivery, never stored.
package struct Letter: Sendable {
    /// A piece of a letter. Plain text and HTML are written from the same pieces, so they cannot say different things.
    package enum Part: Sendable {
        case heading(Phrase)
        case paragraph(Phrase)
        case list([Phrase])
        /// The one thing to do, at an address of ours.
        case button(Phrase, Link)
        /// Something beside the letter itself.
        case small(Phrase)
    }

    package let subject: Phrase
    package let parts: [Part]
    package let language: Language
    /// What its receiver can end with one click; nil for a letter that was asked for, such as a link to sign in.
    package let topic: MailTopic?
    /// Whom it is for, where the outbox does not say.
    package let receiver: Receiver?

    package struct Receiver: Sendable {
        package let name: String
        package let address: String

        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    package init(
        _ subject: Phrase, in language: Language, topic: MailTopic?, to receiver: Receiver? = nil, _ parts: [Part]
    ) {
        self.subject = subject
        self.parts = parts
        self.language = language
        self.topic = topic
        self.receiver = receiver
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
