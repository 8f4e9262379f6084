internal import Database
internal import Files
internal import Markup
internal import Membership
internal import Site

/// The dates that one viewer may see, for a calendar: the same that the region's home tells, only further ahead (A3).
struct CalendarDates {
    let house: House
    let viewer: Viewer
    let today: Day
    let now: Moment

    /// A season back, so that what just passed does not disappear, and three years ahead.
    private var days: ClosedRange<Day> { today.adding(days: -92)...today.adding(days: 1_100) }

    func region(_ region: Region, _ reading: Reading) throws -> CalendarFile {
        let asked = HomePart.Asked(region: region.id, viewer: viewer, today: today, key: house.key, days: days)
        let dates = try house.home.flatMap { try $0.tell(reading, asked).dates }
        return file(region.name, dates.filter { days.contains($0.day) })
    }

    /// The running actions that the viewer owns, also those that are over their date.
    func mine(_ reading: Reading) throws -> CalendarFile {
        let owned = try ActionStore.all(ownedBy: viewer.person, reading)
            .filter { $0.action.phase.isRunning && $0.action.mayBeSeen(by: viewer) }
        return file(
            say("Mijn acties"),
            owned.compactMap { listed in
                listed.action.until.map { day in
                    Appointment(
                        day: day, title: verbatim(listed.action.what), note: "\(listed.regionName)",
                        link: ActionLinks.action(listed.action.region, listed.action.id))
                }
            })
    }

    private func file(_ name: String, _ dates: [Appointment]) -> CalendarFile {
        CalendarFile(
            name: name, events: dates.sorted { $0.day < $1.day }.compactMap(event), made: Int(now.milliseconds / 1_000))
    }

    private func event(_ one: Appointment) -> CalendarFile.Event? {
        guard let day = WrittenDate(one.day), let link = one.link else { return nil }
        let vocabulary = house.texts.vocabulary(viewer.language)
        return CalendarFile.Event(
            uid: "\(link.text.split(separator: "/").joined(separator: "."))@\(host)", day: day,
            title: one.title.text(in: vocabulary), note: vocabulary.text(one.note),
            address: house.settings.publicAddress + link.text)
    }

    /// Where the product runs, without the scheme: a mark that no other product's dates carry.
    private var host: Substring {
        let address = house.settings.publicAddress
        return address.split(separator: "://", maxSplits: 1).last?.prefix { $0 != "/" } ?? "regio"
    }

    private func say(_ phrase: Phrase) -> String { house.texts.vocabulary(viewer.language).text(phrase) }
}
