internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The picture and the table of where views differ; both read the same divergences.
struct DifferenceParts {
    let view: FeedbackView
    let margin: View
    let ranked: [Divergence]
    /// Whether subjects lead to their page; a respondent has no such page.
    let isLinked: Bool

    init(_ view: FeedbackView, by margin: View = .sector, _ ranked: [Divergence], isLinked: Bool = true) {
        self.view = view
        self.margin = margin
        self.ranked = ranked
        self.isLinked = isLinked
    }

    /// The words along the line: the levels where all subjects share them, else only its ends.
    private var axis: [String]? {
        let questions = ranked.flatMap { divergence -> [Question] in
            switch divergence.subject {
            case .question(let key): [view.now.asked.question(key)].compactMap(\.self)
            case .theme(let key): view.now.asked.theme(key).map(AskedQuestions.measuring) ?? []
            }
        }
        return view.sharedLevels(of: questions).flatMap { (2...5).contains($0.count) ? $0 : nil }
    }

    var legend: Markup {
        ChartLegend(
            view.groups(margin).compactMap { group in
                guard case .group = group.perspective else { return nil }
                return (ChartMark(group.perspective), group.words.markup)
            }
        ).markup
    }

    var chart: Markup {
        DifferenceChart(
            axis: axis.map { $0.map(Markup.verbatim) } ?? [.phrase("laagste antwoord"), .phrase("hoogste antwoord")],
            rows: ranked.map { divergence in
                .init(
                    label(divergence), isStrong: divergence.distance >= Sentences.apart,
                    places: divergence.voices.map { voice in
                        (ChartMark(.group(margin: divergence.margin, group: voice.group)), voice.mean)
                    }, words: view.sentences.places(divergence, among: view.levels(of: divergence)))
            }
        ).markup
    }

    private func label(_ divergence: Divergence) -> Markup {
        let name = verbatim(view.sentences.name(divergence.subject))
        guard isLinked, let link = link(divergence) else { return name }
        return a(.href(link)) { name }
    }

    private func link(_ divergence: Divergence) -> Link? {
        let (region, round) = (view.region.id, view.round.id)
        switch divergence.subject {
        case .theme(let key): return FeedbackLinks.theme(region, round, key, by: margin)
        case .question(let key):
            guard let theme = view.now.asked.theme(of: key) else { return nil }
            return FeedbackLinks.theme(region, round, theme.key, by: margin).at(key)
        }
    }

    var table: Markup {
        let groups = view.groups(margin).filter { if case .group = $0.perspective { true } else { false } }
        return tableFrame("Tabel: verschil per \(margin.label)") {
            differenceTable(groups.map(\.words.markup), ranked.map { row($0, groups.map(\.perspective)) })
        }
    }

    private func row(_ divergence: Divergence, _ groups: [Perspective]) -> Markup {
        let levels = view.levels(of: divergence)
        return tr {
            th(.scope("row")) { verbatim(view.sentences.name(divergence.subject)) }
            groups.markup { group in
                td { if let mean = divergence.mean(of: group) { PlaceWords.place(mean, among: levels) } else { "–" } }
            }
            td { DistanceWords.size(divergence.distance) }
        }
    }
}

private func differenceTable(_ groups: [Markup], _ rows: [Markup]) -> Markup {
    table {
        thead {
            tr {
                th(.scope("col")) { "Onderwerp" }
                groups.markup { group in th(.scope("col")) { group } }
                th(.scope("col")) { "Verschil" }
            }
        }
        tbody { Markup.group(rows) }
    }
}

extension Divergence {
    func mean(of perspective: Perspective) -> Double? {
        guard case .group(_, let group) = perspective else { return nil }
        return voices.first { $0.group == group }?.mean
    }
}

enum DistanceWords {
    static func size(_ distance: Double) -> Phrase {
        switch distance {
        case Sentences.farApart...: "groot"
        case Sentences.apart...: "duidelijk"
        case 0.1...: "klein"
        default: "bijna geen"
        }
    }
}
