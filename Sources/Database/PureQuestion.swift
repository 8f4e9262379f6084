/// A question to the file of which the answer follows from the file and from the question's own words alone: no clock, no
/// chance, nothing of another question. So an answer stands until the file changes; see ``DatabaseFile/recall(_:)``.
///
/// What depends on the date has the day among its words; what depends on who asks has all that is known of them. What was
/// read at another instant may have changed since, so whatever is used of it is a word too.
package protocol PureQuestion: Hashable, Sendable {
    associatedtype Answer: Sendable

    /// Nil when there is nothing: that is asked anew each time, so that guesses fill no memory.
    func ask(_ reading: Reading) throws -> Answer?
}

/// What a question needs and what is the same as long as the process lives: it makes no difference between questions.
@propertyWrapper
package struct Fixed<Kept: Sendable>: Hashable, Sendable {
    package let wrappedValue: Kept

    package init(wrappedValue: Kept) { self.wrappedValue = wrappedValue }

    package static func == (one: Fixed, other: Fixed) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}

extension DatabaseFile {
    /// The answer as the file is now, from memory where nothing changed since it was read: not by this process, nor by
    /// another. A question that fails is not kept.
    package func recall<Question: PureQuestion>(_ question: Question) async throws -> Question.Answer? {
        let (kept, version) = memory.answer(to: question)
        if let kept { return kept }
        let (answer, weight) = try await read { reading in
            let answer = try question.ask(reading)
            return (answer, reading.tally.weight)
        }
        if let answer { memory.keep(answer, to: question, weight: weight, since: version) }
        return answer
    }
}
