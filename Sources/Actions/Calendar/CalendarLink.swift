internal import Database
internal import Membership
internal import Site

/// An address that somebody's own calendar program asks again and again, without signing in.
///
/// It opens what its owner may see at that moment: a role that ends closes it at once (A6). The secret follows from a
/// key outside the database; stored is only its digest, and taking the row away revokes it.
struct CalendarLink: Sendable, Equatable {
    typealias ID = Database.ID<CalendarLink>

    let id: ID
    let person: Person.ID
    /// Nil: the owner's own actions, in every region.
    let region: Region.ID?

    func secret(_ key: [UInt8]) -> Secret { .derived(from: key, Self.purpose, id.text) }

    static let purpose = "calendar"
}

enum CalendarLinkStore {
    static let migration = Migration(
        "actions-002",
        """
        CREATE TABLE calendar_link (
            id TEXT PRIMARY KEY NOT NULL,
            digest TEXT NOT NULL UNIQUE,
            person TEXT NOT NULL REFERENCES person (id),
            region TEXT REFERENCES region (id)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX calendar_link_person ON calendar_link (person, COALESCE(region, ''));
        """)

    /// Keeps the link; one that its owner already has for the same dates stays as it is.
    static func add(_ link: CalendarLink, key: [UInt8], _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO calendar_link (id, digest, person, region) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """,
            link.id, link.secret(key).digest(for: CalendarLink.purpose), link.person, link.region)
    }

    static func remove(_ id: CalendarLink.ID, of person: Person.ID, _ writing: Writing) throws {
        try writing.run("DELETE FROM calendar_link WHERE id = $1 AND person = $2", id, person)
    }

    static func all(of person: Person.ID, _ reading: Reading) throws -> [CalendarLink] {
        try reading.all(
            "SELECT id, person, region FROM calendar_link WHERE person = $1 ORDER BY id", person, as: link)
    }

    static func link(_ secret: Secret, _ reading: Reading) throws -> CalendarLink? {
        try reading.first(
            "SELECT id, person, region FROM calendar_link WHERE digest = $1",
            secret.digest(for: CalendarLink.purpose), as: link)
    }

    private static func link(_ row: Row) throws -> CalendarLink {
        CalendarLink(id: try row.get("id"), person: try row.get("person"), region: try row.optional("region"))
    }
}
