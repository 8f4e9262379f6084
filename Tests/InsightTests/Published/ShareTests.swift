import Testing

@testable import Insight

@Suite("Shares in a confidential round")
struct ShareTests {
    @Test("Under five percent and over ninety-five are cut", arguments: [40, 41, 60, 100, 999])
    func fivePercent(_ people: Int) {
        for count in 0...people {
            let isFew = Share(count, of: people) == .few
            #expect(isFew == (count * 20 < people))
            #expect((Share(count, of: people) == .most) == (count * 20 > people * 19))
        }
    }

    @Test("In a group of twenty and less, all and all but one look the same, and so do none and one")
    func onePerson() {
        #expect((0...5).map { Share($0, of: 5) } == [.few, .few, .percent(40), .percent(60), .most, .most])
        #expect(Share(19, of: 20) == .most)
        #expect(Share(18, of: 20) == .percent(90))
    }

    @Test("What a share leaves possible is what leads to it")
    func bounds() {
        for people in 5...230 {
            for count in 0...people {
                let share = Share(count, of: people)
                let possible = (0...people).filter { Share($0, of: people) == share }
                #expect(share.bounds(of: people).filter { Share($0, of: people) == share } == possible)
            }
        }
    }

    @Test("Mean and consensus follow from the published shares alone")
    func nothingBesides() throws {
        let counts = [[5, 0, 0, 0], [4, 0, 0, 1]]
        let distributions = try counts.map { counts in
            let codes = counts.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
            let survey = try Survey(
                respondents: 5, secret: Secret(high: 1, low: 2), questions: [.scale("q", levels: 4, codes: codes)])
            return Published(survey, under: .confidential(Threshold(.insideRegion))).questions[0].figures.whole.value
        }
        #expect(distributions[0] != nil)
        #expect(distributions[0] == distributions[1])
    }
}
