internal import Actions
internal import Database
package import Markup
package import Membership

/// Where the talk about a round is, and its findings.
package enum ConversationLinks {
    package static func talk(_ region: Region.ID, _ round: Round.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/conversation"
    }
    package static func print(_ region: Region.ID, _ round: Round.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/conversation/print"
    }
    /// A new finding about one question of the round.
    package static func newFinding(_ region: Region.ID, _ round: Round.ID, about question: String) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/findings/new?question=\(question)"
    }
    static func newFinding(_ region: Region.ID, _ round: Round.ID, _ kind: Finding.Kind) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/findings/new?kind=\(kind.rawValue)"
    }
    static func findings(_ region: Region.ID, _ round: Round.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/findings"
    }
    static func finding(_ region: Region.ID, _ round: Round.ID, _ finding: Finding.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/findings/\(finding.text)"
    }
    static func removal(_ region: Region.ID, _ round: Round.ID, _ finding: Finding.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/findings/\(finding.text)/removals"
    }
}
