import Testing

@testable import Insight

@Suite("What protection leaves to see")
struct UtilityTests {
    /// 22 from education, 19 from business, 6 from government; three levels; nine organisations.
    static func region(seed: UInt64, agreement: Int, margins count: Int) throws -> Survey {
        var generator = SeededGenerator(seed: seed)
        let sectors = Array(repeating: 0, count: 22) + Array(repeating: 1, count: 19) + Array(repeating: 2, count: 6)
        let levels = sectors.map { _ in UInt16.random(in: 0..<3, using: &generator) }
        let organisations = sectors.map { UInt16($0 * 4) + ($0 == 2 ? 0 : UInt16.random(in: 0..<4, using: &generator)) }
        let margins = [
            Margin(key: "sector", groups: ["education", "business", "government"], of: sectors.map { UInt16($0) }),
            Margin(key: "level", groups: ["governing", "tactical", "operational"], of: levels),
            Margin(key: "organisation", groups: (0..<9).map { "o\($0)" }, of: organisations),
        ]
        let questions = (0..<40).map { index in
            Column.scale("q\(index)", levels: 4, codes: sectors.map { sector in
                let chance = Int.random(in: 0..<100, using: &generator)
                if chance < agreement { return UInt8((index + sector) % 4) }
                return chance > 96 ? Missing.dontKnow.code : UInt8.random(in: 0..<4, using: &generator)
            })
        }
        return try Survey(respondents: 47, margins: Array(margins.prefix(count)), questions: questions)
    }

    @Test("Sectors are always seen; other views on most questions", arguments: [1, 2, 3])
    func mostIsSeen(_ margins: Int) throws {
        for agreement in [30, 60, 80] {
            var (shown, groups) = (0, [0, 0, 0])
            for seed in 0..<10 {
                let survey = try UtilityTests.region(seed: UInt64(seed), agreement: agreement, margins: margins)
                let published = Published(survey, under: .confidential(Threshold(.insideRegion)))
                for margin in published.margins.indices {
                    groups[margin] += published.margins[margin].groups.count { $0.standing.people != nil }
                }
                shown += published.questions.count { question in
                    question.figures.others.last != .some(.some(.hidden(.protectsOthers)))
                        && question.figures.groups[margins - 1].contains { $0.value != nil }
                }
                #expect(published.questions.allSatisfy { $0.figures.groups[0].contains { $0.value != nil } })
            }
            print("margins \(margins), agreement \(agreement) %: groups shown \(groups.map { Double($0) / 10 }), last margin on \(Double(shown) / 4) % of questions")
        }
    }
}
