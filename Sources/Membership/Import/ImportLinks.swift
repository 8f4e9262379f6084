internal import Database
package import Markup
internal import Site

/// The addresses for pasting rows from a spreadsheet.
package enum ImportLinks {
    package static func new(_ subject: Import.Subject, _ region: Region.ID) -> Link {
        "/regions/\(region.text)/imports/\(subject.rawValue)"
    }

    static func previews(_ subject: Import.Subject, _ region: Region.ID) -> Link {
        "\(new(subject, region))/previews"
    }

    static func one(_ id: Import.ID, _ region: Region.ID) -> Link { "/regions/\(region.text)/imports/\(id.text)" }
    static func reversals(_ id: Import.ID, _ region: Region.ID) -> Link { "\(one(id, region))/reversals" }
    static func invitations(_ id: Import.ID, _ region: Region.ID) -> Link { "\(one(id, region))/invitations" }
}
