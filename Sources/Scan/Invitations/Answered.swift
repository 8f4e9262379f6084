package import Database

/// Who of the invited answered.
///
/// That is written down nowhere: not in a column, and so not in the log of changes or a backup either (P2). The key of
/// somebody's answers follows from the house's key, which is kept outside the database; whoever has both can look
/// whether there are answers under it. Whoever has the database alone sees answers and names, and nothing between.
package enum Answered {
    package static func among(
        _ invitations: [Invitation], in round: Round.ID, key: [UInt8], _ reading: Reading
    ) throws -> Set<Invitation.ID> {
        try among(invitations.map(\.id), in: round, key: key, reading)
    }

    static func among(
        _ invitations: [Invitation.ID], in round: Round.ID, key: [UInt8], _ reading: Reading
    ) throws -> Set<Invitation.ID> {
        let answered = Set(try ResponseStore.keys(of: round, reading))
        if answered.isEmpty { return [] }
        return Set(invitations.filter { answered.contains(ResponseStore.key(Invitation.secret(of: $0, key))) })
    }
}
