import Database
import Markup
import Site
import Testing

@testable import Insight
@testable import Scan

@Suite("Sentences made from figures")
struct SentencesTests {
    private func dutch(_ phrase: Phrase?) -> String? { phrase.map { Vocabulary.dutch.text($0) } }

    @Test("a part is said in words anyone uses", arguments: [
        (0.0, "bijna niemand"), (0.049, "ongeveer één op de tien"), (0.1, "ongeveer één op de tien"), (0.2, "ongeveer één op de vijf"),
        (0.25, "ongeveer een kwart"), (1.0 / 3, "ongeveer één op de drie"), (0.4, "ongeveer twee op de vijf"),
        (0.5, "ongeveer de helft"), (0.6, "ongeveer drie op de vijf"), (2.0 / 3, "ongeveer twee op de drie"),
        (0.75, "ongeveer drie op de vier"), (0.8, "ongeveer vier op de vijf"), (0.9, "ongeveer negen op de tien"),
        (0.96, "bijna iedereen"), (1.0, "bijna iedereen"),
    ])
    func parts(_ part: Double, _ words: String) {
        #expect(dutch(PartWords.inside(part)) == words)
        #expect(dutch(PartWords.first(part))?.lowercased() == words)
    }

    @Test("a mean is said in the words of the levels", arguments: [
        (0.0, "‘Nog niet’"), (0.08, "‘Nog niet’"), (0.1, "tussen ‘Nog niet’ en ‘Soms’"), (0.5, "tussen ‘Soms’ en ‘Geregeld’"),
        (0.65, "‘Geregeld’"), (1.0, "‘Vanzelfsprekend’"), (1.4, "‘Vanzelfsprekend’"),
    ])
    func places(_ mean: Double, _ words: String) {
        #expect(dutch(PlaceWords.place(mean, among: Asked.levels)) == words)
    }

    /// 22 from schools, 19 from companies, 6 from governments: the figures of the page drawn by hand.
    private func report(_ confidentiality: Confidentiality, then: Double? = nil) throws -> FeedbackReport {
        let counts: [[Int]] = [[2, 3, 11, 6], [7, 6, 4, 2], [1, 2, 2, 1]]
        let groups = counts.enumerated().flatMap { group, counts in Array(repeating: UInt16(group), count: counts.reduce(0, +)) }
        let codes = counts.flatMap { $0.enumerated().flatMap { Array(repeating: UInt8($0), count: $1) } }
        let survey = try Survey(
            respondents: 47, secret: Insight.Secret(high: 1, low: 2),
            margins: [Margin(key: "sector", groups: ["education", "business", "government"], of: groups)],
            questions: [.scale("q", levels: 4, wording: "w", codes: codes)])
        let world = Round(
            id: try #require(.init("r")), region: try #require(.init("g")), title: "Zelfscan 2026", instrument: "self-scan",
            purpose: .learn, privacy: .open, closes: try #require(.init("2026-11-20")), state: .closed(at: .init(milliseconds: 0)))
        return FeedbackReport(
            round: world,
            asked: AskedQuestions([(1, Asked.instrument([Asked.theme("t", "Doorlopende leerlijn", [Asked.scale("q", "Gaat het goed?")])]))]),
            figures: Published(survey, under: confidentiality),
            coverage: try Coverage(Invitations(margins: [], answered: []), secret: Insight.Secret(high: 1, low: 2), under: confidentiality),
            partners: [:])
    }

    private func sentences(_ confidentiality: Confidentiality) throws -> (Sentences, Divergence) {
        let report = try report(confidentiality)
        let sentences = Sentences(report, .dutch) { Vocabulary.dutch.text($0) }
        return (sentences, try #require(report.figures.divergence(of: "q", between: "sector")))
    }

    @Test("who chose what is counted in an open round")
    func open() throws {
        let (sentences, divergence) = try sentences(.open)
        // 43/66 and 20/57: 0.30 apart.
        #expect(abs(divergence.distance - (43.0 / 66 - 20.0 / 57)) < 1e-9)
        #expect(dutch(sentences.difference(divergence)) == "Scholen zijn positiever over ‘Gaat het goed?’ dan bedrijven")
        #expect(
            sentences.explained(divergence).map { dutch($0) } == [
                "Scholen kiezen bij ‘Gaat het goed?’ het vaakst ‘Geregeld’.",
                "Van de 19 mensen van bedrijven zeggen er 13 ‘Nog niet’ of ‘Soms’.",
            ])
    }

    @Test("in a confidential round it is said as a part, without a count")
    func confidential() throws {
        let (sentences, divergence) = try sentences(.confidential(Threshold(.insideRegion)))
        // 37 % and 32 % of 19 people.
        #expect(
            sentences.explained(divergence).map { dutch($0) } == [
                "Scholen kiezen bij ‘Gaat het goed?’ het vaakst ‘Geregeld’.",
                "Van de mensen van bedrijven kiest ongeveer twee op de drie ‘Nog niet’ of ‘Soms’.",
            ])
    }

    @Test("agreement, not knowing and what changed are whole sentences")
    func others() throws {
        let (sentences, _) = try sentences(.open)
        let distribution = try #require(sentences.report.figures.question("q")?.figures.whole.value)
        #expect(sentences.agreement(distribution).map { dutch($0) } == ["De meningen zijn verdeeld."])
        #expect(sentences.agreement(distribution, apart: 0.3).map { dutch($0) } == ["Groepen kijken hier verschillend naar."])
        #expect(sentences.agreement(distribution, apart: 0.19).map { dutch($0) } == ["De meningen zijn verdeeld."])
        let then = sentences.report
        func change(_ comparison: ThenAndNow.Comparison) -> [String?] {
            sentences.change(ThenAndNow(question: "q", comparison: comparison), since: then).map { dutch($0) }
        }
        #expect(change(.change(then: 0.4, now: 0.6, wordingChanged: false)) == ["Men is hier veel positiever over dan in ‘Zelfscan 2026’."])
        #expect(change(.change(then: 0.6, now: 0.53, wordingChanged: true)).count == 2)
        #expect(change(.levelsChanged) == ["In ‘Zelfscan 2026’ had deze vraag andere antwoorden. Vergelijken kan daarom niet."])
        #expect(change(.askedOnlyNow).isEmpty)
    }
}
