package import Database
package import Files

extension WrittenDate {
    /// The day as files write it; nil beyond the years that spreadsheets know.
    package init?(_ day: Day) { self.init(year: day.year, month: day.month, day: day.day) }
}
