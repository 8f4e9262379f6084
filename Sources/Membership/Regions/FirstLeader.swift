internal import Database
internal import Site

/// Gives somebody the lead of a region, and makes the link with which they come in.
enum FirstLeader {
    /// The link of a region that one form makes follows from the region's key: whoever sends that form twice sees the
    /// same link again, and not a page without it.
    static func secret(of region: Region.ID, _ house: House) -> Secret {
        Secret.derived(from: house.key, "first-leader", region.text)
    }

    /// Somebody who is known by this address keeps their own name; whoever invites learns nothing from it.
    static func appoint(
        _ region: Region, _ leader: LeaderDraft, with secret: Secret = .new(), _ visit: Visit, _ writing: Writing
    ) throws -> Secret {
        let person = try found(leader, visit, writing)
        let isLeading = try HoldingStore.held(by: person, on: visit.today, writing.reading)
            .contains { $0.region == region.id && $0.role == .projectLeader }
        if !isLeading {
            try HoldingStore.add(
                .projectLeader, person, region: region.id, level: .tactical, from: visit.today, at: visit.now, writing)
            try ActLog.note(.roleGiven, about: "\(region.id) \(person)", by: visit, writing)
        }
        try ActLog.note(.personInvited, about: "\(region.id) \(person)", by: visit, writing)
        return try Welcome.invite(person, with: secret, at: visit.now, writing)
    }

    private static func found(_ leader: LeaderDraft, _ visit: Visit, _ writing: Writing) throws -> Person.ID {
        if let known = try PersonStore.person(email: leader.email, writing.reading) { return known.id }
        let person = Person(id: .new(at: visit.now), name: leader.name, email: leader.email, language: .dutch)
        try PersonStore.add(person, writing)
        return person.id
    }
}
