import App
import Markup
@testable import Membership
import Site
import Testing

@Suite("Headings and words of an import")
struct SpelledWordTests {
    @Test("what the screen calls them in Dutch or in English may stand in the table")
    func bothLanguages() throws {
        let texts = try Texts(catalogs: Wings.all.compactMap(\.texts))
        let headings = Array(PartnerImport.names.values) + Array(PeopleImport.names.values)
        let cells =
            PartnerImport.sectors.map(\.1) + PartnerImport.sizes.map(\.1) + PeopleImport.roles.map(\.1)
            + PeopleImport.levels.map(\.1)
        for word in headings + cells {
            for language in Language.allCases {
                #expect(word.all.contains(texts.vocabulary(language).text(word.said)))
            }
        }
        for role in PeopleImport.roles {
            #expect(role.1.all.contains(texts.vocabulary(.english).text(role.0.label)))
        }
    }
}
