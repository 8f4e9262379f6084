/// The answers by question key, and the themes that were "not for us".
package struct AnswerSheet: Sendable, Equatable {
    package var answers: [String: Given] = [:]
    /// Keys of themes that the respondent said are not for them.
    package var notForUs: Set<String> = []
    /// What was answered to questions that this version of the round does not ask, as JSON by question key:
    /// never shown or counted, and never lost.
    package var kept: [String: String] = [:]

    package init(answers: [String: Given] = [:], notForUs: Set<String> = []) {
        self.answers = answers
        self.notForUs = notForUs
    }

    /// An answer to one question. Scale: the level from 0, lowest first; yes/partly/no: "yes", "partly", "no";
    /// choices: option keys; order: the keys of the options that got a place, most important first.
    package enum Given: Sendable, Equatable {
        case dontKnow
        case level(Int)
        case choice(String)
        case choices([String])
        case order([String])
        case number(Double)
        case text(String)
        case swot(strengths: String, weaknesses: String, opportunities: String, threats: String)
    }

    /// Whether anything was answered; "don't know" and "not for us" are answers too.
    package var hasAnswers: Bool { !answers.isEmpty || !notForUs.isEmpty || !kept.isEmpty }
}
