internal import Database
internal import Files
internal import Markup
internal import Site

/// What pasted rows will do, row by row, and what is wrong with them. Making a plan changes nothing.
struct ImportPlan<Step: Sendable>: Sendable {
    /// The table that it was made from.
    let table: PastedTable
    let rows: [PlannedRow<Step>]
    /// What is wrong with the table as a whole: no heading, a column that is missing.
    let problems: [Phrase]
    /// What was odd, though it stops nothing: lines that were skipped, columns that are not known.
    let remarks: [Phrase]

    /// All or nothing: one wrong row and nothing is taken over.
    var isClean: Bool { problems.isEmpty && !rows.isEmpty && rows.allSatisfy { $0.problems.isEmpty } }
    var wrong: Int { rows.count { !$0.problems.isEmpty } }
    func count(_ effect: PlanEffect) -> Int { rows.count { $0.problems.isEmpty && $0.effect == effect } }

    /// The same for two plans of the same rows that say the same to whoever reads them: an import does what its
    /// preview said. Nothing goes into it that the preview does not tell.
    var digest: String {
        let said = rows.map { row in
            ([row.title, row.effect.rawValue] + ([row.says] + row.problems).map { Vocabulary.dutch.text($0) })
                .joined(separator: "\u{1F}")
        }
        let written = table.rows.map { ([String($0.number)] + $0.cells).joined(separator: "\u{1F}") }
        let lines = written + [""] + said
        return hexadecimal(Sodium.sha256(Array(lines.joined(separator: "\u{1E}").utf8)))
    }
}

/// What a row comes down to.
enum PlanEffect: String, Sendable {
    case adds, changes, nothing
}

/// One row of the spreadsheet.
struct PlannedRow<Step: Sendable>: Sendable {
    /// As the spreadsheet numbers it.
    let number: Int
    let title: String
    let effect: PlanEffect
    let says: Phrase
    /// What is wrong, in words that say how to mend it; then `step` is nil.
    let problems: [Phrase]
    let step: Step?

    static func fits(_ number: Int, _ title: String, _ effect: PlanEffect, _ says: Phrase, _ step: Step?) -> PlannedRow {
        PlannedRow(number: number, title: title, effect: effect, says: says, problems: [], step: step)
    }

    static func wrong(_ number: Int, _ title: String, _ problems: [Phrase]) -> PlannedRow {
        PlannedRow(number: number, title: title, effect: .nothing, says: "Klopt nog niet", problems: problems, step: nil)
    }
}

/// For which region rows are read, by whom and when.
struct ImportPlace: Sendable {
    let region: Region
    let visit: Visit

    var today: Day { visit.today }
}

/// What pasted rows can be about; each kind knows its columns, what a row means and how it is carried out.
protocol ImportKind: Sendable {
    associatedtype Column: Hashable, Sendable
    associatedtype Step: Sendable

    static var subject: Import.Subject { get }
    /// The names that a column may have.
    static var names: [Column: SpelledWord] { get }
    static var required: [Column] { get }
    /// The columns in the order in which we name them.
    static var shown: [Column] { get }

    static func rows(
        _ columns: PastedTable.Columns<Column>, _ place: ImportPlace, _ reading: Reading
    ) throws -> [PlannedRow<Step>]
    static func carryOut(_ steps: [Step], _ place: ImportPlace, _ writing: Writing) throws -> [ImportedThing]
}

extension ImportKind {
    static func plan(_ table: PastedTable, _ place: ImportPlace, _ reading: Reading) throws -> ImportPlan<Step> {
        let columns = table.columns(matching: names.mapValues(\.all))
        let problems = missing(columns)
        let rows = problems.isEmpty ? try rows(columns, place, reading) : []
        let empty: [Phrase] = problems.isEmpty && rows.isEmpty ? ["Onder de kop staat nog geen rij."] : []
        let oddities: [Phrase] = table.remarks.map(\.sentence)
        return ImportPlan(table: table, rows: rows, problems: problems + empty, remarks: oddities + unknown(columns))
    }

    static func name(_ column: Column) -> Phrase { names[column]?.said ?? "" }

    private static func missing(_ columns: PastedTable.Columns<Column>) -> [Phrase] {
        let wanted = Phrase.list(required.map { name($0) })
        guard columns.heading != nil else {
            return ["We vinden geen kop. Zet boven de kolommen in elk geval: \(wanted)."]
        }
        return required.filter { columns.found[$0] == nil }.map { column in
            let guess = columns.unknown.first { $0.suggestion?.key == column }
            guard let guess else { return "De kolom \(name(column)) ontbreekt." }
            return "De kolom \(name(column)) ontbreekt. Bedoelt u daarmee de kolom \(guess.title)?"
        }
    }

    private static func unknown(_ columns: PastedTable.Columns<Column>) -> [Phrase] {
        let strangers: [Phrase] = columns.unknown.prefix(20).map { one in
            guard let suggestion = one.suggestion else { return "De kolom \(one.title) slaan we over." }
            return "De kolom \(one.title) slaan we over. Bedoelt u \(suggestion.name)?"
        }
        return strangers + columns.doubled.prefix(20).map { "De kolom \($0.title) slaan we over: hij staat er dubbel." }
    }
}
