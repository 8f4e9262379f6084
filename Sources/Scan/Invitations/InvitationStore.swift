package import Database
internal import Membership
package import Site

package enum InvitationStore {
    package static func add(_ invitation: Invitation, key: [UInt8], _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO invitation (id, round, digest, person, name, email, sector, level, partner)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            invitation.id, invitation.round, invitation.secret(key).digest(for: Invitation.purpose), invitation.person,
            invitation.name, invitation.email, invitation.origin.sector, invitation.origin.level,
            invitation.origin.partner)
    }

    package static func invitation(_ secret: Secret, _ reading: Reading) throws -> Invitation? {
        try reading.first(
            """
            SELECT id, round, person, name, email, sector, level, partner, answer_sector, answer_level, answer_partner
            FROM invitation WHERE digest = $1
            """, secret.digest(for: Invitation.purpose), as: invitation)
    }

    package static func all(of round: Round.ID, _ reading: Reading) throws -> [Invitation] {
        try reading.all(
            """
            SELECT id, round, person, name, email, sector, level, partner, answer_sector, answer_level, answer_partner
            FROM invitation WHERE round = $1 ORDER BY name
            """, round, as: invitation)
    }

    /// Who is invited, with no more of them than their sector.
    static func sectors(
        of round: Round.ID, _ reading: Reading
    ) throws -> [(invitation: Invitation.ID, sector: Sector?)] {
        try reading.all("SELECT id, sector FROM invitation WHERE round = $1", round) {
            (try $0.get("id"), try $0.optional("sector"))
        }
    }

    package static func invitation(_ id: Invitation.ID, of round: Round.ID, _ reading: Reading) throws -> Invitation? {
        try reading.first(
            """
            SELECT id, round, person, name, email, sector, level, partner, answer_sector, answer_level, answer_partner
            FROM invitation WHERE id = $1 AND round = $2
            """, id, round, as: invitation)
    }

    /// The invitation of one person, for their own eyes.
    static func invitation(of person: PersonID, to round: Round.ID, _ reading: Reading) throws -> Invitation? {
        try reading.first(
            """
            SELECT id, round, person, name, email, sector, level, partner, answer_sector, answer_level, answer_partner
            FROM invitation WHERE round = $1 AND person = $2
            """, round, person, as: invitation)
    }

    /// An invitation whose key came from the outbox.
    static func invitation(_ id: Invitation.ID, _ reading: Reading) throws -> Invitation? {
        try reading.first(
            """
            SELECT id, round, person, name, email, sector, level, partner, answer_sector, answer_level, answer_partner
            FROM invitation WHERE id = $1
            """, id, as: invitation)
    }

    package static func count(of round: Round.ID, _ reading: Reading) throws -> Int {
        try reading.count("SELECT COUNT(*) AS n FROM invitation WHERE round = $1", round)
    }

    /// How many can be written to.
    static func countWithAddress(of round: Round.ID, _ reading: Reading) throws -> Int {
        try reading.count("SELECT COUNT(*) AS n FROM invitation WHERE round = $1 AND email <> ''", round)
    }

    /// Settles what may be kept with the answer of this invitation.
    package static func setAnswerOrigin(
        _ origin: Response.Origin, of invitation: Invitation.ID, _ writing: Writing
    ) throws {
        try writing.run(
            "UPDATE invitation SET answer_sector = $2, answer_level = $3, answer_partner = $4 WHERE id = $1",
            invitation, origin.sector, origin.level, origin.partner)
    }

    /// Takes an invitation back; false when it is not there or was answered.
    package static func remove(
        _ invitation: Invitation.ID, of round: Round.ID, key: [UInt8], _ writing: Writing
    ) throws -> Bool {
        guard let found = try self.invitation(invitation, of: round, writing.reading),
            try Answered.among([found], in: round, key: key, writing.reading).isEmpty
        else { return false }
        return try writing.run("DELETE FROM invitation WHERE id = $1 AND round = $2", invitation, round) == 1
    }

    private static func invitation(_ row: Row) throws -> Invitation {
        Invitation(
            id: try row.get("id"), round: try row.get("round"), person: try row.optional("person"),
            name: try row.get("name"), email: try row.get("email"),
            origin: Response.Origin(
                sector: try row.optional("sector"), level: try row.optional("level"),
                partner: try row.optional("partner")),
            answerOrigin: Response.Origin(
                sector: try row.optional("answer_sector"), level: try row.optional("answer_level"),
                partner: try row.optional("answer_partner")))
    }
}
