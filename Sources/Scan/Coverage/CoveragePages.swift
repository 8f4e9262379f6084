internal import Database
package import Markup
package import Membership
package import Site

/// What the coverage page and its file are made from.
package struct CoverageShown: Sendable {
    package let region: Region
    package let round: Round
    package let coverage: RoundCoverage
    package let byOpenLink: [OpenLinkCount]
    package let names: [Partner.ID: String]
    /// Who did not answer yet; only in an open round.
    package let waiting: [Invitation]
    /// How many answered by whatever way; nil where it was not counted.
    var answered: OpenLinkCount.Figure? = nil
    /// How many were invited by name, as whoever invited them knows; nil where it was not counted.
    var invited: Int? = nil

    /// Whether people were invited by name, and how many of them answered may be said.
    var saysInvited: Bool { coverage.whole.map { $0.invited > 0 } ?? false }
    /// Whether nobody was invited by name: then all came by the open link.
    var isByLinkAlone: Bool { invited == 0 }
}

/// Words for how many answered.
package enum CoverageWords {
    /// The finding to begin with: that there is too little yet, or else who is missing.
    static func headline(_ shown: CoverageShown) -> Phrase {
        guard let answered = shown.answered else { return headline(shown.coverage) }
        if !answered.isEnough { return answered == .exactly(0) ? "Nog niemand antwoordde" : "Nog te weinig antwoorden voor een verslag" }
        if shown.saysInvited || shown.coverage.behind != nil { return headline(shown.coverage) }
        return shown.isByLinkAlone ? people(answered) : "Er zijn genoeg antwoorden voor een verslag"
    }

    private static func people(_ figure: OpenLinkCount.Figure) -> Phrase {
        switch figure {
        case .exactly(1): "1 mens antwoordde"
        case .exactly(let count): "\(count) mensen antwoordden"
        case .about(let count): "Ongeveer \(count) mensen antwoordden"
        case .fewerThan: "Nog te weinig antwoorden voor een verslag"
        }
    }

    /// The finding to begin with: the sector of which most people are missing, or else the whole.
    package static func headline(_ coverage: RoundCoverage) -> Phrase {
        if let behind = coverage.behind { return finding(behind.sector, behind.share) }
        guard let whole = coverage.whole else { return "Er zijn nog te weinig mensen gevraagd" }
        return switch whole.answered {
        case .exactly(let count): "\(count) van de \(whole.invited) mensen antwoordden"
        case .about(let count): "Ongeveer \(count) van de \(whole.invited) mensen antwoordden"
        case .few: "Bijna niemand antwoordde nog"
        case .most: "Bijna iedereen antwoordde"
        }
    }

    static func finding(_ sector: Sector, _ share: RoundCoverage.Share) -> Phrase {
        switch share.answered {
        case .exactly(let count): "Van de \(sector.people) antwoordden er \(count) van de \(share.invited)"
        case .about(let count): "Van de \(sector.people) antwoordden er ongeveer \(count) van de \(share.invited)"
        case .few: "Van de \(sector.people) antwoordde bijna niemand van de \(share.invited)"
        case .most: "Van de \(sector.people) antwoordde bijna iedereen van de \(share.invited)"
        }
    }

    static func figure(_ share: RoundCoverage.Share?) -> Phrase {
        guard let share else { return "niet te zien: te weinig mensen" }
        return switch share.answered {
        case .exactly(let count): "\(count) van \(share.invited)"
        case .about(let count): "ongeveer \(count) van \(share.invited)"
        case .few: "bijna niemand van \(share.invited)"
        case .most: "bijna iedereen van \(share.invited)"
        }
    }

    static func figure(_ count: OpenLinkCount.Figure) -> Phrase {
        switch count {
        case .exactly(let count): "\(count)"
        case .about(let count): "ongeveer \(count)"
        case .fewerThan(let count): "minder dan \(count)"
        }
    }
}

extension Sector {
    /// Those of the sector, as people speak of them.
    var people: Phrase {
        switch self {
        case .education: "scholen"
        case .business: "bedrijven"
        case .government: "overheden"
        }
    }
}

/// Who is missing, by sector, level and organisation.
package enum CoveragePages {
    package static func page(_ shown: CoverageShown, mayRemind: Bool = false) -> Page {
        let (round, coverage) = (shown.round, shown.coverage)
        return Page(round.state.isOpen ? "Wie er mist" : "Hoeveel mensen antwoordden", region: shown.region.heading, trail: RoundPages.trail(shown.region, round)) {
            h1 { CoverageWords.headline(shown) }
            p(.class("lead")) { whole(shown) }
            if round.privacy != .open { protected(shown) }
            if mayRemind, round.state.isOpen {
                p { a(.class("button next"), .href(RoundLinks.reminders(round))) { "Herinner wie nog niet antwoordde" } }
            }
            if !shown.isByLinkAlone {
                figures("Per sector", coverage.bySector) { $0.map { .phrase($0.label) } }
                figures("Per niveau", coverage.byLevel) { $0.map { .phrase($0.label) } }
                figures("Per organisatie", coverage.byPartner) { $0.map { verbatim(shown.names[$0] ?? "") } }
            }
            openLink(shown)
            waiting(shown)
            p { a(.href(RoundLinks.coverageFile(round))) { "Haal deze tabellen op als CSV" } }
            p { a(.href(RoundLinks.home(round))) { "Terug naar de ronde" } }
        }
    }

    private static func whole(_ shown: CoverageShown) -> Phrase {
        let end: Phrase = shown.round.state.isOpen ? "De ronde sluit op \(shown.round.closes.long)." : "De ronde is gesloten."
        guard shown.saysInvited || shown.answered == nil else { return end }
        return "In totaal: \(CoverageWords.figure(shown.coverage.whole)). \(end)"
    }

    private static func protected(_ shown: CoverageShown) -> Markup {
        p(.class("who")) {
            b { "Deze ronde is vertrouwelijk." }
            " Wie van de mensen antwoordde is niet te zien. Kleine groepen staan bij elkaar, en sommige getallen zijn niet precies."
        }
    }

    private static func figures<Group>(
        _ title: Phrase, _ rows: [RoundCoverage.Row<Group>], _ name: (Group?) -> Markup?
    ) -> Markup {
        guard !rows.isEmpty else { return .nothing }
        let hidden = rows.filter { $0.share == nil }
        let isFolded = hidden.count > fewHidden
        let shown = isFolded ? rows.filter { $0.share != nil } : rows
        return section {
            h2 { title }
            if !shown.isEmpty { lines(shown, name) }
            if isFolded {
                details(.class("fold")) {
                    summary { "Bij \(hidden.count) groepen is dit niet te zien: te weinig mensen" }
                    ul { hidden.markup { row in li { name(row.group) ?? .phrase("anderen samen") } } }
                }
            }
        }
    }

    /// More hidden rows than this are folded into one line: a table of nothing tells nothing.
    private static let fewHidden = 3

    private static func lines<Group>(_ rows: [RoundCoverage.Row<Group>], _ name: (Group?) -> Markup?) -> Markup {
        table(.class("coverage")) {
            thead {
                tr {
                    th(.scope("col")) { "Groep" }
                    th(.scope("col")) { "Geantwoord" }
                }
            }
            tbody {
                rows.markup { row in
                    tr {
                        th(.scope("row")) { name(row.group) ?? .phrase("anderen samen") }
                        td {
                            if let share = row.share { bar(share) }
                            CoverageWords.figure(row.share)
                        }
                    }
                }
            }
        }
    }

    /// The figure beside it says the same.
    private static func bar(_ share: RoundCoverage.Share) -> Markup {
        svg(.class("share"), .ariaHidden) {
            rect(.class("all"))
            rect(.class("part"), .width(.share(share.part)))
        }
    }

    private static func openLink(_ shown: CoverageShown) -> Markup {
        guard shown.round.code != nil || !shown.byOpenLink.isEmpty else { return .nothing }
        return section {
            h2 { "Via de open link" }
            if shown.byOpenLink.isEmpty { p { "Nog niemand antwoordde via de open link." } } else {
                if !shown.isByLinkAlone { p { "Deze mensen zijn niet uitgenodigd. Ze tellen hierboven niet mee." } }
                ul {
                    shown.byOpenLink.markup { count in
                        li {
                            count.name(isAlone: shown.byOpenLink.count == 1)
                            ": "
                            CoverageWords.figure(count.figure)
                        }
                    }
                }
            }
        }
    }

    /// Organisation by organisation; the region's own people first where somebody has none.
    private static func waiting(_ shown: CoverageShown) -> Markup {
        guard !shown.waiting.isEmpty else { return .nothing }
        let groups = Dictionary(grouping: shown.waiting) { $0.origin.partner.flatMap { shown.names[$0] } ?? "" }
        return section {
            h2 { "Wie nog niet antwoordde" }
            dl {
                groups.keys.sorted().markup { name in
                    dt { name.isEmpty ? .phrase("zonder organisatie") : verbatim(name) }
                    dd { ul { (groups[name] ?? []).markup { one in li { verbatim(one.name) } } } }
                }
            }
            if shown.round.state.isOpen { p { a(.href(RoundLinks.links(shown.round))) { "Geef iemand een eigen link" } } }
        }
    }
}
