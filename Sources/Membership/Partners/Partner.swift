package import Database
package import Markup
package import Site

/// An organisation that takes part in one region or more.
package struct Partner: Sendable, Equatable {
    package typealias ID = PartnerID

    package let id: ID
    package let name: String
    package let sector: Sector
    /// What it is in its own words: vmbo-school, installatiebedrijf, gemeente.
    package let kind: String
    package let size: Size
    package let place: String
    package let edition: Int

    package init(
        id: ID, name: String, sector: Sector, kind: String, size: Size, place: String, edition: Int = 1
    ) {
        self.id = id
        self.name = name
        self.sector = sector
        self.kind = kind
        self.size = size
        self.place = place
        self.edition = edition
    }

    package enum Size: String, StoredEnum, CaseIterable {
        case small, medium, large, unknown

        package var label: Phrase {
            switch self {
            case .small: "klein (tot 50 mensen)"
            case .medium: "middelgroot (50 tot 250)"
            case .large: "groot (meer dan 250)"
            case .unknown: "onbekend"
            }
        }
    }
}

/// The three O's that have to do it together.
package enum Sector: String, StoredEnum, CaseIterable, Codable {
    case education, business, government

    package var label: Phrase {
        switch self {
        case .education: "onderwijs"
        case .business: "ondernemers"
        case .government: "overheid"
        }
    }
}

/// From which height somebody looks: one scan asks all three.
package enum Level: String, StoredEnum, CaseIterable, Codable {
    case governing, tactical, operational

    package var label: Phrase {
        switch self {
        case .governing: "bestuur"
        case .tactical: "leiding"
        case .operational: "uitvoering"
        }
    }
}

/// A partner's place in one region, from a day until a day.
package struct Partnership: Sendable, Equatable {
    package typealias ID = Database.ID<Partnership>

    package let id: ID
    package let region: Region.ID
    package let partner: Partner
    package let from: Day
    /// The last day; nil while it lasts.
    package let until: Day?

    package init(id: ID, region: Region.ID, partner: Partner, from: Day, until: Day?) {
        self.id = id
        self.region = region
        self.partner = partner
        self.from = from
        self.until = until
    }

    package func lasts(on day: Day) -> Bool { from <= day && day <= (until ?? day) }
}
