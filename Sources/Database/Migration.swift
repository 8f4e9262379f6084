/// One step of the schema. Once it has been in use it is never changed again: a new step follows it.
package struct Migration: Sendable {
    package let name: String
    let text: String

    /// `name` starts with the room that owns the tables and a number: `round-001`.
    package init(_ name: String, _ sql: SQL) {
        self.name = name
        text = sql.text
    }
}
