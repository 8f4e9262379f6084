import Testing

@testable import Site

@Suite("How people reach the product")
struct ReachTests {
    @Test(
        "the port that the system gave comes in the place of port 0, and of no other",
        arguments: [
            ("http://127.0.0.1:0", "http://127.0.0.1:4321"), ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://regio.example.nl", "https://regio.example.nl"),
        ])
    func port(_ set: String, _ said: String) {
        let reach = Reach(set)
        reach.isReached(at: 4321)
        #expect(reach.address == said)
    }
}
