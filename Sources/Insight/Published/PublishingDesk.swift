/// Who is shown in a survey, and the sets of people in which its figures are counted.
struct PublishingDesk {
    let survey: Survey
    let rules: Rules
    /// `nil` in an open round.
    let threshold: Int?
    /// What is shown at the lowest threshold: figures are counted for these groups, and anything wider is added up
    /// from them, so that two publications together tell no more than this one.
    let base: ShownGroups
    let shown: ShownGroups
    let sets: Sets

    init(_ survey: Survey, _ confidentiality: Confidentiality, _ rules: Rules) {
        self.survey = survey
        self.rules = rules
        threshold = if case .confidential(let threshold) = confidentiality { threshold.people } else { nil }
        base = ShownGroups(survey, isConfidential: threshold != nil, rules: rules)
        shown = base.raised(to: threshold ?? 0)
        sets = Sets(Cells(respondents: survey.respondents, margins: survey.margins, shown: base.isShown))
    }

    var isConfidential: Bool { threshold != nil }

    /// In a confidential round with margins the whole is added up from the published blocks of the first one:
    /// counted, it would tell by subtraction what the cut shares of small groups keep back.
    var isWholeComposed: Bool { isConfidential && !survey.margins.isEmpty && rules.contains(.composing) }

    func isBlurred(_ set: Int) -> Bool {
        isConfidential && rules.contains(.blurring) && (sets.margin(of: set) ?? 0) > 0
    }

    /// A number that chance draws for one place in one table, always the same in the same round.
    func chance(_ key: String, _ set: Int, _ place: Int) -> UInt64 {
        guard let margin = sets.margin(of: set) else { return survey.secret.number(for: key, "", "", "\(place)") }
        let group = set - sets.offsets[margin]
        let groups = survey.margins[margin].groups
        return survey.secret.number(
            for: key, survey.margins[margin].key, group < groups.count ? groups[group] : "", "\(place)")
    }

    /// Builds a row from what is shown; `figure` gets the number of a set, `together` several.
    func row<Value>(
        figure: (Int) -> Published.Figure<Value>, together: ([Int]) -> Published.Figure<Value>
    ) -> Published.Row<Value> {
        let groups = shown.margins.enumerated().map { margin, standings in
            standings.enumerated().map { group, standing -> Published.Figure<Value> in
                switch standing {
                case .hidden(let why): .hidden(why)
                case .shown: figure(sets.offsets[margin] + group)
                }
            }
        }
        let others = survey.margins.indices.map { margin -> Published.Figure<Value>? in
            switch shown.others(margin) {
            case nil: return nil
            case .hidden(let why): return .hidden(why)
            case .shown:
                let blocks = othersBlocks(margin)
                return blocks.count == 1 ? figure(blocks[0]) : together(blocks)
            }
        }
        if case .hidden(let why) = shown.whole { return .init(whole: .hidden(why), groups: groups, others: others) }
        let blocks = isWholeComposed ? sets.blocks(of: 0) : [0]
        return .init(whole: blocks.count == 1 ? figure(blocks[0]) : together(blocks), groups: groups, others: others)
    }

    /// The blocks counted at the lowest threshold that make up a margin's others.
    private func othersBlocks(_ margin: Int) -> [Int] {
        sets.blocks(of: margin).filter { set in
            let group = set - sets.offsets[margin]
            return group == sets.cells.rest(margin) || shown.margins[margin][group].people == nil
        }
    }
}
