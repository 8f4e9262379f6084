package import Database
package import Markup

/// The one face of a wing: what it adds to the house. `App` holds the list; nothing else knows them all.
package struct Wing: Sendable {
    package let name: String
    package let routes: [Route]
    package let migrations: [Migration]
    /// The String Catalog with its English words; nil where it has none.
    package let texts: Catalog?
    /// What it puts in the bar above a region's pages.
    package let menu: [MenuItem]
    /// What it tells on a region's home.
    package let home: [HomePart]
    /// The kinds of letters it sends.
    package let letters: [LetterKind]

    /// What it does of itself, each minute.
    package let chores: [Chore]

    /// What of it a successor inherits.
    package let handovers: [Handover]

    package init(
        name: String, routes: [Route], migrations: [Migration], texts: Catalog? = nil, menu: [MenuItem] = [],
        home: [HomePart] = [], letters: [LetterKind] = [], chores: [Chore] = [], handovers: [Handover] = []
    ) {
        self.name = name
        self.routes = routes
        self.migrations = migrations
        self.texts = texts
        self.menu = menu
        self.home = home
        self.letters = letters
        self.chores = chores
        self.handovers = handovers
    }
}

/// A word in the bar above a region's pages, for those of the circle.
package struct MenuItem: Sendable {
    package let label: Phrase
    package let circle: Circle
    package let link: @Sendable (RegionID) -> Link

    package init(_ label: Phrase, for circle: Circle, link: @escaping @Sendable (RegionID) -> Link) {
        self.label = label
        self.circle = circle
        self.link = link
    }
}

/// What a wing tells on a region's home about one region, for one viewer, on one day.
package struct HomePart: Sendable {
    package struct Asked: Sendable, Hashable {
        package let region: RegionID
        package let viewer: Viewer
        package let today: Day
        /// The house's key, for what only the house can work out.
        package let key: [UInt8]
        /// Which days are asked for: the coming month on a page, longer for a calendar.
        package let days: ClosedRange<Day>

        package init(
            region: RegionID, viewer: Viewer, today: Day, key: [UInt8] = [], days: ClosedRange<Day>? = nil
        ) {
            self.region = region
            self.viewer = viewer
            self.today = today
            self.key = key
            self.days = days ?? today...today.adding(days: 31)
        }
    }

    package struct Told: Sendable {
        package var stations: [Station]
        package var steps: [NextStep]
        package var dates: [Appointment]
        package var sections: [Markup]

        package init(
            stations: [Station] = [], steps: [NextStep] = [], dates: [Appointment] = [], sections: [Markup] = []
        ) {
            self.stations = stations
            self.steps = steps
            self.dates = dates
            self.sections = sections
        }
    }

    package let tell: @Sendable (Reading, Asked) throws -> Told

    package init(_ tell: @escaping @Sendable (Reading, Asked) throws -> Told) { self.tell = tell }
}

/// A place on the path of the region's year.
package struct Station: Sendable {
    package enum State: Sendable { case done, now, later }

    /// The order of the year: vision, agreements, self-scan, conversation, actions, report…
    package enum Place: Int, Sendable {
        case vision, agreements, selfScan, conversation, actions, monitorReport, peerReview, nextYear
    }

    package let place: Place
    package let title: Phrase
    package let note: Phrase
    package let state: State
    package let link: Link?

    package init(_ place: Place, _ title: Phrase, note: Phrase, state: State, link: Link? = nil) {
        self.place = place
        self.title = title
        self.note = note
        self.state = state
        self.link = link
    }

    /// The same place while the region stands in another.
    package var waiting: Station { Station(place, title, note: note, state: .later, link: link) }
}

/// The one thing to do next. Of all that wings propose, a page shows the most urgent.
package struct NextStep: Sendable {
    package let urgency: Int
    package let title: Phrase
    package let why: Phrase
    package let label: Phrase
    package let link: Link
    package let aside: (label: Phrase, link: Link)?

    /// - Parameter urgency: 0 can wait … 100 is overdue.
    package init(
        urgency: Int, title: Phrase, why: Phrase, label: Phrase, link: Link, aside: (label: Phrase, link: Link)? = nil
    ) {
        self.urgency = urgency
        self.title = title
        self.why = why
        self.label = label
        self.link = link
        self.aside = aside
    }
}

/// Something with a date, for the list of this month.
package struct Appointment: Sendable {
    package let day: Day
    package let title: Markup
    package let note: Phrase
    package let link: Link?

    package init(day: Day, title: Markup, note: Phrase, link: Link?) {
        self.day = day
        self.title = title
        self.note = note
        self.link = link
    }
}
