internal import Database
internal import Markup
internal import Membership
internal import Site

/// Where lists of questions come in and leave as files.
enum InstrumentFileLinks {
    static func new(_ region: Region.ID) -> Link { "/regions/\(region.text)/instruments/new" }
    static func previews(_ region: Region.ID) -> Link { "/regions/\(region.text)/instruments/previews" }
    static func all(_ region: Region.ID) -> Link { "/regions/\(region.text)/instruments" }
    static func yaml(_ region: Region.ID, _ instrument: String) -> Link {
        "/regions/\(region.text)/instruments/\(instrument)/questions.yaml"
    }
    static func form(_ region: Region.ID, _ instrument: String) -> Link {
        "/regions/\(region.text)/instruments/\(instrument)/questions.xlsx"
    }
    static func yaml(_ round: Round) -> Link { "\(RoundLinks.home(round))/questions.yaml" }
    static func form(_ round: Round) -> Link { "\(RoundLinks.home(round))/questions.xlsx" }
}
