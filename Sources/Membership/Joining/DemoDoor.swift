internal import Database
package import Markup
package import Site

package enum DemoLinks {
    package static let door: Link = "/demo"
    package static let signIns: Link = "/demo/sign-ins"
    static func all(_ role: Role) -> Link { "/demo?role=\(role.rawValue)" }
}

/// The door of the demo world: everyone of the cast, each signed in with one click. It is not there in a real house.
package enum DemoRoutes {
    package static let all: [Route] = [
        .get("/demo", .demo, show),
        .post("/demo/sign-ins", .demo, signIn),
    ]

    private static func show(_ visit: Visit) async throws -> Reply {
        let today = visit.today
        let cast = try await visit.read { try CastStore.cast(on: today, $0) }
        let role = visit.query.first("role").flatMap(Role.init(rawValue:))
        return .page(DemoPages.door(cast, all: role, Paging(visit, most: 30), visit))
    }

    private static func signIn(_ visit: Visit) async throws -> Reply {
        guard let person = visit.form.first("person").flatMap(Person.ID.init(_:)) else { throw Missing() }
        let secret = try await visit.write { writing in
            let cast = try CastStore.cast(on: visit.today, writing.reading)
            guard cast.contains(where: { $0.person == person }) else { throw Missing() }
            return try SignIn.begin(for: person, visit, writing)
        }
        return .session(.begin(secret), then: HomeLinks.start)
    }
}

/// Somebody of the cast with one of their roles.
struct CastMember: Sendable, Equatable {
    let person: Person.ID
    let name: String
    let role: Role
    /// The region or the programme of the role.
    let place: String
    /// The organisation; empty where there is none.
    let partner: String
    /// Added since the demo began.
    let isNew: Bool
}

enum CastStore {
    /// The region in which the cast of the demo world works.
    private static let region = "Rijnstreek"
    /// At which everybody of the demo world has an address: no mail can ever arrive there.
    private static let ownDomain = "@voorbeeld.invalid"

    /// In the order in which the demo made them: those with a name of their own come first.
    static func cast(on day: Day, _ reading: Reading) throws -> [CastMember] {
        try reading.all(
            """
            SELECT m.id, m.name, m.email, h.role, COALESCE(r.name, g.name) AS place, COALESCE(p.name, '') AS partner
            FROM (SELECT id, programme FROM region WHERE name = $1 ORDER BY id LIMIT 1) AS home
            JOIN holding h ON h.region = home.id OR h.programme = home.programme
            JOIN person m ON m.id = h.person
            LEFT JOIN region r ON r.id = h.region LEFT JOIN programme g ON g.id = h.programme
            LEFT JOIN partner p ON p.id = h.partner
            WHERE h.from_day <= $2 AND (h.until_day IS NULL OR h.until_day >= $2)
            ORDER BY m.id
            """, region, day
        ) { row in
            CastMember(
                person: try row.get("id"), name: try row.get("name"), role: try row.get("role"),
                place: try row.get("place"), partner: try row.get("partner"),
                isNew: try !row.get("email", as: String.self).hasSuffix(ownDomain))
        }
    }
}

enum DemoPages {
    /// So many of one role are in sight; the rest stand on a page of that role.
    private static let inSight = 3

    /// - Parameter all: the role of which everybody is shown, instead of a few of each.
    static func door(_ cast: [CastMember], all: Role?, _ paging: Paging, _ visit: Visit) -> Page {
        Page("De demo") {
            h1 { "Kijk rond als een van deze mensen" }
            p(.class("lead")) { "Dit is een verzonnen programma met verzonnen regio's. Klik op een naam, dan bent u ingelogd." }
            if cast.isEmpty {
                p { "Hier is nog geen demowereld. Start de demo opnieuw in een lege map." }
            }
            p { a(.href(SignInLinks.signIn)) { "Inloggen met e-mail" } }
            if all == nil { newcomers(cast.filter(\.isNew), visit) }
            (all.map { [$0] } ?? Role.allCases).markup { role in
                let holders = cast.filter { $0.role == role }
                if !holders.isEmpty { group(role, holders, all == role ? paging : nil, visit) }
            }
            if all != nil { p { a(.href(DemoLinks.door)) { "Terug naar alle rollen" } } }
        }
    }

    /// Whom somebody added while looking around; the last first.
    private static func newcomers(_ new: [CastMember], _ visit: Visit) -> Markup {
        guard !new.isEmpty else { return .nothing }
        return section(.class("cast")) {
            h2 { "Nieuw in deze demo" }
            ul(.class("plain")) { new.reversed().prefix(10).markup { one in li(.class("beside")) { member(one, visit) } } }
        }
    }

    private static func group(_ role: Role, _ holders: [CastMember], _ paging: Paging?, _ visit: Visit) -> Markup {
        let paging = paging ?? Paging(number: 1, most: inSight)
        let shown = Array(paging.shown(of: holders))
        return section(.class("cast")) {
            h2 { role.label }
            ul(.class("plain")) { shown.markup { one in li(.class("beside")) { member(one, visit) } } }
            if paging.most == inSight, shown.count < holders.count {
                p { a(.href(DemoLinks.all(role))) { "Bekijk alle \(holders.count) mensen met deze rol" } }
            } else if paging.most != inSight {
                paging.steps(of: holders.count, DemoLinks.all(role))
            }
        }
    }

    private static func member(_ one: CastMember, _ visit: Visit) -> Markup {
        .group([
            div {
                b { verbatim(one.name) }
                br()
                span(.class("small")) { verbatim([one.place, one.partner].filter { !$0.isEmpty }.joined(separator: " · ")) }
            },
            postForm(DemoLinks.signIns, visit) {
                input(.type("hidden"), .name("person"), .value(one.person.text))
                sendButton("Kijk als \(one.name)", quiet: true)
            },
        ])
    }
}
