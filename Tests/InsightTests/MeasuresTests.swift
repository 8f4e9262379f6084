import Testing

@testable import Insight

@Suite("Measures of one distribution")
struct MeasuresTests {
    @Test("The mean runs from 0 on the lowest level to 1 on the highest")
    func mean() {
        #expect(Measures.mean([5, 0, 0, 0]) == 0)
        #expect(Measures.mean([0, 0, 0, 2]) == 1)
        #expect(Measures.mean([2, 3, 11, 6]) == 43.0 / 66)
        #expect(Measures.mean([0, 0]) == nil)
    }
}
