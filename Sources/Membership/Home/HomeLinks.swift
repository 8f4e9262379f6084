internal import Database
package import Markup
package import Site

package enum HomeLinks {
    package static let start: Link = "/"
    package static let accessibility: Link = "/accessibility"
    package static let privacy: Link = "/privacy"
    package static func region(_ region: RegionID) -> Link { "/regions/\(region.text)" }

    // Rooms of others that the home leads to.
    static let join: Link = "/join"
    static let myActions: Link = "/my-actions"
    static let calendar: Link = "/calendar"
    static func partners(_ region: RegionID) -> Link { "/regions/\(region.text)/partners" }
    static func people(_ region: RegionID) -> Link { "/regions/\(region.text)/people" }
    static func newRound(_ region: RegionID) -> Link { "/regions/\(region.text)/rounds/new" }
}
