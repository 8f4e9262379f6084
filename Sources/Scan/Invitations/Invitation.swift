package import Database
package import Membership
package import Site

/// Somebody who was asked to answer a round by a personal link.
///
/// The link's secret follows from a key outside the database and this id; only its digest is stored. Whether the
/// person answered is not kept here, see ``Answered``; what was answered cannot be reached from here.
package struct Invitation: Sendable, Equatable {
    package typealias ID = Database.ID<Invitation>

    package let id: ID
    package let round: Round.ID
    package let person: Person.ID?
    /// Who was asked, as written on the invitation.
    package let name: String
    package let email: String
    /// Where the person stands, for coverage and reminders.
    package let origin: Response.Origin
    /// What may be kept with the answer, settled when the round opens: in a confidential round only what enough
    /// others share.
    package let answerOrigin: Response.Origin

    package init(
        id: ID, round: Round.ID, person: Person.ID?, name: String, email: String, origin: Response.Origin,
        answerOrigin: Response.Origin = .unknown
    ) {
        self.id = id
        self.round = round
        self.person = person
        self.name = name
        self.email = email
        self.origin = origin
        self.answerOrigin = answerOrigin
    }

    package static let purpose = "invitation"

    /// The secret of the personal link `/a/:secret`.
    package func secret(_ key: [UInt8]) -> Secret { Self.secret(of: id, key) }

    static func secret(of id: ID, _ key: [UInt8]) -> Secret { .derived(from: key, purpose, id.text) }
}

extension Response.Origin {
    /// Nothing is known, or nothing may be kept.
    package static let unknown = Response.Origin(sector: nil, level: nil, partner: nil)
}
