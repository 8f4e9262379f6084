internal import Markup
internal import Membership
internal import Site

/// Stands in for `Promise.sentence(_:_:)` until composing brings it: who will see what, said before the first question.
enum AnswerPromise {
    static func sentence(_ round: Round, _ region: Region) -> Phrase {
        switch round.privacy {
        case .open:
            "Wie \(region.name) leidt, ziet uw antwoord met de naam van uw organisatie. Het programma ziet het niet."
        case .confidential(let threshold):
            "Uw antwoord is vertrouwelijk: u staat er niet bij. Een uitkomst telt altijd \(threshold) mensen of meer."
        }
    }
}
