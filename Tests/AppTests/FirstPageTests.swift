import Foundation
import Testing
import TestHouse

@Suite("The house as it opens")
struct FirstPageTests {
    @Test("an address that is nothing answers 404 with a page")
    func missing() async throws {
        let seen = try await TestHouse().browser().get("/nothing-here")
        #expect(seen.status == 404)
        #expect(seen.shows("Deze pagina is er niet"))
        #expect(seen.header("content-security-policy")?.contains("default-src 'none'") == true)
    }
}
