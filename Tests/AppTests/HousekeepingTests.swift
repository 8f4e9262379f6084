import App
import Database
import Foundation
import Logging
import Site
import TestHouse
import Testing

@Suite("What the server does of itself")
struct HousekeepingTests {
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func logSize(_ house: TestHouse) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: house.folder + "/regio.sqlite-wal")[.size] as? Int ?? 0
    }

    @Test("P2: the log of changes, in which the order of answers stands, is emptied; what it held is in the file")
    func emptied() async throws {
        let house = try TestHouse()
        try await house.database.write { writing in
            _ = try writing.run("INSERT INTO session (digest, person, begun, seen, ends, device) VALUES ('a', 'p', 0, 0, 0, '')")
        }
        #expect(try logSize(house) > 0)
        await Housekeeping.once(house.assembly.house, log)
        #expect(try logSize(house) == 0)
        #expect(try await house.database.counts()["session"] == 1)
    }

    @Test("while somebody reads what is in the log, it waits for another minute and holds nobody up")
    func busy() async throws {
        let house = try TestHouse()
        try await house.database.write { _ = try $0.run("INSERT INTO session (digest, person, begun, seen, ends, device) VALUES ('a', 'p', 0, 0, 0, '')") }
        let started = AsyncStream.makeStream(of: Void.self)
        let reading = Task {
            try await house.database.read { reading in
                _ = try reading.count("SELECT COUNT(*) AS n FROM session")
                started.continuation.yield()
                Thread.sleep(forTimeInterval: 1.5)
            }
        }
        for await _ in started.stream { break }
        try await house.database.write { _ = try $0.run("DELETE FROM session") }
        let begun = ContinuousClock.now
        await Housekeeping.once(house.assembly.house, log)
        #expect(ContinuousClock.now - begun < .seconds(1))
        #expect(try logSize(house) > 0, "mutant: as long as it is not emptied, it is seen not to be")
        try await reading.value
        await Housekeeping.once(house.assembly.house, log)
        #expect(try logSize(house) == 0)
    }
}
