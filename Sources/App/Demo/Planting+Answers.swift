internal import Membership
internal import Scan

/// What the people of the demo world answer: schools are milder about lessons, companies about their own part.
extension Planting {
    mutating func sheet(of content: Instrument, from sector: Sector, _ growth: Double) -> AnswerSheet {
        var sheet = AnswerSheet()
        for (number, theme) in content.themes.enumerated() {
            if chance.happens(0.03) {
                sheet.notForUs.insert(theme.key)
                continue
            }
            for question in theme.questions {
                if let given = answer(to: question, in: number, from: sector, growth) { sheet.answers[question.key] = given }
            }
        }
        return sheet
    }

    /// How far a sector thinks a theme is, 0…1.
    private func outlook(_ theme: Int, _ sector: Sector, _ growth: Double) -> Double {
        let base = 0.25 + Double((theme * 7) % 5) * 0.09
        let tilt: Double =
            switch (sector, theme % 4) {
            case (.education, 0), (.education, 2): 0.22
            case (.business, 2): -0.2
            case (.business, 3): 0.15
            case (.government, 1): 0.12
            default: 0
            }
        return min(0.95, max(0.05, base + tilt + growth))
    }

    private mutating func answer(
        to question: Question, in theme: Int, from sector: Sector, _ growth: Double
    ) -> AnswerSheet.Given? {
        let outlook = outlook(theme, sector, growth)
        if chance.happens(0.05) { return .dontKnow }
        switch question.kind {
        case .scale(let levels): return .level(level(outlook, of: levels.count))
        case .yesPartlyNo: return .choice(["no", "partly", "yes"][level(outlook, of: 3)])
        case .choice(let choices): return choices.randomElement(using: &chance).map { .choice($0.key) }
        case .choices(let choices): return .choices(choices.filter { _ in chance.happens(0.35) }.map(\.key))
        case .order(let choices): return .order(choices.map(\.key).shuffled(using: &chance))
        case .number: return .number(Double(Int.random(in: 1...12, using: &chance)))
        case .text: return chance.happens(0.5) ? DemoWords.wishes.randomElement(using: &chance).map { .text($0) } : nil
        case .swot: return nil
        }
    }

    private mutating func level(_ outlook: Double, of count: Int) -> Int {
        let spread = Double.random(in: -0.3...0.3, using: &chance)
        return min(count - 1, max(0, Int((outlook + spread) * Double(count))))
    }
}

/// Sentences of the demo world.
enum DemoWords {
    static let wishes = [
        "Eén vaste contactpersoon per school.", "Meer tijd in het rooster voor bezoek aan bedrijven.",
        "Een agenda waarin alle bedrijfsbezoeken staan.", "Docenten een week laten meelopen bij een bedrijf.",
        "Samen één machine kopen in plaats van drie.", "Ouders eerder laten zien wat je met techniek kunt worden.",
        "Korte lijnen tussen vmbo en mbo.", "Afspraken ook echt nalopen in de stuurgroep.",
        "Leerlingen zelf laten vertellen op de open dag.", "Een dag in de maand samen werken in het techlab.",
        "Minder vergaderen, vaker samen iets maken.", "De gemeente kan zorgen voor vervoer naar het techlab.",
    ]

    static let findings = [
        "Scholen en bedrijven kijken anders naar de doorlopende leerlijn.",
        "Bedrijven weten niet wie zij op school kunnen bellen.",
        "De stuurgroep neemt besluiten, maar niemand loopt ze na.",
    ]

    static let proud = "Het techlab zit elke middag vol."

    /// What, which urgency or ambition it serves, and how many days from today.
    static let actions: [(what: String, serves: String, days: Int)] = [
        ("Twaalf docenten lopen een dag mee bij drie bedrijven", "Lessen die passen bij het werk van nu", 8),
        ("Het rooster van het techlab delen met alle scholen", "Elke leerling werkt elk jaar in het techlab", -15),
        ("Eén contactpersoon per school op een lijst zetten", "Bedrijven weten wie zij kunnen bellen", 20),
        ("Een bezoekdag voor ouders bij vijf bedrijven", "Meer leerlingen kiezen voor techniek", 45),
        ("De leerlijn lassen naast die van het mbo leggen", "Geen dubbele lessen na het vmbo", -3),
        ("Besluiten van de stuurgroep elk kwartaal nalopen", "Afspraken komen ook uit", 60),
    ]
}
