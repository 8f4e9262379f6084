import Database
import Foundation
import Markup
import Site
import TestHouse
import Testing

@Suite("Letters go from the outbox, or stay in it")
struct LetterDeliveryTests {
    private static let wing = Wing(
        name: "Letters", routes: [], migrations: [],
        letters: [
            LetterKind("plain") { _, reference, _ in
                Letter("Over \(reference)", in: .dutch, topic: nil, [.paragraph("Dit staat in de brief over \(reference).")])
            },
            LetterKind("needless") { _, _, _ in nil },
            LetterKind("injected") { _, _, _ in Letter("Over\r\nBcc: x@y.nl", in: .dutch, topic: nil, []) },
            LetterKind("ended") { _, _, _ in Letter("Ronde", in: .dutch, topic: .rounds, [.paragraph("Hoe kijkt u?")]) },
            LetterKind("orphaned") { _, _, _ in throw Missing() },
        ])

    private let house: TestHouse
    init() throws { house = try TestHouse(more: [Self.wing]) }

    private func queue(_ kind: String, _ reference: String = "een", to address: String = "noor@bedrijf.nl", name: String = "Noor") async throws {
        let now = house.time.now
        try await house.database.write {
            try Outbox.add(kind, to: address, name: name, subject: "Over", about: reference, at: now, $0)
        }
    }

    private func letters() throws -> [ReadMail] {
        let folder = LetterDelivery.folder(house.house)
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            #expect(name.hasSuffix(".eml"))
            return try ReadMail([UInt8](try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))))
        }
    }

    private func deliver() async throws -> Int { try await LetterDelivery.deliver(house.house) }

    private func outbox() throws -> EveryTable.Table {
        try #require(try EveryTable(file: house.folder + "/regio.sqlite").table("letter"))
    }

    @Test("a letter goes once, to a file that only its owner reads")
    func once() async throws {
        try await queue("plain")
        #expect(try await deliver() == 1)
        #expect(try await deliver() == 0)
        #expect(try letters().map { $0.decoded("To") } == ["Noor <noor@bedrijf.nl>"])
        let folder = LetterDelivery.folder(house.house)
        let path = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("one that cannot go stays in the outbox with what was wrong, and stops no other", arguments: [
        ("injected", "Noor"), ("orphaned", "Noor"), ("unknown", "Noor"), ("plain", "Noor\r\nBcc: x@y.nl"),
    ])
    func refused(kind: String, name: String) async throws {
        try await queue(kind, name: name)
        try await queue("plain", "twee")
        #expect(try await deliver() == 1)
        #expect(try letters().map { $0.decoded("Subject") } == ["Over twee"])
        let rows = try outbox()
        #expect(rows.rows.count == 2)
        #expect(rows.column("trouble").filter { !$0.isEmpty }.count == 1 && rows.column("delivered_at").filter { $0.isEmpty }.count == 1)
        #expect(try await deliver() == 0, "it is not tried for ever")
    }

    @Test("an address that is two addresses gets no letter")
    func address() async throws {
        try await queue("plain", to: "noor@bedrijf.nl, x@y.nl")
        #expect(try await deliver() == 0)
        #expect(try letters().isEmpty)
    }

    @Test("what need not go any more leaves the outbox without a letter")
    func needless() async throws {
        try await queue("needless")
        #expect(try await deliver() == 0)
        #expect(try outbox().rows.isEmpty && letters().isEmpty)
    }

    @Test("whoever ended letters of a kind gets none of that kind, and still the others; each says how to end it")
    func ended() async throws {
        let now = house.time.now
        try await queue("ended")
        #expect(try await deliver() == 1)
        let first = try #require(try letters().first)
        let path = MailOff(.rounds, "Noor@Bedrijf.nl").link(key: house.key).text
        #expect(first.value("List-Unsubscribe")?.contains(path) == true && first.body?.contains(path) == true && first.html?.contains(path) == true)
        try await house.database.write { try MailOff(.rounds, "noor@bedrijf.nl").setOff(true, at: now, $0) }
        try await queue("ended")
        try await queue("plain")
        #expect(try await deliver() == 1)
        #expect(try letters().map { $0.decoded("Subject") }.sorted() == ["Over een", "Ronde"])
        #expect(try letters().allSatisfy { $0.decoded("Subject") == "Ronde" || !$0.names.contains("List-Unsubscribe") })
    }

    @Test("C7: while letters cannot be written they wait, and go when they can")
    func waits() async throws {
        let folder = LetterDelivery.folder(house.house)
        try await queue("plain")
        try Data().write(to: URL(fileURLWithPath: folder))
        await #expect(throws: (any Error).self) { try await deliver() }
        #expect(try outbox().column("delivered_at") == [""] && outbox().column("trouble") == [""])
        try FileManager.default.removeItem(atPath: folder)
        #expect(try await deliver() == 1)
    }

    @Test("no text of a letter is in the database, before or after it went")
    func noBody() async throws {
        try await queue("plain")
        for _ in 0..<2 {
            let values = try EveryTable(file: house.folder + "/regio.sqlite").tables.flatMap(\.rows).flatMap { $0 }
            #expect(!values.contains { $0.contains("Dit staat in de brief") })
            _ = try await deliver()
        }
        #expect(try letters().first?.body == "Dit staat in de brief over een.\r\n")
    }
}
