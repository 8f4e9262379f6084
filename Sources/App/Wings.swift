internal import Actions
internal import Database
internal import Membership
internal import Scan
package import Site

/// The one list of wings, lowest floor first.
package enum Wings {
    package static let all: [Wing] = [SiteWing.wing, MembershipWing.wing, ActionsWing.wing, ScanWing.wing]
}
