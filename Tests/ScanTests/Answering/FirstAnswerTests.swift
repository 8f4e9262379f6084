import Database
import Markup
import Membership
import Scan
import Site
import TestHouse
import Testing

/// A first answer is worked out before it is known whose it is, from the round that others answered last. Whether that
/// was right is decided in the file; here it is right, and wrong in every way.
@Suite("First answers to a round that others answered before")
struct FirstAnswerTests {
    private static let all: KeyValuePairs = [
        "a-lessons": "2", "a-help": "Tijd \"en\" rust", "a-first.geld": "1", "a-first.uren": "2", "a-hours": "2,5",
        "a-who": "ouders", "a-who": "bedrijven", "a-swot.s": "Trots", "a-vision": "partly", "a-lead": "?",
    ]

    private func rows(_ world: AnswerWorld) async throws -> [String: String] {
        let found = try await world.house.database.read { reading in
            try reading.all("SELECT key, answers, is_complete FROM response") { row in
                let (isComplete, answers) = (try row.get("is_complete", as: Int.self), try row.get("answers", as: String.self))
                return (try row.get("key", as: String.self), "\(isComplete) \(answers)")
            }
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    @Test("the second of two people who answer alike is kept as the first was, to the byte", arguments: [false, true])
    func alike(_ isNotForUs: Bool) async throws {
        let world = try await AnswerWorld(people: 3)
        let form = isNotForUs ? ["a-lessons": "1", "a-hours": "3", "n-means": "now", "a-vision": "yes"] : Self.all
        for index in 0..<3 {
            let sent = try await world.house.browser().post("\(world.link(index))/all", form)
            #expect(sent.status == 303 && sent.location == "\(world.link(index))/thanks")
        }
        let rows = try await rows(world)
        #expect(rows.count == 3 && Set(rows.values).count == 1)
        #expect(rows.values.first?.hasPrefix("1 {\"lessons\":") == true)
        let sheets = try await [world.sheet(0), world.sheet(1)]
        #expect(sheets[0] == sheets[1] && sheets[0]?.notForUs == (isNotForUs ? ["means"] : []))
    }

    @Test(
        "each answer carries what its own invitation may say",
        arguments: [Round.Privacy.open, .confidential(threshold: 5)])
    func origins(_ privacy: Round.Privacy) async throws {
        let world = try await AnswerWorld(privacy: privacy, people: 4)
        let settled = Response.Origin(sector: .business, level: nil, partner: nil)
        let third = world.invitations[2].id
        try await world.house.database.write { try InvitationStore.setAnswerOrigin(settled, of: third, $0) }
        for index in 0..<4 {
            _ = try await world.house.browser().post("\(world.link(index))/themes/1", ["a-lessons": "1"])
        }
        let origins = try await world.responses().reduce(into: [String: Response.Origin]()) { $0[$1.key] = $1.origin }
        for index in 0..<4 {
            let expected = privacy == .open ? world.invitations[index].origin : index == 2 ? settled : .unknown
            #expect(origins[ResponseStore.key(world.secret(index))] == expected)
        }
    }

    @Test("two rounds with the same questions, answered in turn, each keep their own")
    func twoRounds() async throws {
        let world = try await AnswerWorld(people: 2)
        let other = Round(
            id: .new(at: world.house.time.now), region: world.region.id, title: "Andere ronde", instrument: "self-scan",
            purpose: .learn, privacy: .open, closes: world.round.closes)
        let asked = (0..<2).map { index in
            Invitation(
                id: .new(at: world.house.time.now), round: other.id, person: nil, name: "Ali",
                email: "ali\(index)@example.nl", origin: .unknown)
        }
        let (key, now) = (AnswerWorld.key(of: world.house), world.house.time.now)
        try await world.house.database.write { writing in
            try RoundStore.add(other, AnswerWorld.instrument, at: now, writing)
            for invitation in asked { try InvitationStore.add(invitation, key: key, writing) }
            _ = try RoundStore.move(other.id, to: .open, at: now, writing)
        }
        for index in 0..<2 {
            for link in [world.link(index), AnswerLinks.personal(asked[index].secret(key)).text] {
                #expect(try await world.house.browser().post("\(link)/themes/1", ["a-lessons": "3"]).status == 303)
            }
        }
        for round in [world.round.id, other.id] {
            #expect(try await world.house.database.read { try ResponseStore.count(of: round, $0) } == 2)
        }
    }

    @Test("after closing, and after the last day, what was typed comes back and nothing is kept")
    func closed() async throws {
        let world = try await AnswerWorld(people: 3)
        _ = try await world.house.browser().post("\(world.link(0))/themes/1", ["a-lessons": "1"])
        let page = try await world.house.browser().get("\(world.link(1))/themes/1")
        try await world.move(to: .closed)
        let sent = try await world.house.browser().post(
            "\(world.link(1))/themes/1", ["a-lessons": "2", "a-help": "Meer tijd"], token: page.formToken)
        #expect(sent.status == 409 && sent.shows("Meer tijd"))
        #expect(try await world.responses().count == 1)

        let later = try await AnswerWorld(people: 2)
        _ = try await later.house.browser().post("\(later.link(0))/themes/1", ["a-lessons": "1"])
        let open = try await later.house.browser().get("\(later.link(1))/themes/1")
        later.house.time.pass(days: 30)
        let late = try await later.house.browser().post(
            "\(later.link(1))/themes/1", ["a-lessons": "2"], token: open.formToken)
        #expect(late.status == 409)
        #expect(try await later.responses().count == 1)
    }

    @Test("when the questions changed since others answered, the new questions are read")
    func changed() async throws {
        let world = try await AnswerWorld(people: 3)
        _ = try await world.house.browser().post("\(world.link(0))/themes/1", ["a-lessons": "3"])
        var fewer = AnswerWorld.instrument
        fewer.themes[0].questions[0].kind = .yesPartlyNo
        try await world.change(to: fewer)
        _ = try await world.house.browser().post("\(world.link(1))/themes/1", ["a-lessons": "3"])
        _ = try await world.house.browser().post("\(world.link(2))/themes/1", ["a-lessons": "partly"])
        #expect(try await world.sheet(1, fewer) == nil, "3 is no answer to it now")
        #expect(try await world.sheet(2, fewer)?.answers == ["lessons": .choice("partly")])
    }

    @Test("a link that was taken back keeps nothing")
    func takenBack() async throws {
        let world = try await AnswerWorld(people: 2)
        _ = try await world.house.browser().post("\(world.link(0))/themes/1", ["a-lessons": "1"])
        let page = try await world.house.browser().get("\(world.link(1))/themes/1")
        let (second, round, key) = (world.invitations[1].id, world.round.id, AnswerWorld.key(of: world.house))
        #expect(try await world.house.database.write { try InvitationStore.remove(second, of: round, key: key, $0) })
        let sent = try await world.house.browser().post(
            "\(world.link(1))/themes/1", ["a-lessons": "2"], token: page.formToken)
        #expect(sent.status == 404)
        #expect(try await world.responses().count == 1)
    }
}
