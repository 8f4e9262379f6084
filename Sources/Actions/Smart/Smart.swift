package import Database
package import Markup

/// Help while writing an action: specific, measurable, accepted, realistic, time-bound, and what it is for.
///
/// It looks at words and dates only, so it can be wrong. It advises; it never keeps anything from being saved.
package enum Smart {
    package struct Draft: Sendable, Equatable {
        package enum Owner: Sendable, Equatable {
            case nobody
            case member
            /// Somebody whose role in the region has ended.
            case gone
        }

        package var what: String
        package var serves: String
        package var owner: Owner
        package var until: Day?

        package init(what: String, serves: String, owner: Owner, until: Day?) {
            self.what = what
            self.serves = serves
            self.owner = owner
            self.until = until
        }
    }

    package struct Advice: Sendable, Equatable {
        package let aspect: Aspect
        package let text: Phrase
    }

    package enum Aspect: Sendable, CaseIterable {
        case purpose, specific, measurable, accepted, realistic, timeBound

        package var label: Phrase {
            switch self {
            case .purpose: "Waarvoor"
            case .specific: "Specifiek"
            case .measurable: "Meetbaar"
            case .accepted: "Geaccepteerd"
            case .realistic: "Realistisch"
            case .timeBound: "Tijdgebonden"
            }
        }
    }

    /// At most one advice an aspect, in the order of ``Aspect``. Empty when there is nothing to add,
    /// and for an action that says nothing yet.
    package static func advice(on draft: Draft, today: Day) -> [Advice] {
        let what = SmartWords(draft.what)
        guard !what.all.isEmpty else { return [] }
        let found: [(Aspect, Phrase?)] = [
            (.purpose, purpose(draft, what)),
            (.specific, specific(what)),
            (.measurable, measurable(what)),
            (.accepted, accepted(draft, what)),
            (.realistic, realistic(draft, what, today)),
            (.timeBound, timeBound(draft, today)),
        ]
        return found.compactMap { aspect, text in text.map { Advice(aspect: aspect, text: $0) } }
    }

    /// Means are not ends: the box for the urgency is empty, says the action again, or names a means.
    private static func purpose(_ draft: Draft, _ what: SmartWords) -> Phrase? {
        let serves = SmartWords(draft.serves)
        if serves.all.isEmpty { return "Waarvoor is dit? Noem de nood of de ambitie erachter." }
        if serves.restates(what) { return "Hier staat de actie nog een keer. Wat wordt er beter voor leerlingen of bedrijven?" }
        if serves.namesOnlyMeans { return "Dit is een middel, nog geen doel. Waarvoor wilt u het hebben?" }
        return nil
    }

    private static func specific(_ what: SmartWords) -> Phrase? {
        if let vague = what.firstVague { return "“\(vague)” kan van alles zijn. Wat gaat u precies doen?" }
        if what.all.count < 3 { return "Zeg iets meer: wie doet wat, en waar?" }
        return nil
    }

    private static func measurable(_ what: SmartWords) -> Phrase? {
        what.hasMeasure ? nil : "Waaraan ziet u straks dat het gelukt is? Noem een aantal of een resultaat."
    }

    private static func accepted(_ draft: Draft, _ what: SmartWords) -> Phrase? {
        switch draft.owner {
        case .nobody: return "Wie trekt dit? Kies één persoon, en vraag het eerst."
        case .gone: return "De eigenaar heeft geen rol meer in de regio. Kies een opvolger."
        case .member: break
        }
        return what.givesWorkToOthers ? "Anderen moeten hier iets voor doen. Hebben zij al ja gezegd?" : nil
    }

    private static func realistic(_ draft: Draft, _ what: SmartWords, _ today: Day) -> Phrase? {
        if what.isSeveral { return "Dit lijken meer acties in één. Maak er liever twee van." }
        guard let until = draft.until, until >= today else { return nil }
        let days = until.number - today.number
        if what.wantsAll, days < 60 { return "Dat is veel in korte tijd. Begin met een paar, als proef." }
        if days < 7 { return "Dat is binnen een week. Is er tijd voor vrijgemaakt?" }
        return nil
    }

    private static func timeBound(_ draft: Draft, _ today: Day) -> Phrase? {
        guard let until = draft.until else { return "Wanneer is het klaar? Kies een datum." }
        if until < today { return "Deze datum is al voorbij. Kies een nieuwe." }
        if until.number - today.number > 366 { return "Dit duurt langer dan een jaar. Kies ook een eerste stap, dit jaar nog." }
        return nil
    }
}
