import Database
import Insight
import Membership
import Site
import TestHouse
import Testing

@testable import Scan

/// A small region with one leader, in which rounds are held whose answers are written down row by row.
struct ReportWorld {
    let house: TestHouse
    let region: Region
    let leader: Person.ID
    let partner: Partner

    static func id<Of>(_ text: String) throws -> ID<Of> { try #require(ID<Of>(text)) }

    init() async throws {
        house = try TestHouse()
        let programme = Programme(
            id: try Self.id("programme"), name: "Techniek", commissioner: "Ministerie", years: 2024...2028, themes: [], parts: [])
        let region = Region(
            id: try Self.id("rijnstreek"), programme: programme.id, name: "Rijnstreek", part: "",
            since: try #require(Day("2024-01-01")))
        let person = Person(id: try Self.id("marijke"), name: "Marijke de Wit", email: "m@example.nl", language: .dutch)
        let partner = Partner(
            id: try Self.id("college"), name: "Techniek College", sector: .education, kind: "mbo", size: .large, place: "Gouda")
        self.region = region
        self.partner = partner
        leader = person.id
        let (now, since) = (house.time.now, region.since)
        try await house.database.write { writing in
            try ProgrammeStore.add(programme, writing)
            try RegionStore.add(region, writing)
            try PersonStore.add(person, writing)
            try HoldingStore.add(.projectLeader, person.id, region: region.id, level: .tactical, from: since, at: now, writing)
            try PartnerStore.add(partner, writing)
            try PartnerStore.join(partner.id, region.id, from: since, until: nil, at: now, writing)
        }
    }

    /// One respondent: who they are, and their answers as they are stored.
    struct Sheet: Sendable {
        var sector: Sector?
        var level: Level? = nil
        var partner: Partner.ID? = nil
        var version = 1
        let answers: String
    }

    /// - Parameters:
    ///   - drafts: what the questions became while they were composed.
    ///   - versions: what they became while the round was open.
    @discardableResult
    func hold(
        _ key: String, _ content: Instrument, _ privacy: Round.Privacy, title: String = "Zelfscan 2026",
        closes: String = "2026-11-20", drafts: [Instrument] = [], versions: [Instrument] = [],
        until: Round.Step? = .closed, _ sheets: [Sheet]
    ) async throws -> Round {
        let round = Round(
            id: try Self.id(key), region: region.id, title: title, instrument: content.key, purpose: .learn,
            privacy: privacy, closes: try #require(Day(closes)))
        let now = house.time.now
        return try await house.database.write { writing in
            try RoundStore.add(round, content, at: now, writing)
            try Self.keep(drafts, for: round, at: now, writing)
            let steps = Round.Step.allCases.filter { step in until.map { step.place <= $0.place } ?? false }
            for step in steps.prefix(1) { _ = try RoundStore.move(round.id, to: step, at: now, writing) }
            try Self.keep(versions, for: round, at: now, writing)
            for (number, sheet) in sheets.enumerated() {
                try writing.run(
                    """
                    INSERT INTO response (round, key, version, sector, level, partner, is_complete, is_together, answers)
                    VALUES ($1, $2, $3, $4, $5, $6, 1, 0, $7)
                    """, round.id, "\(key)-\(number * 7919 % 10007)", sheet.version, sheet.sector, sheet.level,
                    sheet.partner, sheet.answers)
            }
            for step in steps.dropFirst() { _ = try RoundStore.move(round.id, to: step, at: now, writing) }
            return try RoundStore.required(round.id, in: round.region, writing.reading)
        }
    }

    private static func keep(_ versions: [Instrument], for round: Round, at now: Moment, _ writing: Writing) throws {
        for version in versions {
            let round = try RoundStore.required(round.id, in: round.region, writing.reading)
            #expect(try RoundStore.keep(version, for: round, at: now, writing))
        }
    }

    /// Invites `count` people of a sector, of whom the first `answered` gave answers that stand there already; gives
    /// the link of the last.
    @discardableResult
    func invite(_ count: Int, _ sector: Sector, answered: Int, to round: Round) async throws -> Site.Secret {
        let (now, key) = (house.time.now, house.key)
        let invitations = (0..<count).map { number in
            Invitation(
                id: .new(at: now), round: round.id, person: nil, name: "Genodigde \(number)", email: "",
                origin: .init(sector: sector, level: nil, partner: nil))
        }
        try await house.database.write { writing in
            for (number, invitation) in invitations.enumerated() {
                try InvitationStore.add(invitation, key: key, writing)
                guard number < answered else { continue }
                let taken = try writing.run(
                    """
                    UPDATE response SET key = $3 WHERE key = (
                        SELECT key FROM response WHERE round = $1 AND sector = $2 AND key LIKE $4 ORDER BY key LIMIT 1)
                    """, round.id, sector, ResponseStore.key(invitation.secret(key)), "\(round.id.text)-%")
                try #require(taken == 1, "there are too few answers of the sector")
            }
        }
        return try #require(invitations.last).secret(key)
    }

    /// The report itself, made from what is stored.
    func report(of round: Round) async throws -> FeedbackReport {
        try await house.database.read { reading in
            let (asked, survey) = try SurveyReader(round, key: [UInt8](repeating: 7, count: 32)).figures(reading)
            return FeedbackReport(
                round: round, asked: asked, figures: Published(survey, under: round.confidentiality),
                coverage: try Coverage(Invitations(margins: [], answered: []), secret: survey.secret, under: .open), partners: [:])
        }
    }

    func page(_ round: Round, _ rest: String = "") async throws -> Seen {
        try await house.browser(as: leader).get("/regions/\(region.id.text)/rounds/\(round.id.text)/report\(rest)")
    }
}

extension Round.Step {
    fileprivate var place: Int { Round.Step.allCases.firstIndex(of: self) ?? 0 }
}

/// Questions for tests, with the words of the product's own self-scan.
enum Asked {
    static let levels = ["Nog niet", "Soms", "Geregeld", "Vanzelfsprekend"]

    static func scale(_ key: String, _ text: String, levels: [String] = levels) -> Question {
        Question(key: key, text: Wording(nl: text), kind: .scale(levels.map { .init(label: Wording(nl: $0)) }))
    }

    static func theme(_ key: String, _ title: String, _ questions: [Question], guiding: Scan.Theme.Guiding? = nil) -> Scan.Theme {
        Scan.Theme(key: key, title: Wording(nl: title), guiding: guiding, questions: questions)
    }

    static func instrument(_ themes: [Scan.Theme]) -> Instrument {
        Instrument(key: "self-scan", version: 1, title: Wording(nl: "Zelfscan"), about: .empty, minutes: 10, themes: themes)
    }

    static func choices(_ labels: KeyValuePairs<String, String>) -> [Question.Choice] {
        labels.map { .init(key: $0.key, label: Wording(nl: $0.value)) }
    }
}
