import Foundation
import Testing

@testable import Insight

@Suite("What is published")
struct PublishedTests {
    static let secret = Secret(high: 7, low: 11)
    static let confidential = Confidentiality.confidential(Threshold(.insideRegion))

    static func margin(_ key: String, _ sizes: Int..., unknown: Int = 0) -> Margin {
        let groups = sizes.enumerated().flatMap { Array(repeating: UInt16($0.offset), count: $0.element) }
        return Margin(
            key: key, groups: sizes.indices.map { "\(key)\($0)" },
            of: groups + Array(repeating: Margin.unknown, count: unknown))
    }

    static func standings(_ margins: Margin..., threshold: Threshold = Threshold(.insideRegion)) throws -> [[Int?]] {
        let survey = try Survey(respondents: margins[0].groupOfEach.count, secret: secret, margins: margins)
        return Published(survey, under: .confidential(threshold)).margins.map { $0.groups.map(\.standing.people) }
    }

    @Test("An open round counts and hides nothing")
    func open() throws {
        let survey = try Survey(
            respondents: 3, secret: PublishedTests.secret, margins: [PublishedTests.margin("m", 2, 0, unknown: 1)],
            questions: [
                .scale("s", levels: 2, codes: [0, 1, 254]),
                .multiple("m", options: 2, masks: [3, 0, Missing.dontKnow.mask]),
            ],
            texts: [Texts(key: "t", values: ["one", " ", "three"])])
        let published = Published(survey, under: .open)
        let scale = try #require(published.question("s")?.figures)
        #expect(scale.whole.value?.shares == [.counted(1), .counted(1)])
        #expect(scale.whole.value?.share(of: .notForUs) == .counted(1))
        #expect(scale.whole.value?.mean == 0.5)
        #expect(scale.groups[0][1].value?.people == 0)
        #expect(scale.others[0]?.value?.people == 1)
        let multiple = try #require(published.question("m")?.figures.whole.value)
        #expect(multiple.shares == [.counted(1), .counted(1)])
        #expect(multiple.missing == [.counted(1), .counted(0), .counted(0)])
        #expect(
            published.text("t")?.answers
                == .shown([
                    OpenAnswer(text: "one", from: [.group(margin: "m", group: "m0")]), OpenAnswer(text: "three"),
                ]))
    }

    @Test("Fewer than five people are nothing to publish about")
    func tooFew() throws {
        let survey = try Survey(
            respondents: 4, secret: PublishedTests.secret, margins: [PublishedTests.margin("m", 4)],
            questions: [.scale("s", levels: 2, codes: [0, 1, 0, 1])])
        let published = Published(survey, under: PublishedTests.confidential)
        #expect(published.whole == .hidden(.tooFew))
        #expect(published.question("s")?.figures.whole == .hidden(.tooFew))
        #expect(published.question("s")?.figures.groups == [[.hidden(.tooFew)]])
    }

    @Test("A hidden group takes the next smallest with it, until five are hidden")
    func complementary() throws {
        #expect(try PublishedTests.standings(PublishedTests.margin("m", 22, 19, 3)) == [[22, nil, nil]])
        #expect(try PublishedTests.standings(PublishedTests.margin("m", 22, 19, 3, 2)) == [[22, 19, nil, nil]])
        #expect(try PublishedTests.standings(PublishedTests.margin("m", 22, 19, unknown: 2)) == [[22, nil]])
        #expect(try PublishedTests.standings(PublishedTests.margin("m", 22, 19, unknown: 5)) == [[22, 19]])
        #expect(try PublishedTests.standings(PublishedTests.margin("m", 12, 9, 0)) == [[12, 9, nil]])
    }

    @Test("Groups of two margins that differ by two people are not both shown")
    func crossing() throws {
        let sectors = PublishedTests.margin("sector", 22, 20)
        let organisations = PublishedTests.margin("organisation", 20, 12, 10)
        // Sector 0 is organisation 0 and two people; hiding 20 asks to hide 10 as well, and 12 beside it is safe.
        #expect(try PublishedTests.standings(sectors, organisations) == [[22, 20], [nil, 12, nil]])
        #expect(
            try PublishedTests.standings(sectors, PublishedTests.margin("organisation", 22, 10, 10)) == [
                [22, 20], [22, 10, 10],
            ])
    }

    @Test("Thresholds can be raised and never lowered, not by decoding either")
    func thresholds() throws {
        let low = Data(#"{"audience": "outsideRegion", "people": 2}"#.utf8)
        #expect(try JSONDecoder().decode(Threshold.self, from: low).people == 10)
        #expect(Threshold(.insideRegion).people == 5)
        #expect(Threshold(.outsideRegion).people == 10)
        #expect(Threshold(.outsideRegion, raisedTo: 6).people == 10)
        #expect(Threshold(.insideRegion, raisedTo: -1).people == 5)
        #expect(Threshold(.insideRegion, raisedTo: 8).people == 8)
    }

    @Test("Results can be kept when a round closes, and read back the same")
    func kept() throws {
        var random = RandomSurveys(seed: 4)
        for _ in 0..<20 {
            let published = Published(try random.next(), under: PublishedTests.confidential)
            #expect(try JSONDecoder().decode(Published.self, from: JSONEncoder().encode(published)) == published)
        }
    }

    @Test("Open answers come from ten writers, without groups, in an order that is not theirs")
    func texts() throws {
        let margin = PublishedTests.margin("m", 6, 6)
        let words = (0..<12).map { "text \($0)" }
        func answers(_ values: [String?], _ audience: Threshold) throws -> Published.Figure<[OpenAnswer]>? {
            let texts = [Texts(key: "t", values: values)]
            let survey = try Survey(respondents: 12, secret: PublishedTests.secret, margins: [margin], texts: texts)
            return Published(survey, under: .confidential(audience)).text("t")?.answers
        }
        #expect(try answers(Array(words.prefix(9)) + [nil, "", " "], Threshold(.insideRegion)) == .hidden(.tooFew))
        #expect(try answers(words, Threshold(.insideRegion, raisedTo: 13)) == .hidden(.tooFew))
        let shown = try #require(try answers(words, Threshold(.insideRegion))?.value)
        #expect(shown.map(\.text).sorted() == words.sorted())
        #expect(shown.map(\.text) != words)
        #expect(shown.allSatisfy { $0.from.isEmpty })
        #expect(try answers(words.reversed(), Threshold(.insideRegion))?.value == shown)
    }

    @Test("Numbers are summed up only where five gave one, and no group of fewer follows")
    func numbers() throws {
        let margin = PublishedTests.margin("m", 10, 10)
        func row(_ values: [Double?]) throws -> Published.Row<NumberSummary>? {
            let survey = try Survey(
                respondents: 20, secret: PublishedTests.secret, margins: [margin],
                numbers: [Numbers(key: "n", values: values)])
            return Published(survey, under: PublishedTests.confidential).number("n")?.figures
        }
        let all = try #require(try row((0..<20).map { Double($0) }))
        #expect(all.whole.value?.median == 9.5)
        #expect(all.groups[0].map { $0.value?.median } == [4.5, 15])
        let some = try #require(try row((0..<20).map { $0 < 13 ? Double($0) : nil }))
        #expect(some.whole.value?.median == 6)
        #expect(some.groups == [[.hidden(.protectsOthers), .hidden(.tooFew)]])
        #expect(try row(Array(repeating: Double.nan, count: 20))?.whole == .hidden(.tooFew))
    }

    @Test("The Borda count of an order by importance")
    func orders() throws {
        // Three people: ABC, ABC, BCA. Points A 2+2+0, B 1+1+2, C 0+0+1, of at most 6.
        let ordering = Ordering(key: "o", positions: [[0, 0, 2], [1, 1, 0], [2, 2, 1]])
        let survey = try Survey(respondents: 3, secret: PublishedTests.secret, orders: [ordering])
        let importance = try #require(Published(survey, under: .open).order("o")?.figures.whole.value)
        let scores: [Double?] = [4.0 / 6, 4.0 / 6, 1.0 / 6]
        #expect(importance.scores == scores)
        #expect(importance.ranking == [0, 1, 2])
        let many = Ordering(key: "o", positions: [[UInt8](repeating: 0, count: 40), [UInt8](repeating: 1, count: 40)])
        let large = try Survey(respondents: 40, secret: PublishedTests.secret, orders: [many])
        #expect(
            Published(large, under: PublishedTests.confidential).order("o")?.figures.whole.value?.scores == [0.9, 0.1])
    }

    @Test("Coverage says how many answered, and of a group not that all or nobody did")
    func coverage() throws {
        let margin = PublishedTests.margin("m", 20, 10, 10)
        let answered = (0..<40).map { $0 < 12 || $0 >= 20 && $0 < 29 || $0 >= 35 }
        let invitations = Invitations(margins: [margin], answered: answered)
        let open = try Coverage(invitations, secret: PublishedTests.secret, under: .open)
        #expect(open.whole == .shown(.init(invited: 40, answered: .people(26))))
        let closed = try Coverage(invitations, secret: PublishedTests.secret, under: PublishedTests.confidential)
        #expect(closed.margins[0].groups.map { $0.response.value?.answered } == [.people(12), .most, .people(5)])
        #expect(closed.whole.value?.answered == .about(27))
    }

    @Test("Columns that do not fit are all named at once")
    func misfits() {
        #expect(
            throws: Survey.Misfits(all: [
                .length(key: "m", found: 2, expected: 3), .length(key: "q", found: 1, expected: 3), .doubleKey("q"),
                .options(key: "q", found: 1),
            ])
        ) {
            try Survey(
                respondents: 3, secret: PublishedTests.secret, margins: [PublishedTests.margin("m", 2)],
                questions: [.scale("q", levels: 2, codes: [0]), .scale("q", levels: 1, codes: [0, 0, 0])])
        }
    }
}
