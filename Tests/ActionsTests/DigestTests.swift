import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@testable import Actions

@Suite("The letter of Monday: my running actions, late first; none when there is nothing (A7)")
struct DigestTests {
    /// 23 November 2026 is a Monday; the house's clock begins at noon.
    private func morning(_ world: ActionWorld, days: Int = 0) async throws -> [String] {
        world.house.time.pass(days: days)
        for chore in world.house.house.chores { try await chore.work(world.house.house) }
        try await LetterDelivery.deliver(world.house.house)
        let folder = LetterDelivery.folder(world.house.house)
        return try FileManager.default.contentsOfDirectory(atPath: folder).map {
            try plain(String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
        }
    }

    private func plain(_ letter: String) throws -> String {
        let part = try #require(
            letter.components(separatedBy: "\r\n\r\n").dropFirst(2).first?.components(separatedBy: "\r\n--").first)
        let data = try #require(Data(base64Encoded: part.replacingOccurrences(of: "\r\n", with: "")))
        return String(decoding: data, as: UTF8.self)
    }

    private func early(_ world: ActionWorld) { world.house.time.pass(seconds: -4 * 3600) }

    @Test("one letter for each owner, with what is late, what is due this week, and what comes later")
    func content() async throws {
        let world = try await ActionWorld()
        try await world.add("Te laat", until: "2026-11-20")
        try await world.add("Zondag af", until: "2026-11-29")
        try await world.add("Volgende week", until: "2026-11-30")
        try await world.add("Al klaar", phase: .done)
        early(world)
        let letters = try await morning(world)
        #expect(letters.count == 1)
        let letter = try #require(letters.first)
        let order = ["OVER DE DATUM", "Te laat", "DEZE WEEK", "Zondag af", "LATER", "Volgende week"].map {
            letter.range(of: $0)?.lowerBound
        }
        #expect(!order.contains(nil) && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        #expect(!letter.contains("Al klaar") && letter.contains("/my-actions") && letter.contains("/mail/"))
    }

    @Test("once a week, in the morning of Monday alone")
    func once() async throws {
        let world = try await ActionWorld()
        try await world.add("Mentoren koppelen")
        #expect(try await morning(world).isEmpty, "noon is too late")
        early(world)
        #expect(try await morning(world).count == 1)
        #expect(try await morning(world).count == 1)
        for _ in 0..<6 { #expect(try await morning(world, days: 1).count == 1) }
        #expect(try await morning(world, days: 1).count == 2)
    }

    @Test("nothing running, a role that ended, or letters that were ended: no letter")
    func none() async throws {
        let world = try await ActionWorld()
        try await world.add("Klaar", phase: .done)
        try await world.add("Van wie weg is", owner: "former")
        try await world.add("Wil geen mail", owner: "steering")
        let now = world.house.time.now
        try await world.house.database.write {
            try MailOff(.actions, "steering@voorbeeld.nl").setOff(true, at: now, $0)
        }
        early(world)
        #expect(try await morning(world).isEmpty)
    }

    @Test("in the language of its receiver")
    func language() async throws {
        let world = try await ActionWorld()
        let owner = try world.person("owner")
        try await world.add("Mentoren koppelen", until: "2026-11-25")
        try await world.house.database.write { try PersonStore.setLanguage(.english, of: owner, $0) }
        early(world)
        let letter = try #require(try await morning(world).first)
        #expect(letter.contains("THIS WEEK") && letter.contains("Mentoren koppelen (Rijnstreek), until"))
    }
}
