import Testing

@testable import Insight

@Suite("Where views differ")
struct DivergenceTests {
    /// A question answered by 22 from education, 19 from business, 6 from government.
    static let first = [[2, 3, 11, 6], [7, 6, 4, 2], [1, 2, 2, 1]]
    static let second = [[5, 6, 6, 5], [5, 5, 5, 4], [1, 2, 2, 1]]

    static func codes(_ counts: [[Int]]) -> [UInt8] {
        counts.flatMap { group in group.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) } }
    }

    static func report(_ confidentiality: Confidentiality) throws -> Published {
        let sectors =
            Array(repeating: UInt16(0), count: 22) + Array(repeating: 1, count: 19) + Array(repeating: 2, count: 6)
        let survey = try Survey(
            respondents: 47, secret: Secret(high: 1, low: 2),
            margins: [Margin(key: "sector", groups: ["education", "business", "government"], of: sectors)],
            questions: [
                .scale("q2", levels: 4, codes: codes(second)), .scale("q1", levels: 4, codes: codes(first)),
                .nominal("colour", options: 4, codes: codes(first)),
            ],
            themes: [Theme(key: "line", questions: ["q1", "q2", "colour"])])
        return Published(survey, under: confidentiality)
    }

    @Test("Each sector has one voice: means, the farthest apart, and the middle between voices")
    func oneVoice() throws {
        let divergence = try #require(try DivergenceTests.report(.open).divergence(of: "q1", between: "sector"))
        #expect(divergence.highest.group == "education")
        #expect(divergence.lowest.group == "business")
        #expect(abs(divergence.highest.mean - 43.0 / 66) < 1e-9)
        #expect(abs(divergence.lowest.mean - 20.0 / 57) < 1e-9)
        #expect(abs(divergence.distance - (43.0 / 66 - 20.0 / 57)) < 1e-9)
        #expect(abs(divergence.middle - (43.0 / 66 + 20.0 / 57 + 0.5) / 3) < 1e-9)
    }

    @Test("Questions come with the farthest apart first; kinds without levels stay out")
    func ranked() throws {
        for confidentiality in [Confidentiality.open, .confidential(Threshold(.insideRegion))] {
            let published = try DivergenceTests.report(confidentiality)
            #expect(published.whereViewsDiffer(between: "sector").map(\.subject) == [.question("q1"), .question("q2")])
            #expect(published.whereViewsDiffer(between: "level") == [])
        }
    }

    @Test("A theme's voices are the means of its questions")
    func themes() throws {
        let published = try DivergenceTests.report(.open)
        let theme = try #require(published.themesWhereViewsDiffer(between: "sector").first)
        let education = (43.0 / 66 + 33.0 / 66) / 2
        #expect(theme.subject == .theme("line"))
        #expect(abs((theme.voices.first?.mean ?? 0) - education) < 1e-9)
        let mean = published.mean(ofTheme: "line", for: .group(margin: "sector", group: "education"))
        #expect(abs((mean ?? 0) - education) < 1e-9)
    }

    @Test("A group of which too little is shown has no voice")
    func hiddenHasNoVoice() throws {
        let outside = try DivergenceTests.report(.confidential(Threshold(.outsideRegion)))
        // Six from government are too few outside, and business is hidden with them.
        #expect(
            outside.margin("sector")?.groups.map(\.standing) == [
                .shown(people: 22), .hidden(.protectsOthers), .hidden(.tooFew),
            ])
        #expect(outside.margin("sector")?.others == .shown(people: 25))
        #expect(outside.divergence(of: "q1", between: "sector") == nil)
    }
}
