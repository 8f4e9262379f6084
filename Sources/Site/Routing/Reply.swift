package import Markup

/// What a route answers.
package enum Reply: Sendable {
    case page(Page)
    /// See what came of it at another address (303).
    case redirect(Link)
    /// A redirect that also begins or ends a session.
    case session(SessionChange, then: Link)
    case file(File)
    /// A piece of a page for our own script.
    case fragment(Markup)
    /// There is nothing here, or nothing for whoever asks: both look the same.
    case missing

    /// Bytes to keep: always an attachment.
    package struct File: Sendable {
        package let name: String
        package let type: String
        package let bytes: [UInt8]

        package init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }

        /// A table as CSV for a spreadsheet.
        package static func csv(_ name: String, _ bytes: [UInt8]) -> File {
            File(name: name, type: "text/csv; charset=utf-8", bytes: bytes)
        }
    }

    package enum SessionChange: Sendable {
        case begin(Secret)
        case end
        case language(Language)
    }
}

/// Thrown by a route when what the address names is not there for whoever asks.
package struct Missing: Error {
    package init() {}
}
