package import Markup

/// Who will see what, as one sentence. It is read before the first question, stands in the letter and on the pages
/// where a round is made; so it is made in one place.
package enum Promise {
    package static func sentence(_ round: Round, region: String) -> Phrase {
        switch (round.privacy, round.purpose) {
        case (.confidential(let least), .learn):
            "Dit is vertrouwelijk. De projectleiding, de stuurgroep en de procesbegeleider van \(region) zien de uitkomsten, zonder uw naam en pas als \(least) mensen hebben geantwoord. Het programma en de expertcommissie zien niets."
        case (.confidential(let least), .account):
            "Dit is vertrouwelijk. De projectleiding, de stuurgroep en de procesbegeleider van \(region) zien de uitkomsten, zonder uw naam en pas als \(least) mensen hebben geantwoord. Het programma ziet alleen wat de regio deelt, pas vanaf \(max(10, least)) mensen."
        case (.open, .learn):
            "De projectleiding, de stuurgroep en de procesbegeleider van \(region) zien uw antwoorden, met de naam van uw organisatie erbij. Het programma en de expertcommissie zien niets."
        case (.open, .account):
            "De projectleiding, de stuurgroep en de procesbegeleider van \(region) zien uw antwoorden, met de naam van uw organisatie erbij. Het programma ziet alleen wat de regio deelt."
        }
    }
}
