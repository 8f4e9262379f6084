import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Who answered and what was answered cannot be joined (P2)")
struct ConfidentialityTests {
    private static let people = 30

    @Test("from everything in the database, and knowing the order in which people answered, nobody's answers are found")
    func cannotBeJoined() async throws {
        let attack = try await attack { _, _ in }
        #expect(attack.answers.rows.count == Self.people)
        #expect(attack.success == nil)
    }

    @Test("a confidential answer holds no organisation, and an open one holds what people were told")
    func origins() async throws {
        for privacy in [Round.Privacy.confidential(threshold: 5), .open] {
            let world = try await AnswerWorld(privacy: privacy)
            _ = try await world.house.browser().post("\(world.link())/themes/1", ["a-lessons": "1"])
            let origin = try await world.responses()[0].origin
            #expect(origin.partner == (privacy == .open ? world.partners[0].id : nil))
        }
    }

    /// Each mutant keeps one thing too much; a test that lets one of them through proves nothing.
    @Test("what would give people away is found", arguments: Mutant.allCases)
    func mutants(mutant: Mutant) async throws {
        let attack = try await attack { world, index in try await mutant.betray(world, index) }
        #expect(attack.success != nil, "\(mutant)")
    }

    enum Mutant: CaseIterable, Sendable {
        case invitationInAnswer, digestAsKey, timeInAnswer, digestOfInvitation, thirdTable

        /// Does beside a saved answer what a careless store would do.
        func betray(_ world: AnswerWorld, _ index: Int) async throws {
            let key = ResponseStore.key(world.secret(index))
            let invitation = world.invitations[index]
            let digest = world.secret(index).digest(for: Invitation.purpose)
            let now = world.house.time.now
            try await world.house.database.write { writing in
                switch self {
                case .invitationInAnswer:
                    try writing.run("UPDATE response SET partner = $2 WHERE key = $1", key, invitation.id)
                case .digestAsKey: try writing.run("UPDATE response SET key = $2 WHERE key = $1", key, digest)
                case .timeInAnswer: try writing.run("UPDATE response SET version = $2 WHERE key = $1", key, now)
                case .digestOfInvitation:
                    let betraying = hexadecimal(Sodium.sha256(Array(invitation.id.text.utf8)))
                    try writing.run("UPDATE response SET key = $2 WHERE key = $1", key, betraying)
                case .thirdTable:
                    try writing.run(
                        """
                        INSERT INTO act (number, at, who, what, about, address, chain)
                        VALUES ((SELECT COUNT(*) + 1 FROM act), $1, $2, 'answered', $3, '', '')
                        """, now, invitation.id, key)
                }
            }
        }
    }

    private func attack(_ betray: (AnswerWorld, Int) async throws -> Void) async throws -> JoinAttack {
        var dice = Dice(seed: 2026)
        let world = try await AnswerWorld(people: Self.people)
        let order = Array(0..<Self.people).shuffled(using: &dice)
        let marks = (0..<Self.people).map { 1000 + $0 * 7 }.shuffled(using: &dice)
        for index in order {
            world.house.time.pass(seconds: 90)
            let browser = world.house.browser()
            _ = try await browser.post(world.link(index), ["together": "alone"])
            _ = try await browser.post("\(world.link(index))/themes/1", ["a-help": "mark \(marks[index])", "a-lessons": "1"])
            try await betray(world, index)
        }
        return try attack(world, marks, order)
    }

    /// The marks in the answers say what is true; the attacker does not get them.
    private func attack(_ world: AnswerWorld, _ marks: [Int], _ order: [Int]) throws -> JoinAttack {
        let dump = try EveryTable(file: world.house.folder + "/regio.sqlite")
        let people = try #require(dump.table("invitation"))
        let answers = try #require(dump.table("response"))
        let ids = people.column("id")
        let sheets = answers.column("answers")
        let person = try world.invitations.map { invitation in try #require(ids.firstIndex(of: invitation.id.text)) }
        var truth = [Int](repeating: 0, count: person.count)
        for (index, row) in person.enumerated() {
            truth[row] = try #require(sheets.firstIndex { $0.contains("mark \(marks[index])") })
        }
        let others = dump.tables.filter { !["invitation", "response"].contains($0.name) }.flatMap(\.rows)
        return JoinAttack(
            people: people, answers: answers.without("answers"), others: others, truth: truth,
            arrivals: order.map { person[$0] })
    }
}

extension EveryTable.Table {
    fileprivate func without(_ name: String) -> EveryTable.Table {
        guard let index = columns.firstIndex(of: name) else { return self }
        return EveryTable.Table(name: self.name, columns: columns.removing(at: index), rows: rows.map { $0.removing(at: index) })
    }
}

extension Array {
    fileprivate func removing(at index: Int) -> Array {
        var rest = self
        rest.remove(at: index)
        return rest
    }
}
