package import Database
package import Membership
internal import Site

extension ActionStore {
    /// Adds a step to the history and moves the action to its phase, both or neither.
    /// False when somebody else changed the action since `edition` was read, so a step sent twice counts once.
    package static func take(
        _ step: Action.Step, in action: Action.ID, of region: Region.ID, edition: Int, _ writing: Writing
    ) throws -> Bool {
        guard try move(action, of: region, to: step.phase, edition: edition, writing) else { return false }
        try writing.run(
            """
            INSERT INTO action_step (action, number, phase, day, text, evidence, by_person)
            SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6 FROM action_step WHERE action = $1
            """,
            action, step.phase, step.day, step.text, step.evidence, step.by)
        return true
    }

    /// Takes the last step back and moves the action to the phase before it. False on a stale edition, or when there
    /// is no step.
    package static func undoLastStep(
        of action: Action.ID, in region: Region.ID, edition: Int, _ writing: Writing
    ) throws -> Bool {
        let taken = try steps(of: action, in: region, writing.reading)
        guard let last = taken.last else { return false }
        let before = taken.dropLast().last?.step.phase ?? .plan
        guard try move(action, of: region, to: before, edition: edition, writing) else { return false }
        try writing.run("DELETE FROM action_step WHERE action = $1 AND number = $2", action, last.number)
        return true
    }

    /// The history, oldest first.
    package static func steps(of action: Action.ID, in region: Region.ID, _ reading: Reading) throws -> [TakenStep] {
        try reading.all(
            """
            SELECT s.number, s.phase, s.day, s.text, s.evidence, s.by_person, p.name
            FROM action_step s JOIN action a ON a.id = s.action JOIN person p ON p.id = s.by_person
            WHERE s.action = $1 AND a.region = $2 ORDER BY s.number
            """, action, region
        ) { row in
            TakenStep(
                number: try row.get("number"),
                step: Action.Step(
                    phase: try row.get("phase"), day: try row.get("day"), text: try row.get("text"),
                    evidence: try row.get("evidence"), by: try row.get("by_person")),
                name: try row.get("name"))
        }
    }

    private static func move(
        _ action: Action.ID, of region: Region.ID, to phase: Action.Phase, edition: Int, _ writing: Writing
    ) throws -> Bool {
        try writing.run(
            "UPDATE action SET phase = $3, edition = edition + 1 WHERE id = $1 AND region = $2 AND edition = $4",
            action, region, phase, edition) == 1
    }
}
