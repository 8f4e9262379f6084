internal import Database
internal import Files
internal import Markup
internal import Membership
internal import Site

/// The list as a table for a spreadsheet; no text in it can become a formula (S8).
enum ActionFile {
    static func bytes(_ rows: [ListedAction], _ visit: Visit) -> [UInt8] {
        CSV(heading: heading(visit), rows: rows.map { cells($0, visit) }).bytes
    }

    /// The same rows as a workbook.
    static func workbook(_ rows: [ListedAction], _ visit: Visit) -> WorkbookFile {
        WorkbookFile(sheets: [
            .init(name: visit.say("Acties"), heading: heading(visit), rows: rows.map { cells($0, visit) })
        ])
    }

    private static func heading(_ visit: Visit) -> [String] {
        let heading: [Phrase] = ["Actie", "Dient", "Eigenaar", "Tot", "Fase", "Over de datum", "Volgt uit"]
        return heading.map(visit.say)
    }

    private static func cells(_ row: ListedAction, _ visit: Visit) -> [CSV.Cell] {
        let isLate = row.action.isOverdue(on: visit.today)
        return [
            .text(row.action.what), .text(row.action.serves), row.owner.map(CSV.Cell.text) ?? .empty,
            row.action.until.flatMap(WrittenDate.init).map(CSV.Cell.date) ?? .empty, .text(visit.say(row.action.phase.label)),
            .text(visit.say(isLate ? "ja" : "nee")), row.finding.map(CSV.Cell.text) ?? .empty,
        ]
    }
}
