internal import Database
package import Markup
internal import Site

/// The addresses of a region's partners.
package enum PartnerLinks {
    package static func all(_ region: Region.ID) -> Link { "/regions/\(region.text)/partners" }
    package static func new(_ region: Region.ID) -> Link { "/regions/\(region.text)/partners/new" }
    package static func one(_ partnership: Partnership.ID, _ region: Region.ID) -> Link {
        "/regions/\(region.text)/partners/\(partnership.text)"
    }

    static func endings(_ partnership: Partnership.ID, _ region: Region.ID) -> Link {
        "\(one(partnership, region))/endings"
    }

    static func removals(_ partnership: Partnership.ID, _ region: Region.ID) -> Link {
        "\(one(partnership, region))/removals"
    }

    static func resumptions(_ partnership: Partnership.ID, _ region: Region.ID) -> Link {
        "\(one(partnership, region))/resumptions"
    }

    static func region(_ region: Region.ID) -> Link { "/regions/\(region.text)" }
}
