package import App
package import Database
internal import Foundation
internal import Logging
package import Markup
package import Membership
package import Site
internal import Synchronization

/// A whole product in a folder of its own, with a clock that a test sets; gone when the test is.
package final class TestHouse: Sendable {
    package let assembly: Assembly
    package let folder: String
    package let time: TestTime

    package var house: House { assembly.house }
    package var database: DatabaseFile { assembly.house.database }
    /// What is kept beside the database.
    package var key: [UInt8] { assembly.house.key }

    /// - Parameters:
    ///   - origin: a folder to begin with a copy of; without it the house is empty.
    ///   - memory: what stands for the database's memory, for a test that spoils it.
    ///   - onUntranslated: told of each phrase that is said in English without a translation.
    package init(
        isDemo: Bool = false, at day: String = "2026-11-23", wings: [Wing] = Wings.all, more: [Wing] = [],
        copyOf origin: String? = nil, memory: Memory? = nil, onUntranslated: (@Sendable (Phrase) -> Void)? = nil,
        settings change: (inout Settings) -> Void = { _ in }
    ) throws {
        let folder = NSTemporaryDirectory() + "regio-test-" + UUID().uuidString
        if let origin { try FileManager.default.copyItem(atPath: origin, toPath: folder) }
        self.folder = folder
        let time = TestTime(day)
        self.time = time
        var settings = Settings(folder: folder)
        settings.instruments = TestHouse.projectFolder + "/instruments"
        change(&settings)
        var log = Logger(label: "test")
        log.logLevel = .critical
        assembly = try Assembly(
            settings: settings, isDemo: isDemo, clock: Clock { time.now }, log: log, wings: wings + more,
            memory: memory, onUntranslated: onUntranslated)
    }

    deinit {
        try? assembly.house.database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The root of the project, where `instruments/` and `docs/` are.
    package static var projectFolder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }

    /// A browser in which nobody is signed in.
    package func browser() -> Browser { Browser(house: self) }

    /// A browser in which `person` is signed in.
    package func browser(as person: Person.ID) async throws -> Browser {
        let now = time.now
        let secret = try await database.write { writing in
            try SessionStore.begin(person, at: now, device: "test", replacing: nil, writing)
        }
        return Browser(house: self, session: secret)
    }
}

/// The time in a test: noon on a day, until the test says otherwise.
package final class TestTime: Sendable {
    private let moment: Mutex<Moment>

    package init(_ day: String) {
        let number = Day(day)?.number ?? 0
        moment = Mutex(Moment(milliseconds: Int64(number) * 86_400_000 + 39_600_000))
    }

    package var now: Moment { moment.withLock { $0 } }
    package var today: Day { Clock { self.now }.day(of: now) }
    package func pass(days: Int = 0, seconds: Int = 0) {
        moment.withLock { $0 = $0.adding(days: days).adding(seconds: seconds) }
    }
}
