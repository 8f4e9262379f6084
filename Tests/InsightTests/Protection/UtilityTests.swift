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
            Column.scale(
                "q\(index)", levels: 4,
                codes: sectors.map { sector in
                    let chance = Int.random(in: 0..<100, using: &generator)
                    if chance < agreement { return UInt8((index + sector) % 4) }
                    return chance > 96 ? Missing.dontKnow.code : UInt8.random(in: 0..<4, using: &generator)
                })
        }
        return try Survey(
            respondents: 47, secret: Secret(high: seed, low: 1), margins: Array(margins.prefix(count)),
            questions: questions)
    }

    @Test("In a region of 47 people all sectors and levels are seen on every question", arguments: [30, 60, 80, 95])
    func allIsSeen(_ agreement: Int) throws {
        let survey = try UtilityTests.region(seed: 1, agreement: agreement, margins: 2)
        let published = Published(survey, under: .confidential(Threshold(.insideRegion)))
        let figures = published.questions.flatMap { [$0.figures.whole] + $0.figures.groups.joined() }
        #expect(figures.count == 40 * 7)
        #expect(figures.allSatisfy { $0.value?.mean != nil })
    }

    @Test("What is published stays close to what was answered")
    func closeToTruth() throws {
        var (whole, sector, level) = (0.0, 0.0, 0.0)  // mean distances over 200 questions
        for seed in 0..<5 {
            let survey = try UtilityTests.region(seed: UInt64(seed), agreement: 60, margins: 2)
            let open = Published(survey, under: .open)
            let published = Published(survey, under: .confidential(Threshold(.insideRegion)))
            for (one, other) in zip(open.questions, published.questions) {
                func apart(_ figure: (Published.QuestionTable) -> Published.Figure<Distribution>) -> Double {
                    abs((figure(one).value?.mean ?? 0) - (figure(other).value?.mean ?? 1))
                }
                whole += apart(\.figures.whole) / 200
                sector += (0..<3).map { group in apart { $0.figures.groups[0][group] } }.reduce(0, +) / 600
                level += (0..<3).map { group in apart { $0.figures.groups[1][group] } }.reduce(0, +) / 600
            }
        }
        #expect(whole < 0.02)
        #expect(sector < 0.03)
        #expect(level < 0.05)
        print("means are off on average by \(whole) for all, \(sector) for sectors, \(level) for levels")
    }
}
