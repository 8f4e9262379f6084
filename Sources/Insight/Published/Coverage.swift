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
/// the whole is added up from the first margin, and the other margins are blurred.
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
        /// Added up from cut figures, or blurred.
        case about(Int)
        /// Nobody or hardly anybody, as in `Share.few`.
        case few
        /// Everybody or nearly everybody, as in `Share.most`.
        case most
    }

    /// `secret` is the round's own. Throws `Survey.Misfits` when a margin has another length than `answered`.
    package init(
        _ invitations: Invitations, secret: Secret, under confidentiality: Confidentiality
    ) throws(Survey.Misfits) {
        let survey = try Survey(respondents: invitations.answered.count, secret: secret, margins: invitations.margins)
        let row = PublishingDesk(survey, confidentiality, .all).coverage(invitations.answered)
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
    fileprivate func coverage(_ answered: [Bool]) -> Published.Row<Coverage.Response> {
        var counts = [Int](repeating: 0, count: sets.cells.count)
        for (cell, has) in zip(sets.cells.ofEach, answered) where has { counts[Int(cell)] += 1 }
        let sums = sets.sums(counts, 1)
        func response(_ set: Int) -> Coverage.Response {
            .init(invited: sets.people[set], answered: self.answered(sums[set], set))
        }
        return row(figure: { .shown(response($0)) }) { .shown(Coverage.Response(of: $0.map(response))) }
    }

    private func answered(_ count: Int, _ set: Int) -> Coverage.Answered {
        if !isConfidential { return .people(count) }
        let people = sets.people[set]
        let published = isBlurred(set) ? Blur.added(to: count, by: chance("coverage", set, 0)) : count
        return switch Share(published, of: people) {
        case .few: .few
        case .most: .most
        case .counted, .percent: isBlurred(set) ? .about(published) : .people(published)
        }
    }
}

extension Coverage.Response {
    /// Groups that do not overlap, together, from what is published of each.
    fileprivate init(of groups: [Coverage.Response]) {
        var (count, isExact) = (0.0, true)
        for group in groups {
            let middle = Double(Share.reach(of: group.invited)) / 2
            switch group.answered {
            case .people(let people): count += Double(people)
            case .about(let people): (count, isExact) = (count + Double(people), false)
            case .few: (count, isExact) = (count + middle, false)
            case .most: (count, isExact) = (count + Double(group.invited) - middle, false)
            }
        }
        invited = groups.reduce(0) { $0 + $1.invited }
        let rounded = Int(count.rounded())
        answered =
            switch Share(rounded, of: invited) {
            case .few: .few
            case .most: .most
            case .counted, .percent: isExact ? .people(rounded) : .about(rounded)
            }
    }
}
