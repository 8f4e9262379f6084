internal import Database
package import Markup

/// What a person is in a region or in a programme; see the glossary.
package enum Role: String, StoredEnum, CaseIterable {
    case projectLeader = "project-leader"
    case leadExecutive = "lead-executive"
    case subprojectLeader = "subproject-leader"
    case steeringGroupMember = "steering-group-member"
    case partnerContact = "partner-contact"
    case facilitator
    case criticalFriend = "critical-friend"
    case committeeMember = "committee-member"
    case office
    case commissioner

    /// The word on the screen.
    package var label: Phrase {
        switch self {
        case .projectLeader: "projectleider"
        case .leadExecutive: "penvoerder"
        case .subprojectLeader: "deelprojectleider"
        case .steeringGroupMember: "stuurgroeplid"
        case .partnerContact: "contactpersoon van een partner"
        case .facilitator: "procesbegeleider"
        case .criticalFriend: "critical friend"
        case .committeeMember: "lid van de expertcommissie"
        case .office: "programmabureau"
        case .commissioner: "opdrachtgever"
        }
    }

    /// The roles that a region gives; the others are given by a programme.
    package static let ofRegion: [Role] = [
        .projectLeader, .leadExecutive, .subprojectLeader, .steeringGroupMember, .partnerContact, .facilitator,
    ]
    package static let ofProgramme: [Role] = [.office, .committeeMember, .criticalFriend, .commissioner]
}

/// A role that a person holds now: in a region, or in a programme.
package struct Holding: Sendable, Hashable {
    package let role: Role
    package let region: RegionID?
    package let programme: ProgrammeID?
    /// The organisation the person holds it for, where that matters.
    package let partner: PartnerID?

    package init(role: Role, region: RegionID? = nil, programme: ProgrammeID? = nil, partner: PartnerID? = nil) {
        self.role = role
        self.region = region
        self.programme = programme
        self.partner = partner
    }
}
