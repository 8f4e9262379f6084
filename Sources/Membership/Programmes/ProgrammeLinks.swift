internal import Database
package import Markup

package enum ProgrammeLinks {
    package static let new: Link = "/programmes/new"
    package static let all: Link = "/programmes"
    package static func home(_ programme: Programme.ID) -> Link { "/programmes/\(programme.text)" }
    package static func changes(_ programme: Programme.ID) -> Link { "/programmes/\(programme.text)/changes" }
    package static func newRegion(_ programme: Programme.ID) -> Link { "/programmes/\(programme.text)/regions/new" }
    package static func regions(_ programme: Programme.ID) -> Link { "/programmes/\(programme.text)/regions" }
    package static func regionChanges(_ programme: Programme.ID, _ region: Region.ID) -> Link {
        "/programmes/\(programme.text)/regions/\(region.text)/changes"
    }
    package static func invitations(_ programme: Programme.ID, _ region: Region.ID) -> Link {
        "/programmes/\(programme.text)/regions/\(region.text)/invitations"
    }
}
