internal import Database
package import Site

/// What a government wants with its regions for a number of years, run by a small office.
package struct Programme: Sendable, Equatable {
    package typealias ID = ProgrammeID

    package let id: ID
    package let name: String
    /// Who asked for it: a ministry, a province.
    package let commissioner: String
    package let years: ClosedRange<Int>
    package let themes: [String]
    /// Parts of the country, in which regions look for a peer first.
    package let parts: [String]
    /// Counts changes, so that the second of two editors is told.
    package let edition: Int

    package init(
        id: ID, name: String, commissioner: String, years: ClosedRange<Int>, themes: [String], parts: [String],
        edition: Int = 1
    ) {
        self.id = id
        self.name = name
        self.commissioner = commissioner
        self.years = years
        self.themes = themes
        self.parts = parts
        self.edition = edition
    }
}
