package import Database
internal import Foundation
package import Membership
internal import Site

package enum RoundStore {
    /// A new round in the state composed, with the first version of its questions.
    package static func add(_ round: Round, _ content: Instrument, at now: Moment, _ writing: Writing) throws {
        try writing.run(
            """
            INSERT INTO round (id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'composed', $8, $9, $10)
            """,
            round.id, round.region, round.title, round.instrument, round.purpose, round.privacy.threshold,
            round.closes, now, round.code, round.pace)
        try addVersion(1, of: round.id, content, at: now, writing)
    }

    /// False when somebody else changed it since its edition was read.
    package static func change(_ round: Round, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            UPDATE round SET title = $3, purpose = $4, threshold = $5, closes = $6, code = $7, pace = $8,
                edition = edition + 1
            WHERE id = $1 AND region = $2 AND edition = $9
            """,
            round.id, round.region, round.title, round.purpose, round.privacy.threshold, round.closes, round.code,
            round.pace, round.edition) == 1
    }

    /// Keeps changed questions as the next version. Those before it stay, except what was only composed and never
    /// asked. False when the round is closed, or when somebody else changed it since its edition was read.
    package static func keep(
        _ content: Instrument, for round: Round, at now: Moment, _ writing: Writing
    ) throws -> Bool {
        let changed = try writing.run(
            """
            UPDATE round SET version = version + 1, edition = edition + 1
            WHERE id = $1 AND region = $2 AND edition = $3 AND state = $4
            """,
            round.id, round.region, round.edition, round.state.isComposed ? "composed" : "open")
        guard changed == 1 else { return false }
        try addVersion(round.version + 1, of: round.id, content, at: now, writing)
        if round.state.isComposed {
            try writing.run("DELETE FROM round_version WHERE round = $1 AND number <= $2", round.id, round.version)
        }
        return true
    }

    private static func addVersion(
        _ number: Int, of round: Round.ID, _ content: Instrument, at now: Moment, _ writing: Writing
    ) throws {
        let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
        try writing.run(
            "INSERT INTO round_version (round, number, content, made_at) VALUES ($1, $2, $3, $4)",
            round, number, text, now)
    }

    /// Moves a round to its next state. False when it is not in the state that comes before it: a step cannot be
    /// skipped or repeated (A8).
    package static func move(_ round: Round.ID, to next: Round.Step, at now: Moment, _ writing: Writing) throws -> Bool {
        let moved = try writing.run(
            "UPDATE round SET state = $2, state_since = $4, edition = edition + 1 WHERE id = $1 AND state = $3",
            round, next, next.before, now)
        if moved == 1, next == .open { try RoundChance.draw(for: round, writing) }
        return moved == 1
    }

    /// Takes out a round that was never opened, with its questions and invitations. False when it was.
    static func remove(_ round: Round, _ writing: Writing) throws -> Bool {
        let isDraft = try writing.reading.count(
            "SELECT COUNT(*) AS n FROM round WHERE id = $1 AND region = $2 AND state = 'composed'", round.id, round.region) == 1
        guard isDraft else { return false }
        try writing.run("DELETE FROM invitation WHERE round = $1", round.id)
        try writing.run("DELETE FROM round_version WHERE round = $1", round.id)
        return try writing.run("DELETE FROM round WHERE id = $1 AND state = 'composed'", round.id) == 1
    }

    /// The last day becomes the real one, for a round that closes before the day that was agreed.
    package static func closeEarly(_ round: Round.ID, on today: Day, _ writing: Writing) throws {
        try writing.run("UPDATE round SET closes = $2 WHERE id = $1 AND closes > $2", round, today)
    }

    package static func round(_ id: Round.ID, in region: Region.ID, _ reading: Reading) throws -> Round? {
        try reading.first(
            """
            SELECT id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace, edition, version
            FROM round WHERE id = $1 AND region = $2
            """, id, region, as: round)
    }

    /// A round whose key came from a respondent's link, not from an address in a region.
    static func round(_ id: Round.ID, _ reading: Reading) throws -> Round? {
        try reading.first(
            """
            SELECT id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace, edition, version
            FROM round WHERE id = $1
            """, id, as: round)
    }

    static func round(code: String, _ reading: Reading) throws -> Round? {
        try reading.first(
            """
            SELECT id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace, edition, version
            FROM round WHERE code = $1
            """, code, as: round)
    }

    package static func isTaken(code: String, _ reading: Reading) throws -> Bool {
        try reading.count("SELECT COUNT(*) AS n FROM round WHERE code = $1", code) > 0
    }

    /// The round of the address, in the region of the address. Throws ``Missing`` when there is none.
    package static func required(_ id: Round.ID, in region: Region.ID, _ reading: Reading) throws -> Round {
        guard let round = try round(id, in: region, reading) else { throw Missing() }
        return round
    }

    /// The rounds of a region, the newest first.
    package static func all(in region: Region.ID, _ reading: Reading) throws -> [Round] {
        try reading.all(
            """
            SELECT id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace, edition, version
            FROM round WHERE region = $1 ORDER BY closes DESC, id DESC
            """, region, as: round)
    }

    /// The questions of every version that is kept, the oldest first. Composing replaces what nobody has answered yet,
    /// so numbers may be missing.
    static func contents(of round: Round.ID, _ reading: Reading) throws -> [(number: Int, content: Instrument)] {
        try reading.all("SELECT number, content FROM round_version WHERE round = $1 ORDER BY number", round) { row in
            (try row.get("number"), try content(row))
        }
    }

    /// The questions of one version. Throws ``Trouble/unreadable(column:)`` when they are not there.
    package static func content(of round: Round.ID, version: Int, _ reading: Reading) throws -> Instrument {
        let found = try reading.first(
            "SELECT content FROM round_version WHERE round = $1 AND number = $2", round, version, as: content)
        guard let found else { throw Trouble.unreadable(column: "content") }
        return found
    }

    private static func content(_ row: Row) throws -> Instrument {
        try row.withBytes("content") { try JSONDecoder().decode(Instrument.self, from: Data($0)) }
    }

    private static func round(_ row: Row) throws -> Round {
        let threshold: Int? = try row.optional("threshold")
        return Round(
            id: try row.get("id"), region: try row.get("region"), title: try row.get("title"),
            instrument: try row.get("instrument"), purpose: try row.get("purpose"),
            privacy: threshold.map { .confidential(threshold: $0) } ?? .open, closes: try row.get("closes"),
            state: try state(row), code: try row.optional("code"), pace: try row.get("pace"),
            edition: try row.get("edition"), version: try row.get("version"))
    }

    private static func state(_ row: Row) throws -> Round.State {
        let since: Moment = try row.get("state_since")
        guard let step = try Round.Step(rawValue: row.get("state")) else { return .composed }
        return switch step {
        case .open: .open(since: since)
        case .closed: .closed(at: since)
        case .returned: .returned(at: since)
        case .concluded: .concluded(at: since)
        }
    }
}

extension Round {
    /// The steps after composing, in their order.
    package enum Step: String, StoredEnum, CaseIterable {
        case open, closed, returned, concluded

        /// The step that may be taken in `state`; nil after the last.
        package init?(after state: Round.State) {
            switch state {
            case .composed: self = .open
            case .open: self = .closed
            case .closed: self = .returned
            case .returned: self = .concluded
            case .concluded: return nil
            }
        }

        /// The state that comes before this one.
        var before: String {
            switch self {
            case .open: "composed"
            case .closed: "open"
            case .returned: "closed"
            case .concluded: "returned"
            }
        }
    }
}

extension Round.Privacy {
    /// The fewest people for whom a figure is shown; nil in an open round.
    package var threshold: Int? {
        if case .confidential(let threshold) = self { threshold } else { nil }
    }
}
