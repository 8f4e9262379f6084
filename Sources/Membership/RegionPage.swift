package import Database
internal import Markup
package import Site

extension Visit {
    /// The region of the address, read with what the page needs, in one instant.
    package func readRegion<T: Sendable>(
        _ body: @Sendable @escaping (Reading, Region) throws -> T
    ) async throws -> T {
        let id = try region()
        return try await read { reading in try body(reading, try RegionStore.required(id, reading)) }
    }
}
