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
        /// What an import wrote over: it goes back when the import is undone.
        case partnerSector = "partner-sector"
        case partnerKind = "partner-kind"
        case partnerSize = "partner-size"
        case partnershipStart = "partnership-start"
        case holdingLevel = "holding-level"
        case holdingStart = "holding-start"
    }

    let kind: Kind
    let thing: String
    /// What stood there before the import, as it is stored; nil where there was nothing.
    let before: String?

    init(_ kind: Kind, _ thing: String, before: String? = nil) {
        self.kind = kind
        self.thing = thing
        self.before = before
    }
}
