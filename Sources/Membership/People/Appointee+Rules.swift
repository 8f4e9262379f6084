package import Database
internal import Markup
package import Site

extension Appointee {
    package func isCurrent(on day: Day) -> Bool { until.map { $0 >= day } ?? true }

    func overlaps(_ period: Period) -> Bool {
        let startsInTime = period.until.map { from <= $0 } ?? true
        let endsLate = until.map { $0 >= period.from } ?? true
        return startsInTime && endsLate
    }
}

extension Role {
    /// The height from which somebody with this role mostly looks; a person may say otherwise.
    package var usualLevel: Level {
        switch self {
        case .leadExecutive, .steeringGroupMember, .commissioner: .governing
        case .projectLeader, .subprojectLeader, .office, .criticalFriend, .committeeMember: .tactical
        case .partnerContact, .facilitator: .operational
        }
    }

    static let mostLetters = 120
}

/// What a leader typed about a person and the role that the person gets.
struct RoleEntry: Sendable, Equatable {
    let name: String
    let email: EmailAddress
    let role: Role
    let level: Level
    let partner: Partner.ID?
    let from: Day
    let until: Day?

    init(
        name: String, email: EmailAddress, role: Role, level: Level, partner: Partner.ID?, from: Day, until: Day?
    ) {
        self.name = name
        self.email = email
        self.role = role
        self.level = level
        self.partner = partner
        self.from = from
        self.until = until
    }

    /// - Parameter partners: the partners that the role may be for; a key from elsewhere is no choice (A8).
    init(_ form: Form, partners: [Partner]) throws(Unfit) {
        var reader = EntryReader(form)
        name = reader.line("name", max: Role.mostLetters, missing: "Vul de naam in.")
        let email = reader.email("email")
        let role = reader.choice("role", among: Role.ofRegion, missing: "Kies een rol.")
        let level = reader.choice("level", among: Level.allCases, missing: "Kies het niveau.")
        partner = partners.first { $0.id.text == form.first("partner") }?.id
        let from = reader.day("from", missing: "Vul in vanaf wanneer de rol geldt.")
        until = reader.day("until")
        if role == .partnerContact, partner == nil { reader.add("partner", Role.needsPartner) }
        if let from, let until, until < from { reader.add("until", "De laatste dag ligt voor de eerste.") }
        try reader.finish()
        guard let email, let role, let level, let from else { throw Unfit(reader.problems) }
        self.email = email
        self.role = role
        self.level = level
        self.from = from
    }

    var period: Period { Period(from: from, until: until) }

    /// Why this person cannot get this role here.
    ///
    /// - Parameter person: who has this address already; nil for somebody new.
    func objection(_ person: Person.ID?, among all: [Appointee], by viewer: Viewer, in region: Region.ID) -> Problem? {
        if let person, Role.isOwnRise(role, of: person, by: viewer, in: region) {
            return Problem("role", Role.notByYourself)
        }
        let has = all.contains { one in
            one.person.id == person && one.role == role && one.partner?.id == partner && one.overlaps(period)
        }
        return has ? Problem("role", "Deze persoon heeft deze rol al in die periode.") : nil
    }
}

extension Role {
    static let needsPartner: Phrase = "Kies voor welke partner deze persoon contactpersoon is."
    static let notByYourself: Phrase = "U kunt uzelf geen penvoerder maken. Dat doet een ander."

    /// Nobody gives themselves what they cannot do yet: of the leaders' roles only that of lead executive is more.
    static func isOwnRise(_ role: Role, of person: Person.ID, by viewer: Viewer, in region: Region.ID) -> Bool {
        role == .leadExecutive && person == viewer.person && !viewer.roles(in: region).contains(.leadExecutive)
    }
}

extension EntryReader {
    mutating func email(_ field: String) -> EmailAddress? {
        let typed = try? form.text(field, max: 200)
        if typed == "" {
            add(field, "Vul het e-mailadres in.")
            return nil
        }
        let found = typed.flatMap { EmailAddress($0) }
        if found == nil { add(field, "Dit is geen e-mailadres. Het lijkt op naam@school.nl.") }
        return found
    }
}
