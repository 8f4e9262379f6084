package import Files
package import Markup
internal import Site

/// Why something of a file stays behind.
package enum LossReason: Sendable, Equatable {
    case language, standsForDutch, nestedGroup, repeated, other, textAlone, calculation, device, comment, condition
    case required, check, noText, tooLong, emptyChoice
    case unknownKind(String)
    case column(String)
    case levels(Int)
    case choices(Int)

    package var words: Phrase {
        switch self {
        case .language: "De woorden in deze taal gaan niet mee."
        case .standsForDutch: "Er is geen Nederlands. Deze taal staat nu op die plek."
        case .nestedGroup: "Een groep in een groep wordt een thema ernaast."
        case .repeated: "De herhaling vervalt. De vragen worden één keer gesteld."
        case .other: "De keuze “anders” vervalt."
        case .textAlone: "Een tekst zonder vraag gaat niet mee."
        case .calculation: "Een berekening gaat niet mee."
        case .device: "Dit legt iets van het toestel vast. Dat doen wij niet."
        case .comment: "Het veld voor een toelichting vervalt."
        case .condition: "De voorwaarde bij deze vraag vervalt."
        case .required: "De vraag is niet meer verplicht."
        case .check: "De controle van het antwoord vervalt."
        case .noText: "Deze vraag heeft geen tekst."
        case .tooLong: "Deze vraag is te lang. Er passen 1000 tekens."
        case .emptyChoice: "Een keuze heeft geen tekst."
        case .unknownKind(let kind): "Een vraag van de soort “\(kind)” kennen wij niet."
        case .column(let name): "Kolom “\(name)” gaat niet mee."
        case .levels(let count): "Deze schaal heeft \(count) niveaus. Het mogen er drie tot zes zijn."
        case .choices(let count): "Deze vraag heeft \(count) keuzes. Het mogen er twee tot twaalf zijn."
        }
    }
}

/// Why nothing of a file was taken.
package enum RefusalReason: Sendable, Equatable {
    case noQuestion, json, almost, noSurveySheet, empty, unknownTable, otherXML, nothingChosen
    case doubleColumn(String)
    case workbook(Workbook.Trouble)

    package var words: Phrase {
        switch self {
        case .noQuestion: "In dit bestand staat geen vraag die wij kunnen stellen."
        case .json: "Dit is een bestand in JSON, zoals van SurveyJS. Dat lezen wij niet. Maak er een XLSForm van."
        case .almost: "Dit bestand is bijna goed. Wat niet klopt staat hieronder."
        case .noSurveySheet: "Dit werkblad heeft geen blad met de naam “survey”. Zo hoort een XLSForm te zijn."
        case .empty: "Dit bestand is leeg."
        case .unknownTable:
            "Dit is geen lijst met vragen die wij kennen. Kies een XLSForm, LimeSurvey of een bestand van ons."
        case .otherXML: "Dit is XML, maar niet van LimeSurvey. QTI en andere soorten lezen wij niet."
        case .nothingChosen: "Kies een bestand."
        case .doubleColumn(let name): "Twee kolommen heten “\(name)”. Geef een van de twee een andere naam."
        case .workbook(let trouble): trouble.sentence
        }
    }
}
