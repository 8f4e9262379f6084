internal import Database
package import Markup
package import Membership
internal import Site

/// Where the actions are.
package enum ActionLinks {
    package static func list(_ region: Region.ID) -> Link { "/regions/\(region.text)/actions" }
    package static func action(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)"
    }
    package static func new(_ region: Region.ID) -> Link { "/regions/\(region.text)/actions/new" }
    /// A new action that follows from a finding.
    package static func new(_ region: Region.ID, from finding: Finding.ID) -> Link {
        "/regions/\(region.text)/actions/new?finding=\(finding.text)"
    }
    /// The talk in which a finding was made: its source is the round that was talked about.
    static func talk(_ finding: Finding) -> Link { "/regions/\(finding.region.text)/rounds/\(finding.source)/conversation" }
    package static let mine: Link = "/my-actions"

    static func table(_ region: Region.ID, _ filter: ActionFilter) -> Link {
        let (phase, source) = (filter.phase?.rawValue ?? "", filter.source?.rawValue ?? "")
        return "/regions/\(region.text)/actions.csv?owner=\(filter.owner.text)&phase=\(phase)&source=\(source)"
    }
    static func workbook(_ region: Region.ID, _ filter: ActionFilter) -> Link {
        let (phase, source) = (filter.phase?.rawValue ?? "", filter.source?.rawValue ?? "")
        return "/regions/\(region.text)/actions.xlsx?owner=\(filter.owner.text)&phase=\(phase)&source=\(source)"
    }
    static func advice(_ region: Region.ID) -> Link { "/regions/\(region.text)/actions/advice" }
    static func edit(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)/edit"
    }
    static func steps(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)/steps"
    }
    static func removals(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)/removals"
    }
    static func withdrawals(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)/withdrawals"
    }
    static func reopenings(_ region: Region.ID, _ action: Action.ID) -> Link {
        "/regions/\(region.text)/actions/\(action.text)/reopenings"
    }
}
