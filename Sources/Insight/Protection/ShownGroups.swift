/// Which groups of which margins are shown: decided by who is in which group alone, never by answers.
///
/// Promised, in a confidential round with threshold k: a shown group has k people or more; those in a margin
/// who are not in a shown group are nobody or k people or more; and no sum or difference of shown sets, of any
/// margins together, is about fewer than k people (`SmallSupport`). What a higher threshold shows is a part
/// of what a lower one shows, so that two publications of one round tell no more than the wider of them.
/// An open round shows every group.
struct ShownGroups {
    private(set) var whole: Published.Standing
    private(set) var margins: [[Published.Standing]]

    /// The lowest threshold there is: every other publication is made from the figures this one shows.
    static let floor = Threshold.Audience.insideRegion.floor

    private let survey: Survey
    private let rules: Rules
    private let sizes: [[Int]]

    /// What is shown in an open round, or at the lowest threshold.
    init(_ survey: Survey, isConfidential: Bool, rules: Rules) {
        self.survey = survey
        self.rules = rules
        sizes = survey.margins.map(ShownGroups.sizes)
        whole = .shown(people: survey.respondents)
        margins = sizes.map { $0.map { .shown(people: $0) } }
        if isConfidential { protect(ShownGroups.floor) }
    }

    /// What is left of it at a higher threshold.
    func raised(to threshold: Int) -> ShownGroups {
        var raised = self
        for people in ShownGroups.floor..<max(threshold, ShownGroups.floor) { raised.protect(people + 1) }
        return raised
    }

    var isShown: [[Bool]] { margins.map { $0.map { $0.people != nil } } }

    /// Those of a margin who are in no shown group, when there are any.
    func others(_ margin: Int) -> Published.Standing? {
        let people = survey.respondents - margins[margin].compactMap(\.people).reduce(0, +)
        if people == 0 { return nil }
        return whole.people == nil ? whole : .shown(people: people)
    }

    private static func sizes(_ margin: Margin) -> [Int] {
        var sizes = [Int](repeating: 0, count: margin.groups.count)
        for group in margin.groupOfEach where Int(group) < sizes.count { sizes[Int(group)] += 1 }
        return sizes
    }

    private mutating func protect(_ threshold: Int) {
        if survey.respondents < threshold {
            whole = .hidden(.tooFew)
            margins = sizes.map { $0.map { _ in .hidden(.tooFew) } }
            return
        }
        for margin in margins.indices {
            for group in margins[margin].indices where sizes[margin][group] < threshold {
                margins[margin][group] = .hidden(.tooFew)
            }
            if rules.contains(.complementary) { complement(margin, threshold) }
        }
        guard rules.contains(.crossMargin) else { return }
        while let telling = tellingGroups(threshold) {
            guard let (margin, group) = firstToGo(telling) else { return }
            margins[margin][group] = .hidden(.protectsOthers)
            if rules.contains(.complementary) { complement(margin, threshold) }
        }
    }

    /// Hides the next smallest group until those hidden in a margin are nobody or enough, and never one group alone.
    private mutating func complement(_ margin: Int, _ threshold: Int) {
        while let smallest = smallestShown(margin) {
            let shown = margins[margin].compactMap(\.people)
            let rest = survey.respondents - shown.reduce(0, +)
            let alone = zip(margins[margin], sizes[margin]).count { $0.people == nil && $1 == rest } > 0
            if rest == 0 || (rest >= threshold && !alone) { return }
            margins[margin][smallest] = .hidden(.protectsOthers)
        }
    }

    private func smallestShown(_ margin: Int) -> Int? {
        margins[margin].indices
            .filter { margins[margin][$0].people != nil && sizes[margin][$0] > 0 }
            .min { sizes[margin][$0] < sizes[margin][$1] }
    }

    /// The groups from whose figures, added and subtracted, something follows about fewer than `threshold` people.
    private func tellingGroups(_ threshold: Int) -> [(margin: Int, group: Int)]? {
        let cells = Cells(respondents: survey.respondents, margins: survey.margins, shown: isShown)
        return SmallSupport.find(in: cells, below: threshold)
    }

    /// The last margin pays first, and in it the smallest group.
    private func firstToGo(_ telling: [(margin: Int, group: Int)]) -> (Int, Int)? {
        let open = telling.filter { margins[$0.margin][$0.group].people != nil }
        let all = margins.indices.flatMap { margin in margins[margin].indices.map { (margin: margin, group: $0) } }
            .filter { margins[$0.margin][$0.group].people != nil && sizes[$0.margin][$0.group] > 0 }
        return (open.isEmpty ? all : open).max { one, other in
            (one.margin, -sizes[one.margin][one.group]) < (other.margin, -sizes[other.margin][other.group])
        }.map { ($0.margin, $0.group) }
    }
}
