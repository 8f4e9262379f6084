internal import Database
internal import Files
internal import Markup
package import Membership
package import Site

/// People without a role, typed or pasted one a line: `naam; e-mail; organisatie`.
package struct Guests: Sendable {
    package struct Guest: Sendable, Equatable {
        package let name: String
        package let email: String
        package let partner: Partner?
    }

    package let guests: [Guest]
    /// Every row that is wrong, each with its number; when there is one, nobody is invited.
    package let problems: [Problem]
    /// Rows of people who were asked already: they get nothing twice.
    package let alreadyAsked: Int

    static let field = "guests"
    private static let most = 500

    package static func read(_ text: String, partners: [Partner], asked: [Invitation]) -> Guests {
        let table: PastedTable
        do throws(PastedTable.Trouble) {
            table = try PastedTable.read(text, limits: .init(rows: most))
        } catch {
            return Guests(guests: [], problems: [Problem(field, error.sentence)], alreadyAsked: 0)
        }
        guard !table.rows.isEmpty else {
            return Guests(guests: [], problems: [Problem(field, "Zet op elke regel een naam, een e-mailadres en een organisatie.")], alreadyAsked: 0)
        }
        var reading = GuestReading(partners: partners, asked: Set(asked.map(\.email)))
        for row in table.rows where !isHeading(row) { reading.read(row) }
        return Guests(guests: reading.guests, problems: reading.problems, alreadyAsked: reading.alreadyAsked)
    }

    private static func isHeading(_ row: PastedTable.Row) -> Bool {
        row.number == 1 && ["e-mail", "email", "e-mailadres", "mail"].contains(row[1].lowercased())
    }
}

private struct GuestReading {
    private let partners: [String: Partner]
    private var seen: Set<String>
    private let asked: Set<String>
    private(set) var guests: [Guests.Guest] = []
    private(set) var problems: [Problem] = []
    private(set) var alreadyAsked = 0

    init(partners: [Partner], asked: Set<String>) {
        self.partners = Dictionary(partners.map { ($0.name.lowercased(), $0) }) { first, _ in first }
        self.asked = asked
        seen = []
    }

    mutating func read(_ row: PastedTable.Row) {
        let (name, email, place) = (row[0], row[1].lowercased(), row[2])
        let before = problems.count
        if name.isEmpty || name.utf16.count > 120 {
            refuse("Regel \(row.number): de naam ontbreekt of is te lang.")
        } else if !MailAddress.isName(name) || name.unicodeScalars.contains("\u{FFFD}") {
            refuse("Regel \(row.number): in de naam staat een teken dat niet in een e-mail kan. Typ de naam opnieuw.")
        }
        if MailAddress(name: "", address: email) == nil { refuse("Regel \(row.number): dit e-mailadres klopt niet.") }
        let partner = partners[place.lowercased()]
        if !place.isEmpty, partner == nil {
            refuse("Regel \(row.number): de organisatie \(place) hoort niet bij deze regio. Laat haar leeg of voeg haar eerst toe.")
        }
        if row.cells.count > 3 && row.cells[3...].contains(where: { !$0.isEmpty }) {
            refuse("Regel \(row.number): er staan meer dan drie dingen op.")
        }
        guard problems.count == before else { return }
        guard !asked.contains(email) else {
            alreadyAsked += 1
            return
        }
        guard seen.insert(email).inserted else { return refuse("Regel \(row.number): dit e-mailadres staat er twee keer.") }
        guests.append(.init(name: name, email: email, partner: partner))
    }

    private mutating func refuse(_ text: Phrase) { problems.append(Problem(Guests.field, text)) }
}

extension Invitation {
    init(of guest: Guests.Guest, to round: Round.ID, at now: Moment) {
        self.init(
            id: .new(at: now), round: round, person: nil, name: guest.name, email: guest.email,
            origin: Response.Origin(sector: guest.partner?.sector, level: nil, partner: guest.partner?.id))
    }
}
