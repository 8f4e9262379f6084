internal import Database
internal import Files
internal import Markup
internal import Site

/// Reads the cells of one row and gathers all that is wrong with them. A formula is plain text here.
struct ImportCells<Column: Hashable & Sendable> {
    let columns: PastedTable.Columns<Column>
    let row: PastedTable.Row
    private(set) var problems: [Phrase] = []

    init(_ columns: PastedTable.Columns<Column>, _ row: PastedTable.Row) {
        self.columns = columns
        self.row = row
    }

    mutating func add(_ problem: Phrase) { problems.append(problem) }

    mutating func text(_ column: Column, max: Int, missing: Phrase? = nil) -> String {
        let text = OneLine.of(columns.text(column, in: row))
        if text.isEmpty, let missing { add(missing) }
        guard text.utf16.count <= max else {
            add("Een tekst is te lang: er passen \(max) tekens.")
            return ""
        }
        return text
    }

    /// Nil where the cell is empty or holds no date; the last is a problem.
    mutating func day(_ column: Column, _ name: Phrase) -> Day? {
        let text = text(column, max: 100)
        if text.isEmpty { return nil }
        let day = Day(written: text)
        if day == nil { add("\(name): ‘\(text)’ is geen datum. Schrijf hem zo: 31-12-2026.") }
        return day
    }

    /// One of a list of words, each with the other ways to write it.
    mutating func choice<Choice>(
        _ column: Column, _ name: Phrase, among words: [(Choice, SpelledWord)], missing: Phrase? = nil
    ) -> Choice? {
        let text = text(column, max: 200, missing: missing)
        if text.isEmpty { return nil }
        let folded = WrittenWord.folded(text)
        if let found = words.first(where: { $0.1.all.contains { WrittenWord.folded($0) == folded } }) { return found.0 }
        let known = Phrase.list(words.map(\.1.said))
        if let near = WrittenWord.nearest(text, among: words.flatMap(\.1.all)) {
            add("\(name): ‘\(text)’ kennen we niet. Bedoelt u \(near)?")
        } else {
            add("\(name): ‘\(text)’ kennen we niet. Kies uit: \(known).")
        }
        return nil
    }
}
