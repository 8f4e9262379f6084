extension Published {
    /// Computes every published table of a survey.
    ///
    /// Under `.confidential` nothing follows about fewer people than the threshold, nor the answer of anybody:
    /// what is kept back, and why that is enough, stands with `ShownGroups`, `Share`, `Freedom`, `Importance`,
    /// `NumberSummary` and `OpenAnswer`. Under `.open` nothing is hidden and shares are counts.
    package init(_ survey: Survey, under confidentiality: Confidentiality) {
        self.init(survey, under: confidentiality, rules: .all)
    }

    init(_ survey: Survey, under confidentiality: Confidentiality, rules: Rules) {
        let desk = PublishingDesk(survey, confidentiality, rules)
        self.confidentiality = confidentiality
        whole = desk.shown.whole
        margins = survey.margins.indices.map { place in
            let (margin, standings) = (survey.margins[place], desk.shown.margins[place])
            return MarginTable(
                key: margin.key, groups: zip(margin.groups, standings).map { .init(key: $0, standing: $1) },
                others: desk.shown.others(place))
        }
        questions = survey.questions.map {
            QuestionTable(key: $0.key, kind: $0.kind, wording: $0.wording, figures: desk.row($0))
        }
        orders = survey.orders.map {
            OrderTable(key: $0.key, wording: $0.wording, items: $0.items, figures: desk.row($0))
        }
        numbers = survey.numbers.map { NumberTable(key: $0.key, figures: desk.row($0)) }
        texts = survey.texts.map { TextTable(key: $0.key, answers: desk.answers($0)) }
        themes = survey.themes
    }
}

/// Who is shown in a survey, and the frames in which its figures are counted.
struct PublishingDesk {
    let survey: Survey
    /// What is shown at the lowest threshold: figures are counted for these groups, decided on for these groups, and
    /// anything wider is added up from them, so that two publications together tell no more than this one.
    let base: ShownGroups
    let shown: ShownGroups
    let rules: Rules
    let threshold: Int?
    let cells: Cells
    /// By the number of margins looked through.
    let frames: [Frame]

    init(_ survey: Survey, _ confidentiality: Confidentiality, _ rules: Rules) {
        self.survey = survey
        self.rules = rules
        if case .confidential(let threshold) = confidentiality { self.threshold = threshold.people } else { threshold = nil }
        let isConfidential = threshold != nil
        base = ShownGroups(survey, isConfidential: isConfidential, rules: rules)
        shown = base.raised(to: threshold ?? 0)
        let cells = Cells(respondents: survey.respondents, margins: survey.margins, shown: base.isShown)
        self.cells = cells
        frames = (0...survey.margins.count).map { Frame(cells, margins: $0, routes: isConfidential) }
    }

    var isConfidential: Bool { threshold != nil }
    var isCutting: Bool { isConfidential && rules.contains(.cutting) }

    /// All margins when that `isSafe`, else the first `least`; asked only in a confidential round.
    ///
    /// There is nothing in between: that some margins could not be shown together tells the more, the more is still shown.
    func margins(least: Int, where isSafe: (Int) -> Bool) -> Int {
        let all = survey.margins.count
        if !isConfidential || !rules.contains(.freedom) || all < least { return all }
        return isSafe(all) ? all : least
    }

    /// Builds a row from what is shown, of the first so many margins; `figure` gets the number of a set in the frame,
    /// `together` several of them.
    func row<Value>(
        margins scope: Int, whole: @autoclosure () -> Published.Figure<Value>,
        figure: (Int) -> Published.Figure<Value>, together: ([Int]) -> Published.Figure<Value>
    ) -> Published.Row<Value> {
        let frame = frames[scope]
        let groups = shown.margins.enumerated().map { margin, standings in
            standings.enumerated().map { group, standing -> Published.Figure<Value> in
                switch standing {
                case .hidden(let why): .hidden(why)
                case .shown: margin < scope ? figure(frame.offsets[margin] + group) : .hidden(.protectsOthers)
                }
            }
        }
        let others = survey.margins.indices.map { margin -> Published.Figure<Value>? in
            guard let standing = shown.others(margin) else { return nil }
            if case .hidden(let why) = standing { return .hidden(why) }
            if margin >= scope { return .hidden(.protectsOthers) }
            let blocks = othersBlocks(margin).map { frame.offsets[margin] + $0 }
            return blocks.count == 1 ? figure(blocks[0]) : together(blocks)
        }
        if case .hidden(let why) = shown.whole { return .init(whole: .hidden(why), groups: groups, others: others) }
        return .init(whole: whole(), groups: groups, others: others)
    }

    /// The blocks counted at the lowest threshold that make up a margin's others.
    private func othersBlocks(_ margin: Int) -> [Int] {
        let rest = cells.rest(margin)
        return Set(cells.blockOf[margin]).sorted()
            .filter { $0 == rest || shown.margins[margin][$0].people == nil }
    }
}
