internal import Database
internal import Membership

/// What the feedback report reads of a round's answers; it changes nothing.
enum FeedbackStore {
    static func count(of round: Round.ID, _ reading: Reading) throws -> Int {
        try reading.count("SELECT COUNT(*) AS n FROM response WHERE round = $1 AND answers <> '{}'", round)
    }

    /// The versions of the questions under which somebody answered.
    static func versions(answeredIn round: Round.ID, _ reading: Reading) throws -> [Int] {
        try reading.all("SELECT DISTINCT version FROM response WHERE round = $1 AND answers <> '{}'", round) { try $0.get("version") }
    }

    /// Goes over the answers of a round in the order of their random keys.
    static func eachSheet(of round: Round.ID, _ reading: Reading, do body: (Row) throws -> Void) throws {
        try reading.each(
            "SELECT version, sector, level, partner, answers FROM response WHERE round = $1 AND answers <> '{}'", round, do: body)
    }

    /// The names of the organisations that are or were in a region, by key.
    static func partnerNames(in region: Region.ID, _ reading: Reading) throws -> [String: String] {
        let named = try PartnerStore.all(in: region, reading).map { ($0.partner.id.text, $0.partner.name) }
        return Dictionary(named) { first, _ in first }
    }
}
