package import Database
package import Membership
internal import Site

/// A round with everyone who could be asked and who has been.
package struct GuestList: Sendable {
    package let desk: RoundDesk
    package let appointees: [Appointee]
    package let partners: [Partner]
    package let asked: [Invitation]
    package let today: Day

    static func read(_ id: Round.ID, _ region: Region, _ today: Day, _ reading: Reading) throws -> GuestList {
        GuestList(
            desk: try RoundDesk.read(id, region, reading),
            appointees: try HoldingStore.all(in: region.id, reading).filter { $0.lasts(on: today) },
            partners: try PartnerStore.all(in: region.id, reading).filter { $0.lasts(on: today) }.map(\.partner),
            asked: try InvitationStore.all(of: id, reading), today: today)
    }

    package func people(in audience: Audience) -> [Appointee] { audience.people(appointees, on: today, asked: asked) }
}
