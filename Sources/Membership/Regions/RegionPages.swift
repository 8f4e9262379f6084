internal import Database
internal import Markup
internal import Site

enum RegionPages {
    static func new(_ programme: Programme, _ visit: Visit, _ state: FormState) -> Page {
        Page("Nieuwe regio", status: state.status, trail: trail(programme)) {
            h1 { "Nieuwe regio" }
            p(.class("lead")) { "De projectleider krijgt de regio in handen. U ziet daarna alleen wat de regio deelt." }
            state.summary
            postForm(ProgrammeLinks.regions(programme.id), visit) {
                onceField(visit)
                fields(programme, nil, visit, state)
                leader(state)
                sendButton("Regio maken", next: true)
            }
        }
    }

    static func changes(
        _ programme: Programme, _ overview: RegionOverview, _ visit: Visit, _ state: FormState, isLate: Bool
    ) -> Page {
        let region = overview.region
        let about = state.sent?.has("edition") == true ? state : .fresh
        let invited = state.sent?.has("leader-email") == true ? state : .fresh
        return Page("\(region.name)", status: isLate ? 409 : state.status, trail: trail(programme)) {
            h1 { verbatim(region.name) }
            if isLate { theirs(region) }
            state.summary
            postForm(ProgrammeLinks.regionChanges(programme.id, region.id), visit, .data(.enhance)) {
                editionField(region.edition, visit, showsTheirs: isLate)
                fields(programme, region, visit, about)
                sendButton(isLate ? "Mijn tekst toch bewaren" : "Bewaren")
            }
            leaders(overview, programme, visit, invited)
        }
    }

    private static func leaders(
        _ overview: RegionOverview, _ programme: Programme, _ visit: Visit, _ state: FormState
    ) -> Markup {
        section {
            h2 { "Projectleider" }
            if overview.leaders.isEmpty {
                p { "Nu leidt niemand deze regio. Nodig iemand uit." }
            } else {
                p { "Nu: \(overview.leaders.joined(separator: ", ")). Werkte de welkomstlink niet? Nodig dan opnieuw uit." }
            }
            postForm(ProgrammeLinks.invitations(programme.id, overview.region.id), visit) {
                leader(state)
                sendButton("Uitnodigen", quiet: true)
            }
        }
    }

    private static func theirs(_ region: Region) -> Markup {
        section(.class("theirs"), .role("alert")) {
            h2 { "Iemand anders wijzigde dit ook" }
            p { "Uw tekst staat hieronder en is nog niet bewaard. Dit bewaarde de ander:" }
            dl {
                dt { "Naam" }
                dd { verbatim(region.name) }
                dt { "Landsdeel" }
                dd { verbatim(region.part) }
                dt { "Sinds" }
                dd { region.since.long }
            }
        }
    }

    /// The link stands here once: only its digest is kept.
    static func invited(
        _ programme: Programme, _ region: Region, _ leader: LeaderDraft, _ secret: Secret, _ visit: Visit
    ) -> Page {
        let address = Welcome.address(secret, visit.house)
        return Page("Geef deze link door", trail: trail(programme)) {
            h1 { "Geef deze link door aan \(leader.name)" }
            p(.class("lead")) { "Met deze link kiest de projectleider van \(region.name) een wachtwoord." }
            div(.class("field")) {
                label(.for("link")) { "Welkomstlink" }
                input(.id("link"), .type("text"), .value(address), .class("wide"))
            }
            p { button(.class("button quiet"), .type("button"), .data(.copy, address), .hidden, .title("Gekopieerd")) { "Kopieer de link" } }
            ul {
                li { "U ziet de link alleen nu. Stuur hem zelf, en alleen aan deze persoon." }
                li { "Hij werkt één keer, en hoogstens 7 dagen." }
                li { "Wie al een wachtwoord heeft, heeft de link niet nodig. Inloggen is dan genoeg." }
            }
            p { a(.href(ProgrammeLinks.home(programme.id))) { "Terug naar het programma" } }
        }
    }

    private static func trail(_ programme: Programme) -> [Crumb] {
        [Crumb("Begin", HomeLinks.start), Crumb("\(programme.name)", ProgrammeLinks.home(programme.id))]
    }

    private static func fields(_ programme: Programme, _ stored: Region?, _ visit: Visit, _ state: FormState) -> Markup {
        let parts = programme.parts + [stored?.part ?? ""].filter { !$0.isEmpty && !programme.parts.contains($0) }
        return .group([
            Field("name", "Naam van de regio").line(.text, state, stored?.name ?? "", max: 120),
            parts.isEmpty
                ? .nothing
                : Field("part", "Landsdeel").pick(
                    state, parts.map { Option($0, named: $0) }, stored?.part ?? "", empty: "nog niet bekend"),
            Field("since", "Werkt samen sinds").line(.date, state, (stored?.since ?? visit.today).description),
        ])
    }

    private static func leader(_ state: FormState) -> Markup {
        .group([
            Field("leader-name", "Naam van de projectleider").line(.text, state, max: 120),
            Field("leader-email", "E-mailadres van de projectleider", help: "Hiermee logt de projectleider straks in.")
                .line(.email, state),
        ])
    }
}
