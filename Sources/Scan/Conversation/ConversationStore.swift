package import Database

package enum ConversationStore {
    /// What was kept of the talk about a round; an empty one while there is nothing.
    package static func conversation(about round: Round.ID, _ reading: Reading) throws -> Conversation {
        try reading.first(
            "SELECT round, held_on, place, notes, edition FROM conversation WHERE round = $1", round
        ) { row in
            Conversation(
                round: try row.get("round"), heldOn: try row.optional("held_on"), place: try row.get("place"),
                notes: try row.get("notes"), edition: try row.get("edition"))
        } ?? Conversation(round: round)
    }

    /// False when somebody else kept something since its edition was read, the first time included.
    package static func keep(_ conversation: Conversation, _ writing: Writing) throws -> Bool {
        conversation.edition == 0 ? try begin(conversation, writing) : try change(conversation, writing)
    }

    private static func begin(_ conversation: Conversation, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            INSERT INTO conversation (round, held_on, place, notes) VALUES ($1, $2, $3, $4)
            ON CONFLICT (round) DO NOTHING
            """,
            conversation.round, conversation.heldOn, conversation.place, conversation.notes) == 1
    }

    private static func change(_ conversation: Conversation, _ writing: Writing) throws -> Bool {
        try writing.run(
            """
            UPDATE conversation SET held_on = $2, place = $3, notes = $4, edition = edition + 1
            WHERE round = $1 AND edition = $5
            """,
            conversation.round, conversation.heldOn, conversation.place, conversation.notes, conversation.edition) == 1
    }
}
