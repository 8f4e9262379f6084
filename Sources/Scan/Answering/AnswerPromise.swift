internal import Markup

/// Stands in for `Promise.sentence(_:region:)` until composing brings it: who will see what, said before the first question.
enum AnswerPromise {
    static func sentence(_ round: Round, region: String) -> Phrase {
        switch round.privacy {
        case .open:
            "Wie \(region) leidt, ziet uw antwoord met de naam van uw organisatie. Het programma ziet het niet."
        case .confidential(let threshold):
            "Uw antwoord is vertrouwelijk: u staat er niet bij. Een uitkomst telt altijd \(threshold) mensen of meer."
        }
    }
}
