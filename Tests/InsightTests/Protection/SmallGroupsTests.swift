import Foundation
import Testing

@testable import Insight

@Suite("P1: small groups, against an attacker who knows all groups and has all tables")
struct SmallGroupsTests {
    enum Leak: Equatable {
        case fewPeople([Int])
        case answer(String)
    }

    /// The first survey in which the attacker learns something.
    static func firstLeak(surveys: Int, seed: UInt64, under rules: Rules, outside: Bool = false) throws -> (Int, Leak)?
    {
        var random = RandomSurveys(seed: seed)
        let threshold = Threshold(outside ? .outsideRegion : .insideRegion)
        for number in 0..<surveys {
            let survey = try random.next()
            let published = Published(survey, under: .confidential(threshold), rules: rules)
            let attacker = Attacker(knowing: survey, reading: published, threshold: threshold.people)
            if let few = attacker.fewPeople() { return (number, .fewPeople(few)) }
            if let answer = attacker.forcedAnswer() { return (number, .answer(answer)) }
        }
        return nil
    }

    @Test("What is shown outside the region is a part of what is shown inside, with the same figures")
    func outsideIsAPart() throws {
        var random = RandomSurveys(seed: 3)
        for _ in 0..<200 {
            let survey = try random.next()
            let inside = Published(survey, under: .confidential(Threshold(.insideRegion)))
            let outside = Published(survey, under: .confidential(Threshold(.outsideRegion)))
            for (one, other) in zip(inside.questions, outside.questions) {
                if let whole = other.figures.whole.value { #expect(one.figures.whole.value == whole) }
                for (within, without) in zip(one.figures.groups.joined(), other.figures.groups.joined()) {
                    if let figure = without.value { #expect(within.value == figure) }
                }
            }
        }
    }

    /// `SURVEYS=10000 swift test` for the long run.
    static let surveys = ProcessInfo.processInfo.environment["SURVEYS"].flatMap { Int($0) } ?? 1000

    @Test("On 1,000 random surveys nothing follows about fewer than k people, nor anybody's answer")
    func holds() throws {
        let inside = try SmallGroupsTests.firstLeak(surveys: SmallGroupsTests.surveys * 4 / 5, seed: 1, under: .all)
        #expect(inside == nil)
        let outside = try SmallGroupsTests.firstLeak(
            surveys: SmallGroupsTests.surveys / 5, seed: 2, under: .all, outside: true)
        #expect(outside == nil)
    }

    @Test("Without hiding the next smallest, the attacker learns about few people")
    func needsComplementaryHiding() throws {
        let rules = Rules.all.subtracting([.complementary, .crossMargin])
        guard case .fewPeople = try SmallGroupsTests.firstLeak(surveys: 100, seed: 1, under: rules)?.1 else {
            Issue.record("the mutant lives")
            return
        }
    }

    @Test("Without looking across margins, the attacker learns about few people")
    func needsCrossMargin() throws {
        let rules = Rules.all.subtracting(.crossMargin)
        guard case .fewPeople = try SmallGroupsTests.firstLeak(surveys: 100, seed: 1, under: rules)?.1 else {
            Issue.record("the mutant lives")
            return
        }
    }

    @Test("Without cutting shares, the attacker reads answers")
    func needsCutting() throws {
        guard case .answer = try SmallGroupsTests.firstLeak(surveys: 100, seed: 1, under: .all.subtracting(.cutting))?.1
        else {
            Issue.record("the mutant lives")
            return
        }
    }

    @Test("With the whole counted beside the groups, the attacker reads answers")
    func needsComposing() throws {
        guard
            case .answer = try SmallGroupsTests.firstLeak(surveys: 100, seed: 1, under: .all.subtracting(.composing))?.1
        else {
            Issue.record("the mutant lives")
            return
        }
    }

    @Test("Without chance in the other margins, the attacker reads answers")
    func needsBlurring() throws {
        guard
            case .answer = try SmallGroupsTests.firstLeak(surveys: 300, seed: 1, under: .all.subtracting(.blurring))?.1
        else {
            Issue.record("the mutant lives")
            return
        }
    }
}
