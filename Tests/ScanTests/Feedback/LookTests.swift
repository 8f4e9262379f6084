import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

/// Writes the pages of a full report to the folder in `REGIO_LOOK`, to be looked at; without it, only checks their weight.
@Suite("What a full report looks like")
struct LookTests {
    /// 22 from schools, 19 from companies and 6 from governments; per question how many chose each level.
    static func world(_ privacy: Round.Privacy) async throws -> (ReportWorld, Round) {
        let world = try await ReportWorld()
        let content = instrument
        let last = try await world.hold(
            "then", content, privacy, title: "Zelfscan 2025", closes: "2025-11-20", sheets(shift: 1, privacy, world))
        let now = try await world.hold("now", content, privacy, sheets(shift: 0, privacy, world))
        for round in [last, now] {
            try await world.invite(24, .education, answered: 22, to: round)
            try await world.invite(20, .business, answered: 19, to: round)
            try await world.invite(7, .government, answered: 6, to: round)
        }
        return (world, now)
    }

    static let titles = [
        "Doorlopende leerlijn", "Bedrijven in de les", "Bestuur en organisatie", "In-, door- en uitstroom", "Communicatie",
        "Doelmatig aanbod", "Mensen in beweging krijgen", "Meten en kennis delen",
    ]

    static var instrument: Instrument {
        Asked.instrument(
            titles.enumerated().map { place, title in
                Asked.theme(
                    "theme-\(place)", title,
                    [
                        Asked.scale("q\(place)a", "Starten leerlingen uit het vmbo goed in het mbo?"),
                        Asked.scale("q\(place)b", "Maken scholen samen afspraken over wie welke opleiding geeft?"),
                    ] + (place == 0 ? others : []),
                    guiding: .init(
                        then: Wording(nl: "Wat was bij de start onze sterkste kant?"),
                        now: Wording(nl: "Waar haken leerlingen nu af, en hoe komt dat?"),
                        next: Wording(nl: "Wat doen wij volgend jaar anders?")))
            })
    }

    static let others: [Question] = [
        Question(key: "together", text: Wording(nl: "Komen bedrijven in de klas?"), kind: .yesPartlyNo),
        Question(
            key: "share", text: Wording(nl: "Wat delen scholen nu al?"),
            kind: .choices(
                Asked.choices(["rooms": "Lokalen", "tools": "Machines en gereedschap", "people": "Docenten", "none": "Nog niets"]))),
        Question(
            key: "first", text: Wording(nl: "Wat moet als eerste beter?"),
            kind: .order(Asked.choices(["a": "Stages", "b": "Docenten uit bedrijven", "c": "Samen een technieklokaal"]))),
        Question(
            key: "hours", text: Wording(nl: "Hoeveel uur per week werkt u mee?"),
            kind: .number(unit: Wording(nl: "uur per week"), least: 0, most: 40)),
        Question(key: "open", text: Wording(nl: "Wat missen leerlingen bij de overstap?"), kind: .text),
        Question(key: "box", text: Wording(nl: "Wat is sterk, wat is zwak, en wat komt er op ons af?"), kind: .swot),
    ]

    static func sheets(shift: Int, _ privacy: Round.Privacy, _ world: ReportWorld) -> [ReportWorld.Sheet] {
        let sectors: [Sector] =
            Array(repeating: .education, count: 22) + Array(repeating: .business, count: 19)
            + Array(repeating: .government, count: 6)
        return sectors.enumerated().map { person, sector in
            let answers = titles.indices.map { theme -> String in
                let tilt = theme > 1 ? 1 + theme % 2 : sector == .education ? 2 : sector == .business ? theme : 1
                let step = [-1, 0, 0, 1, 0][(person * 3 + theme) % 5] - (person % 3 == 0 && theme % 4 != 3 ? shift : 0)
                let level = min(3, max(0, tilt + step))
                let unknown = (person + theme) % 9 == 0
                return "\"q\(theme)a\":\(unknown ? "null" : String(level)),\"q\(theme)b\":\(min(3, level + (person % 4 == 0 ? 1 : 0)))"
            }
            let more = """
                "together":"\(["yes", "partly", "no"][person % 3])",\
                "share":[\(person % 2 == 0 ? "\"rooms\",\"tools\"" : "\"people\"")],\
                "first":\(["[\"a\",\"b\",\"c\"]", "[\"b\",\"a\",\"c\"]", "[\"b\",\"c\",\"a\"]"][person % 3]),"hours":\(person % 13),\
                "open":"Antwoord \(person): leerlingen missen een vast gezicht bij de overstap.",\
                "box":{"s":"Docenten kennen elkaar","w":"Weinig tijd","o":"Nieuwe machines","t":"Minder leerlingen"}
                """
            return ReportWorld.Sheet(
                sector: sector, level: Level.allCases[person % 3], partner: privacy == .open ? world.partner.id : nil,
                answers: "{\(answers.joined(separator: ",")),\(more)}")
        }
    }

    @Test("every page of a report of 47 people and eight themes is light", arguments: [Round.Privacy.open, .confidential(threshold: 5)])
    func weight(_ privacy: Round.Privacy) async throws {
        let (world, round) = try await Self.world(privacy)
        for (name, limit) in [
            ("", 17_000), ("/themes/theme-0", 60_000), ("/themes/theme-1", 15_000), ("/themes/theme-0?by=level", 60_000), ("/table", 15_000),
            ("/print", 200_000), ("/short", 12_000), (".csv", 300_000), ("/themes/theme-0/answers.csv", 60_000),
        ] {
            let seen = try await world.page(round, name)
            #expect(seen.status == 200, "\(name)")
            #expect(seen.body.count < limit, "\(name) weighs \(seen.body.count)")
            try keep(seen, "\(privacy == .open ? "open" : "confidential")\(name)", world)
        }
    }

    private func keep(_ seen: Seen, _ name: String, _ world: ReportWorld) throws {
        guard let folder = ProcessInfo.processInfo.environment["REGIO_LOOK"] else { return }
        let file = name.map { "/?=".contains($0) ? "-" : $0 }
        var text = seen.text
        if let start = text.range(of: "/assets/"), let end = text[start.lowerBound...].range(of: "look.css") {
            text.replaceSubrange(start.lowerBound..<end.upperBound, with: (ProcessInfo.processInfo.environment["REGIO_STYLE"] ?? "look.css"))
        }
        try text.write(toFile: "\(folder)/\(String(file)).html", atomically: true, encoding: .utf8)
    }
}
