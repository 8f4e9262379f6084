/// The mail server that takes our letters, as whoever runs the product set it.
package struct Relay: Sendable, Equatable {
    package let host: String
    package let port: Int
    /// Whether a letter goes only after STARTTLS with a certificate that fits; false on the machine itself alone.
    package let isEncrypted: Bool
    package let account: Account?
    /// A file with the certificates to trust; nil: those of the system.
    package let authority: String?
    /// What stands as the sender; nil: `noreply@` at the product's own host.
    package let sender: String?
    /// How many seconds the first wait after trouble takes; each next one takes twice as long.
    package let pause: Int

    package struct Account: Sendable, Equatable {
        package let name: String
        package let password: String

        package init(name: String, password: String) {
            self.name = name
            self.password = password
        }
    }

    package init(
        host: String, port: Int = 587, isEncrypted: Bool = true, account: Account? = nil, authority: String? = nil,
        sender: String? = nil, pause: Int = 60
    ) {
        self.host = host
        self.port = port
        self.isEncrypted = isEncrypted
        self.account = account
        self.authority = authority
        self.sender = sender
        self.pause = pause
    }
}

/// How long letters wait after trouble.
package struct Pauses: Sendable {
    let first: Int

    package init(first: Int) { self.first = first }

    /// A letter that the server will not take yet: at most four hours between two tries.
    package func letter(after attempts: Int) -> Int { doubled(attempts, most: 4 * 3600) }
    /// A server that does not answer: at most a quarter of an hour.
    package func server(after failures: Int) -> Int { doubled(failures, most: 900) }

    /// Five days of trying, as RFC 5321 (section 4.5.4.1) asks of whoever hands mail over.
    package static let days = 5

    private func doubled(_ times: Int, most: Int) -> Int {
        min(most, first << min(max(0, times - 1), 16))
    }
}
