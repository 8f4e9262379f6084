internal import Database
package import Markup
internal import Site

/// The addresses of the people of a region.
package enum PeopleLinks {
    package static func all(_ region: Region.ID) -> Link { "/regions/\(region.text)/people" }
    package static func new(_ region: Region.ID) -> Link { "/regions/\(region.text)/people/new" }
    package static func one(_ holding: Appointee.ID, _ region: Region.ID) -> Link {
        "/regions/\(region.text)/people/\(holding.text)"
    }

    static func edit(_ holding: Appointee.ID, _ region: Region.ID) -> Link { "\(one(holding, region))/edit" }
    static func endings(_ holding: Appointee.ID, _ region: Region.ID) -> Link { "\(one(holding, region))/endings" }
    static func invitations(_ holding: Appointee.ID, _ region: Region.ID) -> Link {
        "\(one(holding, region))/invitations"
    }
}
