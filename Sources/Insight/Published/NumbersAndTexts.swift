extension PublishingDesk {
    /// Everything published about one question for a number.
    ///
    /// In a confidential round those who gave a number are protected as a survey of their own, within what is
    /// shown of the whole: a quartile stands for at least the threshold's number of values.
    func row(_ numbers: Numbers) -> Published.Row<NumberSummary> {
        let given = numbers.values.indices.filter { numbers.values[$0]?.isFinite ?? false }
        let inner = isConfidential ? shownAmong(given) : nil
        func figure(_ people: [Int], _ outer: Published.Standing, _ inner: Published.Standing?)
            -> Published.Figure<NumberSummary>
        {
            if case .hidden(let why) = outer { return .hidden(why) }
            if case .hidden(let why)? = inner { return .hidden(why) }
            let values = people.compactMap { numbers.values[$0] }
            return NumberSummary(values, isConfidential: isConfidential).map { .shown($0) } ?? .hidden(.tooFew)
        }
        let groups = survey.margins.indices.map { margin in
            let members = Dictionary(grouping: given) { Int(survey.margins[margin].groupOfEach[$0]) }
            return shown.margins[margin].indices.map { group in
                figure(members[group] ?? [], shown.margins[margin][group], inner?.margins[margin][group])
            }
        }
        let others = survey.margins.indices.map { margin -> Published.Figure<NumberSummary>? in
            guard let outer = shown.others(margin) else { return nil }
            if isConfidential { return .hidden(.protectsOthers) }
            let groups = survey.margins[margin]
            return figure(given.filter { Int(groups.groupOfEach[$0]) >= groups.groups.count }, outer, nil)
        }
        return .init(whole: figure(given, shown.whole, inner?.whole), groups: groups, others: others)
    }

    private func shownAmong(_ people: [Int]) -> ShownGroups? {
        let margins = survey.margins.map { margin in
            Margin(key: margin.key, groups: margin.groups, of: people.map { margin.groupOfEach[$0] })
        }
        return (try? Survey(respondents: people.count, secret: survey.secret, margins: margins)).map {
            ShownGroups($0, isConfidential: true, rules: rules).raised(to: threshold ?? 0)
        }
    }

    /// Fewer open answers than this are not shown in a confidential round.
    static let fewestTexts = 10

    /// What people wrote: in an open round in their order with their groups; in a confidential one from ten
    /// writers, without groups, in an order of chance: the same each time, no trace of who wrote when, and no
    /// common order between two questions.
    func answers(_ texts: Texts) -> Published.Figure<[OpenAnswer]> {
        let written = texts.values.enumerated().compactMap { person, text -> (person: Int, text: String)? in
            guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
            return (person, text)
        }
        guard let threshold else {
            return .shown(written.map { OpenAnswer(text: $0.text, from: groups(of: $0.person)) })
        }
        if written.count < max(threshold, PublishingDesk.fewestTexts) { return .hidden(.tooFew) }
        let shuffled = written.map { (place: survey.secret.number(for: texts.key, $0.text), text: $0.text) }.sorted {
            $0 < $1
        }
        return .shown(shuffled.map { OpenAnswer(text: $0.text) })
    }

    private func groups(of person: Int) -> [Perspective] {
        survey.margins.compactMap { margin in
            let group = Int(margin.groupOfEach[person])
            return group < margin.groups.count ? .group(margin: margin.key, group: margin.groups[group]) : nil
        }
    }
}
