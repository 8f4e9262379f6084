package import Database
package import Site

/// Schools, companies and governments that work together in an area they drew themselves.
package struct Region: Sendable, Equatable {
    package typealias ID = RegionID

    package let id: ID
    package let programme: Programme.ID
    package let name: String
    /// The part of the country, one of the programme's; empty where it has none.
    package let part: String
    package let since: Day
    package let edition: Int

    package init(id: ID, programme: Programme.ID, name: String, part: String, since: Day, edition: Int = 1) {
        self.id = id
        self.programme = programme
        self.name = name
        self.part = part
        self.since = since
        self.edition = edition
    }

    package var heading: RegionHeading { RegionHeading(id: id, name: name) }
}
