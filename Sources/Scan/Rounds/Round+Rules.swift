package import Database
internal import Markup
package import Site

/// What is asked of a round before it may take a step, and what it may still change.
extension Round {
    package struct Readiness: Sendable {
        package let questions: Int
        package let invited: Int
        package let today: Day

        package init(questions: Int, invited: Int, today: Day) {
            self.questions = questions
            self.invited = invited
            self.today = today
        }
    }

    /// What stands in the way of opening; empty when nothing does.
    package func problemsBeforeOpening(_ ready: Readiness) -> [Problem] {
        var problems: [Problem] = []
        if ready.questions == 0 { problems.append(Problem("questions", "Er zijn nog geen vragen. Kies er minstens één.")) }
        if ready.invited == 0 && code == nil {
            problems.append(Problem("invitations", "Er is nog niemand om te antwoorden. Nodig mensen uit, of maak een open link."))
        }
        if closes < ready.today { problems.append(Problem("planning", "De sluitdag is al voorbij. Kies een nieuwe dag.")) }
        if let least = privacy.threshold, code == nil, ready.invited > 0, ready.invited < least {
            problems.append(
                Problem("invitations", "Er zijn minder dan \(least) mensen uitgenodigd. Dan komt er nooit een uitkomst."))
        }
        return problems
    }

    /// Questions may change until the round closes; answers given before keep their own version.
    package var takesQuestions: Bool { state.isComposed || state.isOpen }

    /// Who may be invited by name. In a confidential round that is settled at opening: whoever came later would
    /// stand alone among those whose answers are kept together.
    package var takesInvitations: Bool {
        state.isComposed || (state.isOpen && privacy == .open)
    }

    /// A day that people agreed on, in this round's state.
    package static func problems(closes: Day?, today: Day) -> [Problem] {
        guard let closes else { return [Problem("closes", "Vul een dag in, zoals 28-11-2026.")] }
        if closes < today { return [Problem("closes", "Deze dag is al voorbij. Kies vandaag of later.")] }
        if closes > today.adding(days: 366) { return [Problem("closes", "Deze dag is meer dan een jaar weg. Kies een eerdere dag.")] }
        return []
    }
}
