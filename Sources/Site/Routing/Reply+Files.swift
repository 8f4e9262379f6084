package import Files

extension Reply.File {
    /// A workbook for a spreadsheet, with real numbers and days.
    package static func xlsx(_ name: String, _ book: WorkbookFile) throws -> Reply.File {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return Reply.File(name: name, type: type, bytes: try book.bytes())
    }

    /// Dates for a calendar.
    package static func calendar(_ name: String, _ calendar: CalendarFile) -> Reply.File {
        Reply.File(name: name, type: "text/calendar; charset=utf-8", bytes: calendar.bytes)
    }
}
