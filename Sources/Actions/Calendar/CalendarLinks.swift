internal import Database
package import Markup
internal import Membership
internal import Site

/// Where dates go into a calendar.
package enum CalendarLinks {
    package static let page: Link = "/calendar"
    static let links: Link = "/calendar/links"
    static let mine: Link = "/my-actions.ics"
    static func region(_ region: Region.ID) -> Link { "/regions/\(region.text)/calendar.ics" }
    static func removal(_ link: CalendarLink.ID) -> Link { "/calendar/links/\(link.text)/removals" }
    /// What a calendar program asks.
    static func dates(_ secret: Secret) -> Link { "/calendar/\(secret.text)/dates.ics" }
}
