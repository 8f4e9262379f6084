internal import Database
internal import Markup
internal import Site

enum RegionHomePages {
    static func whole(_ home: RegionHome) -> Page {
        page(home) {
            path(home.path)
            if let step = home.step { next(step) }
            div(.class("two")) {
                dates(home.dates)
                home.told.markup { .group($0.sections) }
            }
        }
    }

    /// Somebody of a partner sees what is asked of them, and what they took on.
    static func partner(_ home: RegionHome) -> Page {
        page(home) {
            if let step = home.step {
                next(step)
            } else {
                p { "Er wordt nu niets van u gevraagd." }
            }
            p { a(.href(HomeLinks.myActions)) { "Naar mijn acties" } }
        }
    }

    private static func page(_ home: RegionHome, @MarkupBuilder _ body: () -> Markup) -> Page {
        let body = body()
        return Page("\(home.region.name)", region: home.region.heading) {
            h1 { verbatim(home.region.name) }
            p(.class("lead")) { home.figures.sentence(since: home.region.since, today: home.today) }
            body
        }
    }

    private static func path(_ stations: [Station]) -> Markup {
        section(.labelled(by: "year")) {
            h2(.id("year"), .class("hidden")) { "Het jaar van de regio" }
            ol(.class("path")) { stations.markup(station) }
        }
    }

    private static func station(_ station: Station) -> Markup {
        let (look, words): (Attribute?, Phrase) = switch station.state {
        case .done: (.class("done"), "klaar")
        case .now: (.class("now"), "nu")
        case .later: (nil, "komt nog")
        }
        return li(look, station.state == .now ? .current("step") : nil) {
            b { name(station) }
            span(.class("hidden")) { "(\(words)) " }
            station.note
        }
    }

    private static func name(_ station: Station) -> Markup {
        guard let link = station.link else { return .phrase(station.title) }
        return a(.href(link)) { station.title }
    }

    private static func next(_ step: NextStep) -> Markup {
        section(.class("next-step")) {
            h2 { step.title }
            p { step.why }
            p {
                a(.class("button next"), .href(step.link)) { step.label }
                if let aside = step.aside {
                    " "
                    a(.class("aside"), .href(aside.link)) { aside.label }
                }
            }
        }
    }

    private static func dates(_ dates: [Appointment]) -> Markup {
        section {
            h2 { "Deze maand" }
            if dates.isEmpty {
                p { "Er staat deze maand niets op de agenda." }
            } else {
                table(.class("dates")) { tbody { dates.markup(row) } }
                p(.class("small")) { a(.href(HomeLinks.calendar)) { "Zet deze datums in uw agenda" } }
            }
        }
    }

    private static func row(_ one: Appointment) -> Markup {
        tr {
            th(.scope("row"), .class("nowrap")) { one.day.short }
            td {
                if let link = one.link { a(.href(link)) { one.title } } else { one.title }
                br()
                span(.class("small")) { one.note }
            }
        }
    }
}
