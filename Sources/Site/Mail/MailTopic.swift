package import Database
internal import Foundation
package import Markup

/// What somebody can be free of with one click: letters that nobody asked for at that moment.
package enum MailTopic: String, StoredEnum, CaseIterable {
    /// Questions, reminders and results of rounds.
    case rounds
    /// The letter of Monday with one's own actions.
    case actions
}

/// The link with which the receiver of a letter ends letters of its kind (RFC 8058).
///
/// In it the topic and the address stand sealed with the house's key: nothing of it is stored, and nobody else can make
/// one. Stored is only a digest of what is off.
package struct MailOff: Sendable, Equatable {
    package let topic: MailTopic
    package let address: String

    package init(_ topic: MailTopic, _ address: String) {
        self.topic = topic
        self.address = address.lowercased()
    }

    /// Nil unless this house sealed it.
    package init?(_ sealed: String, key: [UInt8]) {
        guard let text = Sealed.opened(sealed, "mail-off", key: key) else { return nil }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let topic = MailTopic(rawValue: parts[0]), MailAddress.isAddress(parts[1]) else {
            return nil
        }
        self.init(topic, parts[1])
    }

    package func link(key: [UInt8]) -> Link {
        "/mail/\(Sealed.closed("\(topic.rawValue) \(address)", "mail-off", key: key))"
    }

    private var mark: String { hexadecimal(Sodium.sha256(Array("mail-off\u{0}\(topic.rawValue)\u{0}\(address)".utf8))) }

    package static let migration = Migration(
        "mail-001", "CREATE TABLE mail_off (mark TEXT PRIMARY KEY NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID")

    package func isOff(_ reading: Reading) throws -> Bool {
        try reading.count("SELECT COUNT(*) AS n FROM mail_off WHERE mark = $1", mark) > 0
    }

    package func setOff(_ isOff: Bool, at now: Moment, _ writing: Writing) throws {
        if isOff {
            try writing.run(
                "INSERT INTO mail_off (mark, since) VALUES ($1, $2) ON CONFLICT (mark) DO NOTHING", mark, now)
        } else {
            try writing.run("DELETE FROM mail_off WHERE mark = $1", mark)
        }
    }
}
