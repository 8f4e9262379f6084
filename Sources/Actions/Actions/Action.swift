package import Database
package import Membership
internal import Site

/// Something that a region agreed to do: what, which urgency or ambition it serves, who, until when.
package struct Action: Sendable, Equatable {
    package typealias ID = Database.ID<Action>

    package let id: ID
    package let region: Region.ID
    /// The finding it follows from; nil for an action that came by itself.
    package let finding: Finding.ID?
    package var what: String
    /// Which urgency or ambition it is for: means are not ends.
    package var serves: String
    package var owner: Person.ID?
    package var until: Day?
    package var phase: Phase
    package let edition: Int

    package init(
        id: ID, region: Region.ID, finding: Finding.ID? = nil, what: String, serves: String, owner: Person.ID?,
        until: Day?, phase: Phase = .plan, edition: Int = 1
    ) {
        self.id = id
        self.region = region
        self.finding = finding
        self.what = what
        self.serves = serves
        self.owner = owner
        self.until = until
        self.phase = phase
        self.edition = edition
    }

    /// Plan, do, check, act; then done, or stopped with a reason in its steps.
    package enum Phase: String, StoredEnum, CaseIterable {
        case plan, carryOut = "do", check, act, done, stopped

        package var isRunning: Bool { self != .done && self != .stopped }
    }

    /// What happened on a day in a phase, with the evidence if there is any.
    package struct Step: Sendable, Equatable {
        package let phase: Phase
        package let day: Day
        package let text: String
        /// An address where the evidence is; shown as a link only when it is one.
        package let evidence: String
        package let by: Person.ID

        package init(phase: Phase, day: Day, text: String, evidence: String = "", by: Person.ID) {
            self.phase = phase
            self.day = day
            self.text = text
            self.evidence = evidence
            self.by = by
        }
    }
}
