internal import Membership

extension Assembly {
    /// The one-time address for the first person of an empty server; nil when there is somebody already.
    package func firstLink() async throws -> String? { try await FirstPerson.link(house) }
}
