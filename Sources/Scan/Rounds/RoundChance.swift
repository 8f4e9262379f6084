internal import Database
internal import Site

/// From what the chance in a confidential round's figures follows: a secret of the round, drawn when it opens.
///
/// It stands with the round, so that what was published once is drawn the same for ever, also from a backup that was put
/// back without the house's key: two drawings laid side by side would tell more than one. It joins nobody to an answer,
/// and who has the file has the answers themselves.
enum RoundChance {
    static func draw(for round: Round.ID, _ writing: Writing) throws {
        try writing.run("UPDATE round SET chance = $2 WHERE id = $1 AND chance IS NULL", round, Secret.new().text)
    }

    /// The round's secret as a key; for a round that was opened before rounds had one, the house's, as it was then.
    static func key(of round: Round.ID, or house: [UInt8], _ reading: Reading) throws -> [UInt8] {
        let drawn = try reading.first("SELECT chance FROM round WHERE id = $1", round) { row in
            try row.optional("chance", as: String.self)
        }
        return drawn.flatMap(\.self).map { Array($0.utf8) } ?? house
    }
}
