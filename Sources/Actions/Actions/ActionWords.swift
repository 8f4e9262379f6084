package import Database
package import Markup
internal import Site

extension Action.Phase {
    /// The word on the screen.
    package var label: Phrase {
        switch self {
        case .plan: "Plannen"
        case .carryOut: "Doen"
        case .check: "Nagaan"
        case .act: "Bijstellen"
        case .done: "Klaar"
        case .stopped: "Gestopt"
        }
    }

    /// What it means to be there.
    var about: Phrase {
        switch self {
        case .plan: "We spreken af wie wat doet, en wanneer."
        case .carryOut: "We zijn ermee bezig."
        case .check: "We kijken of het werkt."
        case .act: "We passen aan wat nog niet werkt."
        case .done: "Het is af. Schrijf op wat het opleverde."
        case .stopped: "We gaan niet verder. Schrijf op waarom."
        }
    }
}

extension ListedAction {
    /// `5 dec`, with the year where it is another one.
    package static func date(_ day: Day, _ today: Day) -> Phrase { day.year == today.year ? day.short : day.long }

    /// Until when, and in words that the day has passed.
    package func when(_ today: Day) -> Markup {
        guard let until = action.until else { return span(.class("soft")) { "geen datum" } }
        guard action.isOverdue(on: today) else { return .phrase(Self.date(until, today)) }
        return .group([b { Self.date(until, today) }, br(), span(.class("late")) { "over de datum" }])
    }

    package var ownerName: Markup {
        owner.map(verbatim) ?? span(.class("late")) { "nog geen eigenaar" }
    }
}

/// Who will see what is typed about an action; after the rules of the routes.
enum WhoSees {
    static let action: Phrase = "De mensen die het werk van de regio zien: projectleiders, penvoerder, stuurgroep en procesbegeleider. En de eigenaar."
}
