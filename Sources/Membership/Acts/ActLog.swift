package import Database
package import Site

/// The log of sensitive acts (S10): who did what, on what, from where, when. Each line is chained to the one before,
/// so that a line that was changed or taken out shows. It holds no secrets and no answers.
package enum ActLog {
    /// What is worth a line. The raw value stands in the table.
    package enum Act: String, StoredEnum, CaseIterable {
        case signedIn = "signed-in"
        case signInFailed = "sign-in-failed"
        case signedOut = "signed-out"
        case passwordSet = "password-set"
        case passwordLinkMade = "password-link-made"
        case personInvited = "person-invited"
        case roleGiven = "role-given"
        case roleEnded = "role-ended"
        case roleChanged = "role-changed"
        case personChanged = "person-changed"
        case programmeMade = "programme-made"
        case programmeChanged = "programme-changed"
        case regionMade = "region-made"
        case regionChanged = "region-changed"
        case partnersImported = "partners-imported"
        case partnerChanged = "partner-changed"
        case peopleImported = "people-imported"
        case importUndone = "import-undone"
        case roundComposed = "round-composed"
        case roundRemoved = "round-removed"
        case roundOpened = "round-opened"
        case roundClosed = "round-closed"
        case roundReturned = "round-returned"
        case secondStepOn = "second-step-on"
        case secondStepOff = "second-step-off"
        case roundReminded = "round-reminded"
        case roundConcluded = "round-concluded"
        case linksShown = "links-shown"
        case reportExported = "report-exported"
    }

    package static func note(_ act: Act, about: String, by visit: Visit, _ writing: Writing) throws {
        try note(act, about: about, who: visit.viewer?.person, address: visit.address, at: visit.now, writing)
    }

    package static func note(
        _ act: Act, about: String, who: Person.ID?, address: String, at now: Moment, _ writing: Writing
    ) throws {
        let last = try writing.reading.first("SELECT number, chain FROM act ORDER BY number DESC LIMIT 1") { row in
            (number: try row.get("number", as: Int.self), chain: try row.get("chain", as: String.self))
        }
        let number = (last?.number ?? 0) + 1
        let line = Line(number: number, at: now, who: who, what: act.rawValue, about: about, address: address)
        try writing.run(
            "INSERT INTO act (number, at, who, what, about, address, chain) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            number, now, who, act, about, address, line.chained(to: last?.chain ?? ""))
    }

    /// The number of the first line that does not fit the one before it; nil when the log is whole.
    package static func firstBroken(_ reading: Reading) throws -> Int? {
        var chain = ""
        var expected = 1
        for (line, stored) in try lines(reading) {
            guard line.number == expected, line.chained(to: chain) == stored else { return line.number }
            chain = stored
            expected += 1
        }
        return nil
    }

    private static func lines(_ reading: Reading) throws -> [(Line, String)] {
        try reading.all("SELECT number, at, who, what, about, address, chain FROM act ORDER BY number") { row in
            let line = Line(
                number: try row.get("number"), at: try row.get("at"), who: try row.optional("who"),
                what: try row.get("what"), about: try row.get("about"), address: try row.get("address"))
            return (line, try row.get("chain"))
        }
    }

    private struct Line {
        let number: Int
        let at: Moment
        let who: Person.ID?
        let what: String
        let about: String
        let address: String

        func chained(to previous: String) -> String {
            let parts = [previous, String(number), String(at.milliseconds), who?.text ?? "", what, about, address]
            return hexadecimal(Sodium.sha256(Array(parts.joined(separator: "\u{1F}").utf8)))
        }
    }
}
