/// What can go wrong between the product and its file.
package enum Trouble: Error, Sendable, Equatable {
    /// The disk is full or failing, or the file is read-only: nothing of the change was kept.
    case storage(String)
    /// A rule of the schema refused the change (a double key, a missing parent, a check).
    case refused(String)
    /// A column holds something else than the schema promises.
    case unreadable(column: String)
    /// The file could not be opened as it must be.
    case opening(String)
    /// Anything else that SQLite said.
    case other(String)
}
