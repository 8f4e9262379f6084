internal import Site

/// Stops whoever tries codes one after another (L5).
///
/// A code is one of 22⁶, over a hundred million. From one address 200 that open nothing are answered in 15 minutes.
/// After that only codes open that opened from there before: one guesser keeps no hall from a code that it uses.
enum CodeGuesses {
    /// What `reply` gives; nil says that the code opens nothing, and counts.
    static func answer(_ visit: Visit, _ typed: String, _ reply: () async throws -> Reply?) async throws -> Reply {
        let codes = visit.house.codes
        let code = OpenCode.typed(typed) ?? ""
        guard codes.attempt(account: code, address: visit.address, at: visit.now) == .open else {
            return .page(NoLinkPage.crowded(visit.answerLanguage))
        }
        let found: Reply?
        do { found = try await reply() } catch {
            codes.withdrawn(account: code, address: visit.address)
            throw error
        }
        guard let found else { return .page(NoLinkPage.unknownCode(shown(typed), visit)) }
        codes.succeeded(account: code, address: visit.address)
        return found
    }

    /// Typed back where it can be a code at all; a whole page of text is not.
    private static func shown(_ typed: String) -> String { typed.utf16.count <= 20 ? typed : "" }
}
