import Database
import Foundation
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

/// One region with one round of three themes that hold every kind of question, and people who were asked.
struct AnswerWorld {
    let house: TestHouse
    let region: Region
    let round: Round
    let invitations: [Invitation]
    let partners: [Partner]

    static let closes = "2026-12-12"

    init(
        privacy: Round.Privacy = .confidential(threshold: 5), pace: Round.Pace = .byTheme, people: Int = 3,
        code: String? = nil, isOpen: Bool = true, content: Instrument = AnswerWorld.instrument, title: String = "Zelfscan 2026",
        names: [String] = []
    ) async throws {
        house = try TestHouse()
        let now = house.time.now
        let programme = Programme(
            id: .new(at: now), name: "Techniek", commissioner: "Ministerie", years: 2024...2028, themes: [], parts: [])
        let region = Region(
            id: .new(at: now), programme: programme.id, name: "Rijnstreek", part: "", since: house.time.today)
        let round = Round(
            id: .new(at: now), region: region.id, title: title, instrument: content.key, purpose: .learn,
            privacy: privacy, closes: try Self.day(Self.closes), code: code, pace: pace)
        let partners = ["Vakcollege", "Installatie Bos"].enumerated().map { index, name in
            Partner(
                id: .new(at: now), name: name, sector: index == 0 ? .education : .business, kind: "", size: .unknown,
                place: "")
        }
        let invitations = (0..<people).map { index in
            Invitation(
                id: .new(at: now), round: round.id, person: nil,
                name: names.indices.contains(index) ? names[index] : "Sanne de Wit \(index)",
                email: "sanne\(index)@example.nl",
                origin: Response.Origin(
                    sector: Sector.allCases[index % 3], level: Level.allCases[index / 3 % 2], partner: partners[0].id))
        }
        (self.region, self.round, self.invitations, self.partners) = (region, round, invitations, partners)
        let key = Self.key(of: house)
        try await house.database.write { writing in
            try ProgrammeStore.add(programme, writing)
            try RegionStore.add(region, writing)
            for partner in partners {
                try PartnerStore.add(partner, writing)
                try PartnerStore.join(partner.id, region.id, from: region.since, until: nil, at: now, writing)
            }
            try RoundStore.add(round, content, at: now, writing)
            for invitation in invitations { try InvitationStore.add(invitation, key: key, writing) }
            if isOpen { _ = try RoundStore.move(round.id, to: .open, at: now, writing) }
        }
    }

    func secret(_ index: Int = 0) -> Secret { invitations[index].secret(Self.key(of: house)) }
    func link(_ index: Int = 0) -> String { AnswerLinks.personal(secret(index)).text }

    func move(to step: Round.Step) async throws {
        let (id, now) = (round.id, house.time.now)
        _ = try await house.database.write { try RoundStore.move(id, to: step, at: now, $0) }
    }

    func change(to content: Instrument) async throws {
        let (round, now) = (round, house.time.now)
        let isKept = try await house.database.write { writing in
            let newest = try RoundStore.required(round.id, in: round.region, writing.reading)
            return try RoundStore.keep(content, for: newest, at: now, writing)
        }
        #expect(isKept)
    }

    func responses(_ content: Instrument = AnswerWorld.instrument) async throws -> [Response] {
        let id = round.id
        return try await house.database.read { try ResponseStore.all(of: id, for: content, $0) }
    }

    func sheet(_ index: Int = 0, _ content: Instrument = AnswerWorld.instrument) async throws -> AnswerSheet? {
        let (id, key) = (round.id, ResponseStore.key(secret(index)))
        return try await house.database.read { try ResponseStore.response(key, in: id, for: content, $0)?.sheet }
    }

    /// A project leader of the region, signed in.
    func leader() async throws -> Browser {
        let person = Person(id: .new(at: house.time.now), name: "Lot", email: "lot@example.nl", language: .dutch)
        let (region, now, today) = (region.id, house.time.now, house.time.today)
        try await house.database.write { writing in
            try PersonStore.add(person, writing)
            try HoldingStore.add(
                .projectLeader, person.id, region: region, level: .tactical, from: today, at: now, writing)
        }
        return try await house.browser(as: person.id)
    }

    static func key(of house: TestHouse) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: house.folder + "/key") ?? Data())
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw Missing() }
        return day
    }
}

extension AnswerWorld {
    static let instrument = Instrument(
        key: "self-scan", version: 1, title: Wording(nl: "Zelfscan", en: "Self-scan"),
        about: Wording(nl: "Hoe ver zijn we samen?", en: "How far are we together?"), minutes: 10,
        themes: [companies, means, outlook])

    static let companies = Theme(
        key: "companies", title: Wording(nl: "Bedrijven in de les", en: "Companies in class"),
        questions: [
            Question(
                key: "lessons", text: Wording(nl: "Hoe vaak geven bedrijven les?", en: "How often do companies teach?"),
                kind: .scale([
                    .init(label: Wording(nl: "Nog niet", en: "Not yet"), about: Wording(nl: "Het plan is er.")),
                    .init(label: Wording(nl: "Soms", en: "Sometimes")),
                    .init(label: Wording(nl: "Geregeld", en: "Regularly")),
                    .init(label: Wording(nl: "Vanzelfsprekend", en: "As a matter of course")),
                ])),
            Question(key: "help", text: Wording(nl: "Wat zou het meeste helpen?"), kind: .text),
        ])

    static let means = Theme(
        key: "means", title: Wording(nl: "Mensen en geld", en: "People and money"),
        questions: [
            Question(key: "first", text: Wording(nl: "Wat moet eerst?"), kind: .order(choices(["Uren", "Geld", "Lokalen"]))),
            Question(
                key: "hours", text: Wording(nl: "Hoeveel uur per week?"),
                kind: .number(unit: Wording(nl: "uur"), least: 0, most: 40)),
            Question(key: "who", text: Wording(nl: "Wie helpt al?"), kind: .choices(choices(["Ouders", "Bedrijven"]))),
        ])

    static let outlook = Theme(
        key: "outlook", title: Wording(nl: "Vooruit", en: "Ahead"),
        questions: [
            Question(key: "swot", text: Wording(nl: "Hoe staan we ervoor?"), kind: .swot),
            Question(key: "vision", text: Wording(nl: "Is er een visie?"), kind: .yesPartlyNo),
            Question(key: "lead", text: Wording(nl: "Wie trekt?"), kind: .choice(choices(["School", "Bedrijf"]))),
        ])

    static func choices(_ labels: [String]) -> [Question.Choice] {
        labels.map { Question.Choice(key: $0.lowercased(), label: Wording(nl: $0)) }
    }
}
