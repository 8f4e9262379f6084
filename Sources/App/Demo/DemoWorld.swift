internal import Actions
internal import Database
internal import Membership
internal import Scan
package import Site

/// The one fictional world of demo, tests and screenshots: a programme of 20 regions, three years deep.
///
/// It is the same every time but for its dates, which lie around the day of planting. Its people, organisations
/// and figures are made up by us.
package struct DemoWorld: Sendable {
    package struct NotEmpty: Error, CustomStringConvertible {
        package var description: String { "This folder holds people already; the demo world wants an empty one." }
    }

    let now: Moment
    let today: Day
    let key: [UInt8]
    let instruments: InstrumentLibrary

    /// Plants the world in an empty database, in one transaction.
    /// - Throws: ``NotEmpty`` when there is anybody in it.
    package static func plant(in house: House) async throws {
        let now = house.clock.now()
        let world = DemoWorld(
            now: now, today: house.clock.day(of: now), key: house.key,
            instruments: house.instruments)
        try await house.database.write { writing in
            guard try writing.reading.count("SELECT COUNT(*) AS n FROM person") == 0 else { throw NotEmpty() }
            var planting = Planting(world: world, writing: writing)
            try planting.plantEverything()
        }
    }

    package static func isPlanted(in house: House) async throws -> Bool {
        try await house.database.read { try $0.count("SELECT COUNT(*) AS n FROM person") > 0 }
    }
}

/// The work of planting: the world so far, and a source of chance that is the same every time.
struct Planting {
    let world: DemoWorld
    let writing: Writing
    var chance = Chance(seed: 2026)
    private var made = 0

    init(world: DemoWorld, writing: Writing) {
        self.world = world
        self.writing = writing
    }

    mutating func plantEverything() throws {
        let programme = try plantProgramme()
        for (number, name) in DemoNames.regions.enumerated() {
            let region = try plantRegion(name, number: number, in: programme)
            let people = try number == 0 ? plantRijnstreek(region, programme) : plantNeighbour(region, number: number)
            try plantRounds(in: region, people: people, isCentre: number == 0)
            if number < 6 { try plantActions(in: region, people: people, isCentre: number == 0) }
        }
    }

    /// A new key; each lies a second after the one before, so that the order is the same every time.
    mutating func newID<Of>() -> ID<Of> {
        made += 1
        return .new(at: world.now.adding(seconds: made - 100_000))
    }

    /// The day `months` from today, as dates in the world are told.
    func day(_ months: Int, _ days: Int = 0) -> Day { world.today.adding(days: months * 30 + days) }
}

/// Chance that is the same every time: SplitMix64 (Steele, Lea and Flood, 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in `1 / share` times.
    mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}
