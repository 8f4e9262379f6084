internal import Database
internal import Site

/// A region or a programme in which somebody holds roles now.
struct Place: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case region(Region.ID)
        case programme(Programme.ID)
    }

    let kind: Kind
    let name: String
    let roles: [Role]
}

enum PlaceStore {
    static func all(of person: Person.ID, on day: Day, _ reading: Reading) throws -> [Place] {
        let rows = try reading.all(
            """
            SELECT h.role, h.region, h.programme, COALESCE(r.name, g.name) AS name
            FROM holding h LEFT JOIN region r ON r.id = h.region LEFT JOIN programme g ON g.id = h.programme
            WHERE h.person = $1 AND h.from_day <= $2 AND (h.until_day IS NULL OR h.until_day >= $2)
            ORDER BY COALESCE(r.name, g.name), h.from_day, h.id
            """, person, day, as: place)
        return rows.reduce(into: []) { places, one in
            guard let index = places.firstIndex(where: { $0.kind == one.kind }) else { return places.append(one) }
            let roles = places[index].roles
            places[index] = Place(kind: one.kind, name: one.name, roles: roles + one.roles.filter { !roles.contains($0) })
        }
    }

    private static func place(_ row: Row) throws -> Place {
        let kind: Place.Kind
        if let region: Region.ID = try row.optional("region") {
            kind = .region(region)
        } else {
            kind = .programme(try row.get("programme"))
        }
        return Place(kind: kind, name: try row.get("name"), roles: [try row.get("role")])
    }
}
