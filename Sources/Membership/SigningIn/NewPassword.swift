internal import Foundation
internal import Markup
internal import Site

/// A password as a person chooses it, and what must be true of it.
struct NewPassword {
    static let shortest = 12
    static let longest = 200

    let text: String

    /// The same letters typed on another machine are the same password.
    init(_ typed: String) { text = typed.precomposedStringWithCanonicalMapping }

    /// - Parameter known: what others know of this person: the name and the address for mail.
    func problems(again: String, known: [String]) -> [Problem] {
        var problems: [Problem] = []
        if text.count < Self.shortest {
            problems.append(Problem("password", "Kies een wachtwoord van minstens 12 tekens. Korte wachtwoorden raadt een computer snel."))
        } else if text.count > Self.longest {
            problems.append(Problem("password", "Kies een wachtwoord van hoogstens 200 tekens."))
        } else if Set(text).count < 5 || isKnown(known) {
            problems.append(Problem("password", "Dit wachtwoord is makkelijk te raden. Kies iets anders."))
        }
        if problems.isEmpty, NewPassword(again).text != text {
            problems.append(Problem("password-again", "U typte hier iets anders. Typ hetzelfde wachtwoord nog een keer."))
        }
        return problems
    }

    private func isKnown(_ known: [String]) -> Bool {
        let plain = text.lowercased()
        return known.contains { !$0.isEmpty && $0.lowercased() == plain }
    }
}
