/// Who may use a route. A route cannot be made without one, and `docs/access.md` is printed from them.
package enum Rule: Sendable, Hashable {
    /// Anyone: there is nothing on it that is somebody's.
    case everyone
    /// Whoever holds the secret in the address; the route compares it with what was given out.
    case holder
    /// Anyone who is signed in; the page shows what is their own.
    case signedIn
    /// Those with a role of the circle in the region that the address names.
    case inRegion(Circle)
    /// Those with a role of the circle in the programme that the address names.
    case inProgramme(Circle)
    /// Those who hold the office role in any programme. The first programme of a server is made together with
    /// its first person, by the one-time link that the server prints.
    case anyOffice
    /// Anyone, but only where the demo world runs.
    case demo
}

/// A named set of roles.
package struct Circle: Sendable, Hashable {
    package let name: String
    package let roles: Set<Role>

    private init(_ name: String, _ roles: Set<Role>) {
        self.name = name
        self.roles = roles
    }

    /// Who confirms: vision, agreements, report.
    package static let executive = Circle("lead executive", [.leadExecutive])
    /// Who lead the region's daily work.
    package static let leaders = Circle("leaders", [.projectLeader, .leadExecutive])
    /// Who work on the conversation and the actions that follow from it.
    package static let workers = Circle(
        "workers", [.projectLeader, .leadExecutive, .subprojectLeader, .facilitator])
    /// Who see the region's work as a whole.
    package static let insiders = Circle(
        "insiders", [.projectLeader, .leadExecutive, .subprojectLeader, .steeringGroupMember, .facilitator])
    /// Everyone who takes part in the region.
    package static let members = Circle(
        "members",
        [.projectLeader, .leadExecutive, .subprojectLeader, .steeringGroupMember, .facilitator, .partnerContact])
    /// The programme office.
    package static let office = Circle("office", [.office])
}

/// What an address names: the region or the programme it is about.
package struct Scope: Sendable {
    package var region: RegionID?
    package var programme: ProgrammeID?

    package init(region: RegionID? = nil, programme: ProgrammeID? = nil) {
        self.region = region
        self.programme = programme
    }
}

extension Rule {
    /// Whether `viewer` (nil: not signed in) may use a route with this rule about `scope`.
    ///
    /// It closes when in doubt: an address that names no region admits nobody to a region's route.
    package func admits(_ viewer: Viewer?, _ scope: Scope, isDemo: Bool) -> Bool {
        switch self {
        case .everyone, .holder: return true
        case .demo: return isDemo
        case .signedIn: return viewer != nil
        case .inRegion(let circle):
            guard let viewer, let region = scope.region else { return false }
            return viewer.belongs(to: circle, of: region)
        case .inProgramme(let circle):
            guard let viewer, let programme = scope.programme else { return false }
            return !viewer.roles(in: programme).isDisjoint(with: circle.roles)
        case .anyOffice:
            return viewer?.holdings.contains { $0.role == .office } ?? false
        }
    }

    /// Whether somebody who is not signed in could be admitted after signing in.
    package var wantsSignIn: Bool {
        switch self {
        case .signedIn, .inRegion, .inProgramme, .anyOffice: true
        case .everyone, .holder, .demo: false
        }
    }
}
