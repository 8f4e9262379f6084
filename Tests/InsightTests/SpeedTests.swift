import Testing

@testable import Insight

@Suite("Speed", .serialized)
struct SpeedTests {
    @Test("10,000 people and 40 questions, timed", arguments: [[3], [3, 3], [3, 3, 40], [3, 3, 200]])
    func tenThousand(_ groups: [Int]) throws {
        var generator = SeededGenerator(seed: 1)
        let people = 10_000
        let margins = groups.enumerated().map { place, count in
            Margin(
                key: "m\(place)", groups: (0..<count).map { "\($0)" },
                of: (0..<people).map { _ in
                    UInt16.random(in: 0..<UInt16(count), using: &generator)
                })
        }
        let questions = (0..<40).map { index in
            Column.scale(
                "q\(index)", levels: 4, codes: (0..<people).map { _ in UInt8.random(in: 0..<4, using: &generator) })
        }
        let survey = try Survey(
            respondents: people, secret: Secret(high: 1, low: 2), margins: margins, questions: questions)
        for confidentiality in [
            Confidentiality.open, .confidential(Threshold(.insideRegion)), .confidential(Threshold(.outsideRegion)),
        ] {
            var shown = 0
            let time = ContinuousClock().measure {
                shown = Published(survey, under: confidentiality).margins.reduce(0) {
                    $0 + $1.groups.count { $0.standing.people != nil }
                }
            }
            print("10,000 × 40, groups \(groups), \(shown) shown: \(time)")
        }
    }

    @Test("Regions of 50 to 500 people with organisations within sectors, timed", arguments: [50, 150, 500])
    func region(_ people: Int) throws {
        var generator = SeededGenerator(seed: 1)
        let organisations = (0..<people).map { _ in
            min(UInt16.random(in: 0..<40, using: &generator), UInt16.random(in: 0..<40, using: &generator))
        }
        let margins = [
            Margin(key: "sector", groups: ["a", "b", "c"], of: organisations.map { $0 % 3 }),
            Margin(
                key: "level", groups: ["d", "e", "f"],
                of: organisations.map { _ in UInt16.random(in: 0..<3, using: &generator) }),
            Margin(key: "organisation", groups: (0..<40).map { "\($0)" }, of: organisations),
        ]
        let survey = try Survey(respondents: people, secret: Secret(high: 1, low: 2), margins: margins)
        for audience in Threshold.Audience.allCases {
            var published: Published?
            let time = ContinuousClock().measure {
                published = Published(survey, under: .confidential(Threshold(audience)))
            }
            let shown = published?.margins.map { $0.groups.count { $0.standing.people != nil } } ?? []
            let large = margins[2].groups.indices.count { group in
                organisations.count { $0 == group } >= Threshold(audience).people
            }
            print("\(people) people, \(audience): \(shown) groups shown, \(large) organisations large enough: \(time)")
        }
    }
}
