extension Published {
    /// Computes every published table of a survey.
    ///
    /// Under `.confidential` nothing follows about fewer people than the threshold (`ShownGroups`), and nobody's
    /// answer follows from all tables together, however figures are made is no secret. For closed questions:
    /// 1. The blocks of the first margin do not overlap, and each is published by itself with small and large shares
    ///    cut (`Share`): two people in a block may have answered as each other, and where all answered alike one of
    ///    them may not have.
    /// 2. The whole is added up from what those blocks show, and a higher threshold's figures are added up from the
    ///    lowest threshold's: they tell nothing new.
    /// 3. All other margins are blurred with chance that can lead from any count to any other (`Blur`): they change
    ///    what is likely, and exclude nothing.
    /// None of this looks at answers to decide what to hide, so that hiding tells nothing either.
    /// Publish a confidential round when it has closed: figures of two moments can be subtracted.
    /// Under `.open` nothing is hidden and shares are counts.
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
