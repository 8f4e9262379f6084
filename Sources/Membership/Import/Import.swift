package import Database
internal import Site

/// Rows of a spreadsheet that were taken over at once: what came of them, so that it can be told and undone.
package struct Import: Sendable, Equatable {
    package typealias ID = Database.ID<Import>

    /// What the rows are about; the raw value stands in addresses.
    package enum Subject: String, StoredEnum, CaseIterable {
        case partners, people
    }

    let id: ID
    let region: Region.ID
    let subject: Subject
    let at: Moment
    let by: Person.ID
    let added: Int
    let changed: Int
    let unchanged: Int
    let undoneAt: Moment?

    /// For a day it can be undone; after that the work of others stands on it.
    static let daysToUndo = 1

    func canBeUndone(at now: Moment) -> Bool { undoneAt == nil && now < at.adding(days: Self.daysToUndo) }
}

/// One thing that an import made or changed.
struct ImportedThing: Sendable, Equatable {
    enum Kind: String, StoredEnum, CaseIterable {
        case partner, partnership, person, holding
        /// A last day that the import set.
        case partnershipEnd = "partnership-end"
        case holdingEnd = "holding-end"
    }

    let kind: Kind
    let thing: String
    /// The last day before the import; nil where there was none.
    let before: Day?

    init(_ kind: Kind, _ thing: String, before: Day? = nil) {
        self.kind = kind
        self.thing = thing
        self.before = before
    }
}
