import Testing

@testable import Insight

@Suite("Measures of one distribution")
struct MeasuresTests {
    func close(_ one: Double?, _ other: Double, within: Double = 1e-6) -> Bool {
        one.map { abs($0 - other) < within } ?? false
    }

    @Test("The mean runs from 0 on the lowest level to 1 on the highest")
    func mean() {
        #expect(Measures.mean([5, 0, 0, 0]) == 0)
        #expect(Measures.mean([0, 0, 0, 2]) == 1)
        #expect(close(Measures.mean([2, 3, 11, 6]), 43.0 / 66))
        #expect(Measures.mean([0, 0]) == nil)
        #expect(Measures.mean([3]) == nil)
    }

    @Test("Consensus is 1 when all stand on one level and 0 when half stand at each end")
    func consensusEnds() {
        #expect(Measures.consensus([0, 0, 9, 0, 0]) == 1)
        #expect(Measures.consensus([9, 0, 0, 0, 0]) == 1)
        #expect(close(Measures.consensus([4, 0, 0, 0, 4]), 0))
        #expect(close(Measures.dissent([1, 1]), 1))
    }

    @Test("Consensus worked out by hand")
    func consensusByHand() {
        // Two on neighbouring levels of three: 1 + log2(3/4).
        #expect(close(Measures.consensus([1, 1, 0]), 0.5849625))
        // Evenly over five: 1 + (2 log2(1/2) + 2 log2(3/4)) / 5.
        #expect(close(Measures.consensus([1, 1, 1, 1, 1]), 0.4339850))
        // A mean that is not a level, three to one on two levels: 1 + 3/4 log2(3/4) + 1/4 log2(1/4).
        #expect(close(Measures.consensus([3, 1]), 0.1887219))
    }

    @Test("Consensus as published with the R package agrmt (D. Ruedin) for Tastle and Wierman's measure")
    func consensusPublished() {
        #expect(close(Measures.consensus([30, 40, 210, 130, 530, 50, 10]), 0.7256876, within: 1e-7))
    }

    @Test("Quartiles lie between values where they fall between them")
    func quartiles() throws {
        let summary = try #require(NumberSummary([4, 1, 3, 2], isConfidential: false))
        #expect([summary.lowerQuartile, summary.median, summary.upperQuartile] == [1.75, 2.5, 3.25])
        #expect(summary.counted == .init(answers: 4, mean: 2.5, lowest: 1, highest: 4))
        #expect(NumberSummary([], isConfidential: false) == nil)
    }

    @Test("In a confidential round numbers keep two digits, and no lowest or highest")
    func twoDigits() throws {
        #expect([1234, 0.01234, -98.7, 0, 100, 7].map(NumberSummary.twoDigits) == [1200, 0.012, -99, 0, 100, 7])
        let summary = try #require(NumberSummary([101, 204, 333], isConfidential: true))
        #expect(summary.median == 200)
        #expect(summary.counted == nil)
    }
}
