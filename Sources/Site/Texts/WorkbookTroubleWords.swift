package import Files
package import Markup

extension Workbook.Trouble {
    /// One sentence (or two) for the page; it repeats nothing that was sent.
    package var sentence: Phrase {
        switch self {
        case .tooManyBytes(let limit): "Dit bestand is te groot: meer dan \(FigureText.size(limit))."
        case .tooDense: "Dit bestand is veel groter dan het lijkt. Sla het opnieuw op met uw rekenprogramma."
        case .tooManyParts(let limit): "Dit bestand heeft te veel onderdelen: meer dan \(FigureText.count(limit))."
        case .tooManySheets(let limit): "Dit bestand heeft te veel werkbladen: er passen er \(FigureText.count(limit))."
        case .tooManyRows(let limit): "Een werkblad heeft te veel rijen: er passen er \(FigureText.count(limit))."
        case .tooManyColumns(let limit): "Een werkblad heeft te veel kolommen: er passen er \(FigureText.count(limit))."
        case .tooManyCells(let limit): "Dit bestand heeft te veel cellen: er passen er \(FigureText.count(limit))."
        case .cellTooLong(let limit): "Er is een cel met te veel tekst: meer dan \(FigureText.size(limit))."
        case .unsafeName: "Dit bestand wijst naar plekken buiten zichzelf. Wij lezen het niet."
        case .documentType: "Dit bestand bevat regels die zichzelf uitvouwen. Wij lezen het niet."
        case .locked: "Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord."
        case .oldFormat: "Dit is een oud werkblad (.xls) of het heeft een wachtwoord. Sla het op als .xlsx, zonder wachtwoord."
        case .notAWorkbook: "Dit is geen werkblad dat wij kunnen lezen. Kies een bestand in .xlsx, .ods of .csv."
        case .broken: "Dit bestand is beschadigd of niet af. Sla het opnieuw op."
        case .text(let trouble): trouble.sentence
        }
    }
}
