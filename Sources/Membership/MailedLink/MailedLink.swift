internal import Database
internal import Markup
internal import Site

/// A link by mail with which somebody comes in without a password, or chooses a new one (S4).
///
/// It works once and ten minutes at most; looking at it, also by a mail program that looks first, uses nothing up.
/// Its secret follows from the house's key, so it stands nowhere: stored is its digest beside the address that was typed.
/// That is done alike for an address that nobody has; only when the letter is written it is seen whose it is (S3).
enum MailedLink {
    static let minutes = 10
    /// Letters that can be on their way to one address at once; more asking makes no more letters.
    static let mostAtOnce = 3
    static let purpose = "mailed-link"

    enum Kind {}
    typealias ID = Database.ID<Kind>

    static func secret(_ id: ID, key: [UInt8]) -> Secret { .derived(from: key, purpose, id.text) }

    static func link(_ secret: Secret) -> Link { "/sign-in/links/\(secret.text)" }
    static let ask: Link = "/sign-in/links"
    static let asked: Link = "/sign-in/link-sent"
}

enum MailedLinkStore {
    static let migration = Migration(
        "membership-mailed-link-001",
        "CREATE TABLE mailed_link (digest TEXT PRIMARY KEY NOT NULL, email TEXT NOT NULL, ends INTEGER NOT NULL) WITHOUT ROWID"
    )

    /// What is over does not stay: an address that somebody typed is nobody's business after ten minutes.
    static let chore = Chore { house in
        let now = house.clock.now()
        let isOver = try await house.database.read { reading in
            try reading.count("SELECT COUNT(*) AS n FROM mailed_link WHERE ends <= $1", now) > 0
        }
        guard isOver else { return }
        try await house.database.write { _ = try $0.run("DELETE FROM mailed_link WHERE ends <= $1", now) }
    }

    /// Takes out what is over, and tells how many links to the address still work.
    static func tidy(_ email: String, at now: Moment, _ writing: Writing) throws -> Int {
        try writing.run("DELETE FROM mailed_link WHERE ends <= $1", now)
        return try writing.reading.count("SELECT COUNT(*) AS n FROM mailed_link WHERE email = $1", email)
    }

    static func add(_ secret: Secret, for email: String, ends: Moment, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO mailed_link (digest, email, ends) VALUES ($1, $2, $3)", secret.digest(for: MailedLink.purpose),
            email, ends)
    }

    /// Whom the link lets in now; nil when it is unknown, used or over, or when nobody has its address.
    static func person(_ secret: Secret, at now: Moment, _ reading: Reading) throws -> Person? {
        try reading.first(
            """
            SELECT p.id, p.name, p.email, p.language FROM mailed_link l JOIN person p ON p.email = l.email
            WHERE l.digest = $1 AND l.ends > $2
            """, secret.digest(for: MailedLink.purpose), now, as: PersonStore.person)
    }

    /// Uses up the link and every other one to the same person. False when it was used before.
    static func use(_ secret: Secret, of person: Person, at now: Moment, _ writing: Writing) throws -> Bool {
        let used = try writing.run(
            "DELETE FROM mailed_link WHERE digest = $1 AND ends > $2", secret.digest(for: MailedLink.purpose), now)
        try writing.run("DELETE FROM mailed_link WHERE email = $1", person.email)
        return used == 1
    }
}

enum MailedLinkLetter {
    static let kind = LetterKind("mailed-link") { reading, reference, house in
        let now = house.clock.now()
        guard let id = MailedLink.ID(reference) else { return nil }
        let secret = MailedLink.secret(id, key: house.key)
        guard let person = try MailedLinkStore.person(secret, at: now, reading) else { return nil }
        return letter(person, MailedLink.link(secret))
    }

    private static func letter(_ person: Person, _ link: Link) -> Letter {
        Letter(
            "Uw link om in te loggen", in: person.language, topic: nil,
            to: Letter.Receiver(name: person.name, address: person.email),
            [
                .paragraph("Beste \(person.name),"),
                .paragraph("Met deze link logt u in bij Regio aan zet. U kunt er ook een nieuw wachtwoord mee kiezen."),
                .button("Open de link", link),
                .paragraph("De link werkt één keer, en hoogstens \(MailedLink.minutes) minuten."),
                .small("Vroeg u hier niet om? Doe dan niets. Zonder deze mail komt niemand met de link binnen."),
            ])
    }
}
