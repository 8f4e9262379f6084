@testable import Insight

/// The same numbers for the same seed on every machine (SplitMix64; G. Steele and others, 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Surveys of the kinds that give people away: small, lopsided, with groups that nearly coincide and questions
/// on which nearly all agree.
struct RandomSurveys {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next(questions: Int = 3) throws -> Survey {
        let people = Int.random(in: 4...44, using: &generator)
        let sector = margin("sector", groups: Int.random(in: 2...3, using: &generator), people: people)
        let level = margin("level", groups: Int.random(in: 2...3, using: &generator), people: people)
        let organisations = organisations(within: sector, people: people)
        let margins = [[], [sector], [sector, level], [sector, organisations], [sector, level, organisations]]
        let columns = (0..<questions).map { column("q\($0)", people: people) }
        return try Survey(
            respondents: people, secret: Secret(high: generator.next(), low: generator.next()),
            margins: margins.randomElement(using: &generator) ?? [], questions: columns)
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func lopsided(_ count: Int) -> Int {
        min(Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }

    private mutating func margin(_ key: String, groups: Int, people: Int) -> Margin {
        let hasUnknown = chance(20)
        let groupOfEach = (0..<people).map { _ in hasUnknown && chance(10) ? Margin.unknown : UInt16(lopsided(groups)) }
        return Margin(key: key, groups: (0..<groups).map { "\(key) \($0)" }, of: groupOfEach)
    }

    /// Two or three organisations a sector; now and then somebody of another sector is among them.
    private mutating func organisations(within sector: Margin, people: Int) -> Margin {
        let perSector = Int.random(in: 1...3, using: &generator)
        let mixes = chance(30)
        let groupOfEach = sector.groupOfEach.map { group -> UInt16 in
            let home = group == Margin.unknown || (mixes && chance(8)) ? 0 : Int(group)
            return UInt16(home * perSector + lopsided(perSector))
        }
        let count = sector.groups.count * perSector
        return Margin(key: "organisation", groups: (0..<count).map { "organisation \($0)" }, of: groupOfEach)
    }

    private mutating func column(_ key: String, people: Int) -> Column {
        let options = Int.random(in: 2...4, using: &generator)
        let agreement = [30, 60, 85, 95, 99].randomElement(using: &generator) ?? 50
        let favourite = Int.random(in: 0..<options, using: &generator)
        if chance(20) {
            let masks = (0..<people).map { _ -> UInt64 in
                if chance(5) { return Missing.noAnswer.mask }
                return (0..<options).reduce(0) {
                    $0 | (chance($1 == favourite ? agreement : 100 - agreement) ? 1 << UInt64($1) : 0)
                }
            }
            return .multiple(key, options: options, masks: masks)
        }
        let codes = (0..<people).map { _ -> UInt8 in
            if chance(agreement) { return UInt8(favourite) }
            if chance(15) { return Missing.allCases.randomElement(using: &generator)?.code ?? 255 }
            return UInt8.random(in: 0..<UInt8(options), using: &generator)
        }
        return chance(50) ? .scale(key, levels: options, codes: codes) : .nominal(key, options: options, codes: codes)
    }
}
