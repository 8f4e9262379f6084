internal import Database
internal import Files
internal import Markup
internal import Site

/// What was typed does not fit; with all that is to be mended.
struct Unfit: Error {
    let problems: [Problem]

    init(_ problems: [Problem]) { self.problems = problems }
    init(_ field: String, _ text: Phrase) { problems = [Problem(field, text)] }
}

/// Reads a form field by field and gathers all that is wrong with it, so that a person hears it at once.
struct EntryReader {
    let form: Form
    private(set) var problems: [Problem] = []

    init(_ form: Form) { self.form = form }

    mutating func add(_ field: String, _ text: Phrase) { problems.append(Problem(field, text)) }

    /// One line of text; empty where nothing was typed. With `missing` it must be there.
    mutating func line(_ field: String, max: Int = 200, missing: Phrase? = nil) -> String {
        guard let typed = try? form.text(field, max: max) else {
            add(field, "Deze tekst is te lang: er passen \(max) tekens.")
            return ""
        }
        if typed.isEmpty, let missing { add(field, missing) }
        return OneLine.of(typed)
    }

    /// Text of several lines.
    mutating func lines(_ field: String, max: Int) -> String {
        guard let typed = try? form.text(field, max: max) else {
            add(field, "Deze tekst is te lang: er passen \(max) tekens.")
            return ""
        }
        return typed
    }

    /// What was too long, and of `others` what is about another field: of each field one problem is enough.
    func with(_ others: [Problem]) -> [Problem] {
        problems + others.filter { other in !problems.contains { $0.field == other.field } }
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ field: String, among choices: [Choice], missing: Phrase
    ) -> Choice? {
        let typed = form.first(field) ?? ""
        let found = choices.first { $0.rawValue == typed }
        if found == nil { add(field, missing) }
        return found
    }

    /// A date as browsers send it or as people write it; nil where nothing was typed.
    mutating func day(_ field: String, missing: Phrase? = nil) -> Day? {
        let typed = try? form.text(field, max: 20)
        if typed == "" {
            if let missing { add(field, missing) }
            return nil
        }
        let found = typed.flatMap { Day(written: $0) }
        if found == nil { add(field, "Dit is geen datum. Schrijf hem zo: 31-12-2026.") }
        return found
    }

    /// Throws all problems at once, if there are any.
    func finish() throws(Unfit) {
        if !problems.isEmpty { throw Unfit(problems) }
    }
}

/// A text for a list or a heading: line ends and tabs become spaces.
enum OneLine {
    static func of(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

extension Day {
    /// A day as people write it: `2026-12-31`, `31-12-2026`, `31/12/2026`.
    init?(written text: String) {
        guard let written = WrittenDate(text) else { return nil }
        self.init(year: written.year, month: written.month, day: written.day)
    }
}
