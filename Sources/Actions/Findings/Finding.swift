package import Database
package import Membership
internal import Site

/// What the people of a region concluded together, tied to where it came from.
package struct Finding: Sendable, Equatable {
    package typealias ID = Database.ID<Finding>

    package let id: ID
    package let region: Region.ID
    /// The key of the round, review or report it came from.
    package let source: String
    package var text: String
    package var kind: Kind
    /// The question keys that it is about.
    package var questions: [String]
    package let edition: Int

    package init(
        id: ID, region: Region.ID, source: String, text: String, kind: Kind, questions: [String], edition: Int = 1
    ) {
        self.id = id
        self.region = region
        self.source = source
        self.text = text
        self.kind = kind
        self.questions = questions
        self.edition = edition
    }

    package enum Kind: String, StoredEnum, CaseIterable {
        /// What we want to change or understand.
        case attention
        /// What we are proud of.
        case proud
    }
}
