import Markup
import Synchronization
import TestHouse
import Testing

@Suite("The first pages in English")
struct EnglishPagesTests {
    @Test("nothing is said in Dutch to whoever chose English", arguments: ["/sign-in", "/join", "/accessibility", "/privacy", "/nothing-here"])
    func everyWord(path: String) async throws {
        let untranslated = Untranslated()
        let browser = try TestHouse(onUntranslated: untranslated.note).browser()
        _ = try await browser.post("/language", ["language": "en", "next": "/sign-in"], from: "/sign-in")
        let seen = try await browser.get(path)
        #expect(seen.shows("<html lang=\"en\">"))
        #expect(untranslated.keys == [])
    }
}

/// What was said in English without a translation.
final class Untranslated: Sendable {
    private let found = Mutex<[String]>([])

    var keys: [String] { found.withLock { $0 } }

    @Sendable func note(_ phrase: Phrase) { found.withLock { $0.append(phrase.key) } }
}
