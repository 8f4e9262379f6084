internal import Database
internal import Membership
internal import Site

/// Who can own an action: everyone with a role in the region today, once each, by name.
enum Owners {
    static func all(in region: Region.ID, on today: Day, _ reading: Reading) throws -> [Person] {
        var seen: Set<Person.ID> = []
        return try HoldingStore.all(in: region, reading)
            .filter { $0.lasts(on: today) && seen.insert($0.person.id).inserted }
            .map(\.person)
    }
}

extension [Person] {
    /// With the one who owns it already, though their role has ended.
    func including(_ owner: Person.ID?, _ name: String?) -> [Person] {
        guard let owner, let name, !contains(where: { $0.id == owner }) else { return self }
        return self + [Person(id: owner, name: name, email: "", language: .dutch)]
    }
}
