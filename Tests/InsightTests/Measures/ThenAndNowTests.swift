import Testing

@testable import Insight

@Suite("Then and now")
struct ThenAndNowTests {
    static func round(_ questions: [Column]) throws -> Published {
        Published(try Survey(respondents: 4, secret: Secret(high: 1, low: 2), questions: questions), under: .open)
    }

    @Test("Rounds are compared question by question, and say so when they cannot be")
    func compared() throws {
        let then = try ThenAndNowTests.round([
            .scale("same", levels: 3, codes: [0, 0, 1, 1]),
            .scale("words", levels: 3, wording: "old", codes: [2, 2, 2, 2]),
            .scale("levels", levels: 3, codes: [0, 1, 2, 2]), .scale("silent", levels: 3, codes: [255, 255, 255, 255]),
            .scale("gone", levels: 3, codes: [0, 0, 0, 0]), .nominal("kind", options: 3, codes: [0, 0, 0, 0]),
        ])
        let now = try ThenAndNowTests.round([
            .scale("same", levels: 3, codes: [1, 1, 2, 2]),
            .scale("words", levels: 3, wording: "new", codes: [1, 1, 1, 1]),
            .scale("levels", levels: 4, codes: [0, 1, 2, 2]), .scale("silent", levels: 3, codes: [0, 0, 0, 0]),
            .scale("fresh", levels: 3, codes: [0, 0, 0, 0]), .scale("kind", levels: 3, codes: [0, 0, 0, 0]),
        ])
        let compared = now.compared(with: then)
        #expect(
            compared == [
                .init(question: "same", comparison: .change(then: 0.25, now: 0.75, wordingChanged: false)),
                .init(question: "words", comparison: .change(then: 1, now: 0.5, wordingChanged: true)),
                .init(question: "levels", comparison: .levelsChanged),
                .init(question: "silent", comparison: .notShown(then: true, now: false)),
                .init(question: "fresh", comparison: .askedOnlyNow),
                .init(question: "kind", comparison: .levelsChanged),
                .init(question: "gone", comparison: .askedOnlyThen),
            ])
        let movement = Movement(compared)
        #expect([movement.risen, movement.fallen, movement.same, movement.compared] == [1, 1, 0, 2])
    }

    @Test("A course over rounds skips a round that did not ask")
    func course() throws {
        let rounds = try [[0, 0, 0, 0], nil, [2, 2, 2, 2]].map { codes in
            try ThenAndNowTests.round(codes.map { [.scale("q", levels: 3, codes: $0)] } ?? [])
        }
        #expect(
            Published.course(of: "q", over: rounds) == [
                .init(question: "q", comparison: .askedOnlyNow), nil,
                .init(question: "q", comparison: .change(then: 0, now: 1, wordingChanged: false)),
            ])
    }
}
