import Database
import Membership
import Scan
import Site
import Testing

@Suite("Who is proposed for a choice")
struct AudienceTests {
    private let cast: Cast
    init() throws { cast = try Cast() }

    @Test("nothing chosen is everyone with a role today")
    func everyone() { #expect(cast.names(Audience()) == ["Anna", "Bert", "Carla", "Dirk", "Eva"]) }

    @Test("by sector, organisation, role and level; two things in a row widen, two rows narrow")
    func choices() throws {
        #expect(cast.names(Audience(sectors: [.education])) == ["Anna", "Bert"])
        #expect(cast.names(Audience(sectors: [.education, .business])) == ["Anna", "Bert", "Carla"])
        #expect(cast.names(Audience(partners: [cast.college.id])) == ["Anna"])
        #expect(cast.names(Audience(roles: [.partnerContact])) == ["Anna", "Carla", "Dirk"])
        #expect(cast.names(Audience(levels: [.governing])) == ["Bert", "Eva"])
        #expect(cast.names(Audience(sectors: [.education], levels: [.governing])) == ["Bert"])
        #expect(cast.names(Audience(sectors: [.government], partners: [cast.college.id])) == [])
    }

    @Test("somebody without an organisation is in no sector, and is proposed where none is chosen")
    func withoutOrganisation() {
        #expect(Sector.allCases.allSatisfy { !cast.names(Audience(sectors: [$0])).contains("Eva") })
        #expect(cast.names(Audience(roles: [.leadExecutive])) == ["Eva"])
    }

    @Test("nobody is proposed twice, whatever number of roles they hold")
    func twice() {
        let again = cast.all.filter { $0.person.name == "Anna" }
        #expect(cast.names(Audience(), cast.all + again) == ["Anna", "Bert", "Carla", "Dirk", "Eva"])
    }

    @Test("a role that ended yesterday or begins tomorrow does not count; one that ends today does")
    func ended() {
        #expect(cast.all.map(\.person.name) == ["Anna", "Bert", "Carla", "Dirk", "Eva", "Former", "Future"])
        #expect(cast.names(Audience(), on: Cast.today.adding(days: 1)) == ["Anna", "Bert", "Carla", "Eva", "Future"])
    }

    @Test("whoever was asked before is left out, known by key or as a guest by address")
    func asked() throws {
        let round = Round.ID.new(at: Moment(milliseconds: 0))
        let anna = cast.all[0].person
        let known = Invitation(id: .new(at: Moment(milliseconds: 0)), round: round, person: anna.id, name: "A", email: "old@voorbeeld.nl", origin: .unknown)
        let guest = Invitation(id: .new(at: Moment(milliseconds: 0)), round: round, person: nil, name: "C", email: "carla@voorbeeld.nl", origin: .unknown)
        #expect(cast.names(Audience(), asked: [known, guest]) == ["Bert", "Dirk", "Eva"])
    }

    private struct Cast {
        static let today = Day(number: 20_000)
        let college: Partner
        let all: [Appointee]

        init() throws {
            let zero = Moment(milliseconds: 0)
            func partner(_ name: String, _ sector: Sector) -> Partner {
                Partner(id: .new(at: zero), name: name, sector: sector, kind: "", size: .small, place: "")
            }
            func one(_ name: String, _ role: Role, _ level: Level, _ partner: Partner?, from: Int = -10, until: Int? = nil) -> Appointee {
                Appointee(
                    id: .new(at: zero),
                    person: Person(id: .new(at: zero), name: name, email: "\(name.lowercased())@voorbeeld.nl", language: .dutch),
                    role: role, level: level, partner: partner, from: Self.today.adding(days: from),
                    until: until.map { Self.today.adding(days: $0) })
            }
            college = partner("College", .education)
            all = [
                one("Anna", .partnerContact, .operational, college),
                one("Bert", .steeringGroupMember, .governing, partner("Lyceum", .education)),
                one("Carla", .partnerContact, .tactical, partner("Bos", .business)),
                one("Dirk", .partnerContact, .tactical, partner("Gemeente", .government), until: 0),
                one("Eva", .leadExecutive, .governing, nil),
                one("Former", .partnerContact, .tactical, college, until: -1),
                one("Future", .partnerContact, .tactical, college, from: 1),
            ]
        }

        func names(
            _ audience: Audience, _ appointees: [Appointee]? = nil, on day: Day = today, asked: [Invitation] = []
        ) -> [String] {
            audience.people(appointees ?? all, on: day, asked: asked).map(\.person.name)
        }
    }
}
