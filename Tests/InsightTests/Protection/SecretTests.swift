import Testing

@testable import Insight

@Suite("Chance")
struct SecretTests {
    @Test("SipHash-2-4 gives the value of its authors' paper")
    func sipHash() {
        // Key 00…0f, message 00…0e (appendix A).
        let secret = Secret(high: 0x0f0e_0d0c_0b0a_0908, low: 0x0706_0504_0302_0100)
        let message = String(decoding: (0..<15).map { UInt8($0) }, as: UTF8.self)
        #expect(secret.number(for: message) == 0xa129_ca61_49be_45e5)
    }

    @Test("A blur is nothing in 60 of 100 figures, one in 30, and any number is possible both ways")
    func blur() {
        var generator = SeededGenerator(seed: 5)
        var times: [Int: Int] = [:]
        for _ in 0..<100_000 { times[Blur.added(to: 0, by: generator.next()), default: 0] += 1 }
        let expected = [0: 0.6, 1: 0.15, -1: 0.15, 2: 0.0375, -2: 0.0375, 3: 0.0094, -3: 0.0094]
        for (step, part) in expected {
            #expect(abs(Double(times[step] ?? 0) / 100_000 - part) < 0.005)
        }
        #expect(Set(times.keys).isSuperset(of: Set(-5...5)))
    }

    @Test("The same round blurs the same way each time, another round another way")
    func stable() throws {
        var random = RandomSurveys(seed: 9)
        func blurred(_ survey: Survey) -> [Published.Row<Distribution>] {
            Published(survey, under: .confidential(Threshold(.insideRegion))).questions.map(\.figures)
        }
        var differ = 0
        for _ in 0..<50 {
            let survey = try random.next()
            #expect(blurred(survey) == blurred(survey))
            let other = try Survey(
                respondents: survey.respondents, secret: Secret(high: 3, low: 4), margins: survey.margins,
                questions: survey.questions)
            if blurred(survey) != blurred(other) { differ += 1 }
        }
        #expect(differ > 10)
    }
}
