/// Something that a wing does without being asked: each minute it is called, and mostly finds that there is nothing to do.
package struct Chore: Sendable {
    package let work: @Sendable (House) async throws -> Void

    package init(_ work: @escaping @Sendable (House) async throws -> Void) { self.work = work }
}
