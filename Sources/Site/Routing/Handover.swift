package import Database
package import Markup

/// What one wing hands over when a person's role in a region ends and somebody else takes it: open actions, questions.
///
/// `App` collects those of all wings; the page that ends a role asks each how much is open, and moves it in the same
/// transaction in which the role ends.
package struct Handover: Sendable {
    /// The number that is open, in words: `3 open acties`.
    package let words: @Sendable (Int) -> Phrase
    /// How much is open on the person in the region.
    package let count: @Sendable (Reading, PersonID, RegionID) throws -> Int
    /// Moves all that is open on the first person in the region to the second.
    package let move: @Sendable (Writing, _ from: PersonID, _ to: PersonID, RegionID) throws -> Void

    package init(
        words: @escaping @Sendable (Int) -> Phrase,
        count: @escaping @Sendable (Reading, PersonID, RegionID) throws -> Int,
        move: @escaping @Sendable (Writing, _ from: PersonID, _ to: PersonID, RegionID) throws -> Void
    ) {
        self.words = words
        self.count = count
        self.move = move
    }
}
