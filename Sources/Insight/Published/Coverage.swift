/// Who was invited and whether they answered: one place per invited person, in any order.
package struct Invitations: Sendable {
    package let margins: [Margin]
    package let answered: [Bool]

    package init(margins: [Margin], answered: [Bool]) {
        self.margins = margins
        self.answered = answered
    }
}

/// How many were invited and how many answered, computed once for every page that says so.
///
/// Whether somebody answered is protected as an answer is: in a confidential round groups with fewer invited than
/// the threshold are hidden with the next smallest, "nobody or one" and "all or all but one" are not told apart,
/// and nobody's having answered follows from several figures together.
package struct Coverage: Sendable, Hashable, Codable {
    package let confidentiality: Confidentiality
    package let whole: Published.Figure<Response>
    package let margins: [MarginTable]

    package struct MarginTable: Sendable, Hashable, Codable {
        package let key: String
        package let groups: [Group]
        /// Those in hidden groups or of whom the group is unknown, together; `nil` when there are none.
        package let others: Published.Figure<Response>?
    }

    package struct Group: Sendable, Hashable, Codable {
        package let key: String
        package let response: Published.Figure<Response>
    }

    package struct Response: Sendable, Hashable, Codable {
        package let invited: Int
        package let answered: Answered
    }

    package enum Answered: Sendable, Hashable, Codable {
        case people(Int)
        case few
        case most
    }

    /// Throws `Survey.Misfits` when a margin has another length than `answered`.
    package init(_ invitations: Invitations, under confidentiality: Confidentiality) throws(Survey.Misfits) {
        let codes = invitations.answered.map { UInt8($0 ? 0 : 1) }
        let column = Column.nominal("answered", options: 2, codes: codes)
        let survey = try Survey(respondents: codes.count, margins: invitations.margins, questions: [column])
        let desk = PublishingDesk(survey, confidentiality, .all)
        let row = desk.coverage(codes)
        self.confidentiality = confidentiality
        whole = row.whole
        margins = survey.margins.indices.map { place in
            MarginTable(
                key: survey.margins[place].key,
                groups: zip(survey.margins[place].groups, row.groups[place]).map { Group(key: $0, response: $1) },
                others: row.others[place])
        }
    }
}

extension PublishingDesk {
    /// The whole is always counted here: margins give way to it.
    fileprivate func coverage(_ codes: [UInt8]) -> Published.Row<Coverage.Response> {
        var counts = [Int](repeating: 0, count: cells.count * 2)
        for (cell, code) in zip(cells.ofEach, codes) { counts[Int(cell) * 2 + Int(code)] += 1 }
        let scope = margins(least: 0) { margins in
            let frame = frames[margins]
            let table = Leeway(frame, isWholeCounted: true, categories: 2, counts: frame.merged(counts, 2)) { set, _, count in
                bounds(count, frame.people[set])
            }
            return margins == 0 || Freedom.isLeft(to: table)
        }
        let frame = frames[scope]
        let sums = frame.sums(frame.merged(counts, 2), 2)
        func figure(_ set: Int) -> Published.Figure<Coverage.Response> {
            let (people, count) = (frame.people[set], sums[set * 2])
            return .shown(.init(invited: people, answered: answered(count, people)))
        }
        return row(margins: scope, whole: figure(0), figure: figure) { _ in .hidden(.protectsOthers) }
    }

    private func answered(_ count: Int, _ people: Int) -> Coverage.Answered {
        guard isConfidential else { return .people(count) }
        return switch Share(count, of: people, grain: .fine) {
        case .few: .few
        case .most: .most
        case .counted, .percent, .between: .people(count)
        }
    }

    private func bounds(_ count: Int, _ people: Int) -> ClosedRange<Int> {
        switch answered(count, people) {
        case .people: count...count
        case .few: Share.few.bounds(of: people)
        case .most: Share.most.bounds(of: people)
        }
    }
}
