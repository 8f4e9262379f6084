package import Database
internal import Membership
package import Site

package enum ResponseStore {
    /// Says something else than the invitation's digest of the same secret: without the secret the two cannot be joined.
    package static let purpose = "response"

    package static func key(_ secret: Secret) -> String { secret.digest(for: purpose) }

    /// The answers under `key`, read for the questions of `content`.
    package static func response(
        _ key: String, in round: Round.ID, for content: Instrument, _ reading: Reading
    ) throws -> Response? {
        try reading.first(
            """
            SELECT key, round, sector, level, partner, is_complete, is_together, answers
            FROM response WHERE round = $1 AND key = $2
            """, round, key
        ) { try response($0, content) }
    }

    /// The round in which somebody began through its open link; nil when nobody did with this key.
    ///
    /// Looks in one round after another, the newest first: an index for it would cost every answer more than this costs
    /// the few who come this way.
    package static func round(of key: String, _ reading: Reading) throws -> Round.ID? {
        try reading.first(
            """
            SELECT round.id FROM round CROSS JOIN response ON response.round = round.id AND response.key = $1
            ORDER BY round.id DESC LIMIT 1
            """, key
        ) { try $0.get("id") }
    }

    /// Every response of the round in which something was answered, in the order of their random keys.
    package static func all(of round: Round.ID, for content: Instrument, _ reading: Reading) throws -> [Response] {
        try reading.all(
            """
            SELECT key, round, sector, level, partner, is_complete, is_together, answers
            FROM response WHERE round = $1 AND answers <> '{}' ORDER BY key
            """, round
        ) { try response($0, content) }
    }

    /// The keys of the responses in which something was answered.
    package static func keys(of round: Round.ID, _ reading: Reading) throws -> [String] {
        try reading.all("SELECT key FROM response WHERE round = $1 AND answers <> '{}' ORDER BY key", round) {
            try $0.get("key")
        }
    }

    /// How many responses have something answered.
    package static func count(of round: Round.ID, _ reading: Reading) throws -> Int {
        try reading.count("SELECT COUNT(*) AS n FROM response WHERE round = $1 AND answers <> '{}'", round)
    }

    /// Keeps the response. Where it came from is told once, at the first time, and stays.
    package static func save(
        _ response: Response, version: Int, for content: Instrument, _ writing: Writing
    ) throws {
        try writing.run(
            """
            INSERT INTO response (round, key, version, sector, level, partner, is_complete, is_together, answers)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (round, key) DO UPDATE SET version = excluded.version, is_complete = excluded.is_complete,
                is_together = excluded.is_together, answers = excluded.answers
            """,
            response.round, response.key, version, response.origin.sector, response.origin.level,
            response.origin.partner, response.isComplete, response.isTogether, response.sheet.json(for: content))
    }

    /// Makes room for the answers of somebody who starts through the open link. Starting twice with one key is starting once,
    /// also when it is another round the second time.
    package static func begin(_ response: Response, version: Int, _ writing: Writing) throws {
        guard try round(of: response.key, writing.reading) == nil else { return }
        try writing.run(
            """
            INSERT INTO response (round, key, version, sector, level, partner, is_complete, is_together, answers)
            VALUES ($1, $2, $3, $4, $5, $6, 0, $7, '{}')
            """,
            response.round, response.key, version, response.origin.sector, response.origin.level,
            response.origin.partner, response.isTogether)
    }

    private static func response(_ row: Row, _ content: Instrument) throws -> Response {
        Response(
            key: try row.get("key"), round: try row.get("round"),
            origin: Response.Origin(
                sector: try row.optional("sector"), level: try row.optional("level"),
                partner: try row.optional("partner")),
            isComplete: try row.get("is_complete"), isTogether: try row.get("is_together"),
            sheet: try row.withBytes("answers") { try AnswerSheet(json: $0, for: content) })
    }
}
