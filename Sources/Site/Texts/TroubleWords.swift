package import Files
package import Markup

extension Form.Trouble {
    /// One sentence for the page; it repeats nothing that was sent.
    package var sentence: Phrase {
        switch self {
        case .tooManyBytes(let limit): "Dit formulier is te groot: meer dan \(FigureText.size(limit))."
        case .tooManyFields(let limit): "Dit formulier heeft te veel velden: meer dan \(FigureText.count(limit))."
        case .tooManyFiles(let limit): "Er zijn te veel bestanden: het mogen er \(FigureText.count(limit)) zijn."
        case .nameTooLong: "Dit formulier heeft een veld met een te lange naam."
        case .valueTooLong(_, let limit): "Deze tekst is te lang: meer dan \(FigureText.size(limit))."
        case .fileTooLarge(_, let limit): "Dit bestand is te groot: het mag \(FigureText.size(limit)) zijn."
        case .notAForm: "Dit is geen formulier van deze site."
        case .malformed: "Het formulier is niet goed aangekomen. Verstuur het nog een keer."
        case .textTooLong(_, let limit): "Deze tekst is te lang: er passen \(FigureText.count(limit)) tekens."
        case .notANumber: "Vul hier een heel getal in, in cijfers."
        case .numberOutOfRange(_, let range): Self.outOfRange(range)
        }
    }

    private static func outOfRange(_ range: ClosedRange<Int>) -> Phrase {
        if range.upperBound == .max { return "Vul een getal in van \(range.lowerBound) of meer." }
        if range.lowerBound == .min { return "Vul een getal in van hoogstens \(range.upperBound)." }
        return "Vul een getal in van \(range.lowerBound) tot en met \(range.upperBound)."
    }
}

extension PastedTable.Remark {
    package var sentence: Phrase {
        switch self {
        case .encodingGuessed: "Kijk de letters met accenten na: het bestand zegt niet hoe die zijn opgeslagen."
        case .blankRows(1): "Er is 1 lege rij overgeslagen."
        case .blankRows(let count): "Er zijn \(FigureText.count(count)) lege rijen overgeslagen."
        case .raggedRow(let number, let cells, let expected):
            "Rij \(FigureText.count(number)) heeft \(cells) cellen, de meeste rijen hebben er \(expected)."
        case .looseQuote(let row): "In rij \(FigureText.count(row)) staat een los aanhalingsteken."
        }
    }
}

extension PastedTable.Trouble {
    /// One sentence (or two) for the page; it repeats nothing that was sent.
    package var sentence: Phrase {
        switch self {
        case .tooManyBytes(let limit): "Deze tabel is te groot: meer dan \(FigureText.size(limit))."
        case .tooManyRows(let atLeast, let limit):
            "Deze tabel heeft minstens \(FigureText.count(atLeast)) rijen: er passen er \(FigureText.count(limit))."
        case .tooManyColumns(let row, let limit):
            "Rij \(FigureText.count(row)) heeft te veel cellen: het mogen er \(FigureText.count(limit)) zijn."
        case .cellTooLong(let row, let limit):
            "Rij \(FigureText.count(row)) heeft een cel van meer dan \(FigureText.size(limit)). Misschien ontbreekt er een aanhalingsteken."
        case .notText: "Dit is geen tekst: sla het werkblad op als CSV, of plak de cellen."
        }
    }
}
