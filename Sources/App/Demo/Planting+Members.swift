internal import Database
internal import Membership
internal import Site

/// The programme, its regions, their partners and people.
extension Planting {
    /// Somebody in a region who can be asked and can own an action.
    struct Resident {
        let person: Person
        let partner: Partner?
        let level: Level
    }

    mutating func plantProgramme() throws -> Programme {
        let year = world.today.year
        let programme = Programme(
            id: newID(), name: DemoNames.programme, commissioner: DemoNames.commissioner, years: (year - 3)...(year + 2),
            themes: DemoNames.themes, parts: DemoNames.parts)
        try ProgrammeStore.add(programme, writing)
        for member in DemoNames.programmeCast {
            let person = try plantPerson(member.name)
            try HoldingStore.add(
                member.role, person.id, programme: programme.id, level: member.level, from: day(-36), at: world.now, writing)
        }
        return programme
    }

    mutating func plantRegion(_ name: String, number: Int, in programme: Programme) throws -> Region {
        let region = Region(
            id: newID(), programme: programme.id, name: name, part: DemoNames.parts[number % 4], since: day(-38))
        try RegionStore.add(region, writing)
        return region
    }

    /// The region at the centre: every role, and everyone by name.
    mutating func plantRijnstreek(_ region: Region, _ programme: Programme) throws -> [Resident] {
        let partners = try plantPartners(
            schools: DemoNames.schools, companies: DemoNames.companies, governments: DemoNames.governments, in: region)
        var residents: [Resident] = []
        for member in DemoNames.cast {
            let partner = member.sector.flatMap { sector in partners.first { $0.sector == sector } }
            residents.append(try plantResident(member.name, member.role, member.level, partner, region))
        }
        try plantFormerMember(region, partners)
        for (number, partner) in partners.enumerated() {
            let level = Level.allCases[number % 3]
            residents.append(try plantResident(fullName(), .partnerContact, level, partner, region))
            if partner.sector == .education, number % 2 == 0 {
                residents.append(try plantResident(fullName(), .partnerContact, .operational, partner, region))
            }
        }
        return residents
    }

    /// A region elsewhere in the programme: smaller, with people of its own.
    mutating func plantNeighbour(_ region: Region, number: Int) throws -> [Resident] {
        let partners = try plantPartners(
            schools: (1...4).map { "School \($0) \(region.name)" }, companies: (1...5).map { "Bedrijf \($0) \(region.name)" },
            governments: ["Gemeente \(region.name)"], in: region)
        var residents = [
            try plantResident(fullName(), .projectLeader, .tactical, partners[0], region),
            try plantResident(fullName(), .leadExecutive, .governing, partners[1], region),
        ]
        for (index, partner) in partners.enumerated() {
            for level in Level.allCases.prefix(1 + (index + number) % 3) {
                residents.append(try plantResident(fullName(), .partnerContact, level, partner, region))
            }
        }
        return residents
    }

    /// Left last year; may see nothing any more.
    private mutating func plantFormerMember(_ region: Region, _ partners: [Partner]) throws {
        let person = try plantPerson("Kees Vertrokken")
        try HoldingStore.add(
            .projectLeader, person.id, region: region.id, partner: partners[0].id, level: .tactical, from: day(-36),
            until: day(-12), at: world.now, writing)
    }

    private mutating func plantPartners(
        schools: [String], companies: [String], governments: [String], in region: Region
    ) throws -> [Partner] {
        let named = [(Sector.education, "school", schools), (.business, "bedrijf", companies), (.government, "overheid", governments)]
        var partners: [Partner] = []
        for (sector, kind, names) in named {
            for (number, name) in names.enumerated() {
                let partner = Partner(
                    id: newID(), name: name, sector: sector, kind: kind, size: Partner.Size.allCases[number % 3],
                    place: DemoNames.places[number % DemoNames.places.count])
                try PartnerStore.add(partner, writing)
                try PartnerStore.join(partner.id, region.id, from: day(-36 + number % 20), until: nil, at: world.now, writing)
                partners.append(partner)
            }
        }
        return partners
    }

    private mutating func plantResident(
        _ name: String, _ role: Role, _ level: Level, _ partner: Partner?, _ region: Region
    ) throws -> Resident {
        let person = try plantPerson(name)
        try HoldingStore.add(
            role, person.id, region: region.id, partner: partner?.id, level: level, from: day(-34), at: world.now, writing)
        return Resident(person: person, partner: partner, level: level)
    }

    private mutating func plantPerson(_ name: String) throws -> Person {
        let id: Person.ID = newID()
        let letters = name.lowercased().filter { $0.isLetter && $0.isASCII }
        let person = Person(id: id, name: name, email: "\(letters).\(id.text.suffix(6))@voorbeeld.invalid", language: .dutch)
        try PersonStore.add(person, writing)
        return person
    }

    private mutating func fullName() -> String {
        let first = DemoNames.firstNames.randomElement(using: &chance) ?? ""
        return "\(first) \(DemoNames.lastNames.randomElement(using: &chance) ?? "")"
    }
}
