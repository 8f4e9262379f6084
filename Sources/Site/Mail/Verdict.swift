/// What came of handing one letter to the mail server.
package enum Verdict: Sendable, Equatable {
    case taken
    /// This letter not yet: a list that lets strangers wait, a full mailbox.
    case later(answer: String)
    /// This letter never: there is no such address, or the server will not have it.
    case never(answer: String)
    /// No letter at all for now.
    case down(Trouble)

    package enum Trouble: String, Sendable, Equatable {
        case unreachable = "cannot be reached"
        case unsafe = "shows no certificate that is trusted"
        case signIn = "refuses the account"
        case refusing = "takes no letters from here"
        case silent = "stopped in the middle"
    }
}

/// What was said last when a letter was handed over (RFC 5321).
package struct Exchange: Sendable, Equatable {
    /// The command that the last answer was to: `RCPT`.
    package var command: String
    /// The number of the last answer; 0 where none came.
    package var status: Int
    /// The last line of the last answer.
    package var answer: String

    package init(command: String = "", status: Int = 0, answer: String = "") {
        self.command = command
        self.status = status
        self.answer = answer
    }

    /// An answer about this letter, and not about us: to its receiver or to its text. Not 421: the server shuts.
    package var isAboutLetter: Bool { (command == "RCPT" || command == "DATA") && status != 421 }

    /// The words of the server as they may be kept and shown: one line of plain signs, not too long.
    package var shown: String { Self.plain(answer) }

    static func plain(_ text: String) -> String {
        String(
            decoding: text.utf8.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }.prefix(200), as: UTF8.self)
    }
}

extension Exchange {
    /// What the last answer means for a letter that did not go.
    package var verdict: Verdict {
        switch status {
        case 400..<500 where isAboutLetter: .later(answer: shown)
        case 500..<600 where isAboutLetter: .never(answer: shown)
        case 400..<600: .down(.refusing)
        case 0: .down(.unreachable)
        default: .down(.silent)
        }
    }
}
