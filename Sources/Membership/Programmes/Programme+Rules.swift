internal import Markup
internal import Site

/// A programme as the office typed it, and what is wrong with it.
struct ProgrammeDraft: Sendable {
    let name: String
    let commissioner: String
    let firstYear: Int?
    let lastYear: Int?
    let themes: [String]
    let parts: [String]
    private let entry: EntryReader

    private static let mostWords = 40
    private static let longestWord = 80

    init(_ form: Form) {
        var entry = EntryReader(form)
        name = entry.line("name", max: 120)
        commissioner = entry.line("commissioner", max: 120)
        firstYear = Int(entry.line("first-year"))
        lastYear = Int(entry.line("last-year"))
        themes = Self.words(entry.lines("themes", max: 4000))
        parts = Self.words(entry.lines("parts", max: 4000))
        self.entry = entry
    }

    var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty { problems.append(Problem("name", "Geef het programma een naam.")) }
        let possible = 1990...2150
        if !possible.contains(firstYear ?? 0) {
            problems.append(Problem("first-year", "Vul het eerste jaar in met vier cijfers, zoals 2026."))
        }
        if !possible.contains(lastYear ?? 0) {
            problems.append(Problem("last-year", "Vul het laatste jaar in met vier cijfers, zoals 2029."))
        } else if let firstYear, let lastYear, lastYear < firstYear {
            problems.append(Problem("last-year", "Het laatste jaar ligt voor het eerste. Kies een later jaar."))
        }
        return entry.with(problems + Self.problems("themes", themes) + Self.problems("parts", parts))
    }

    private static func problems(_ field: String, _ words: [String]) -> [Problem] {
        var problems: [Problem] = []
        if words.count > mostWords { problems.append(Problem(field, "Dit zijn meer dan 40 regels. Kies de belangrijkste.")) }
        if words.contains(where: { $0.count > longestWord }) {
            problems.append(Problem(field, "Een van de regels is langer dan 80 tekens. Maak hem korter."))
        }
        return problems
    }

    /// One a line, without blanks around it, each once.
    static func words(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    }

    /// The programme that was typed; nil while there are problems.
    func programme(_ id: Programme.ID, edition: Int = 1) -> Programme? {
        guard problems.isEmpty, let firstYear, let lastYear else { return nil }
        return Programme(
            id: id, name: name, commissioner: commissioner, years: firstYear...lastYear, themes: themes, parts: parts,
            edition: edition)
    }
}
