package import Database

extension Outbox {
    /// How it stands with a letter that did not go.
    package struct Unsent: Sendable, Equatable {
        package let reference: String
        /// The server would not have it, or it cannot go as it is: it is not tried any more.
        package let isRefused: Bool
        /// What the mail server said last; empty where it said nothing.
        package let answer: String
        package let queued: Moment
    }

    /// The letters of a kind that did not go, by what they are about.
    package static func unsent(_ kind: String, _ reading: Reading) throws -> [Unsent] {
        try reading.all(
            """
            SELECT reference, trouble IS NOT NULL AS is_refused, COALESCE(answer, '') AS answer, queued_at FROM letter
            WHERE delivered_at IS NULL AND kind = $1 ORDER BY id
            """, kind
        ) { row in
            Unsent(
                reference: try row.get("reference"), isRefused: try row.get("is_refused"),
                answer: try row.get("answer"),
                queued: try row.get("queued_at"))
        }
    }
}
