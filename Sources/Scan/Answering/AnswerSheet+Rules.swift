extension AnswerSheet {
    /// Takes over what was sent: answers that were given, and answers that were taken away. What the form did not
    /// show, or what must still be mended, stays as it was.
    mutating func take(_ sent: SentAnswers) {
        for (question, given) in sent.answers {
            answers[question] = given
            if given != nil { kept[question] = nil }
        }
        for (theme, isNotForUs) in sent.themes {
            if isNotForUs { putAside(theme) } else { notForUs.remove(theme.key) }
        }
    }

    private mutating func putAside(_ theme: Theme) {
        notForUs.insert(theme.key)
        for question in theme.questions { answers[question.key] = nil }
    }

    /// How far somebody is with a theme.
    func progress(of theme: Theme) -> Progress {
        if notForUs.contains(theme.key) { return .notForUs }
        let answered = theme.questions.count { answers[$0.key] != nil }
        if answered == theme.questions.count { return .answered }
        return answered == 0 ? .open : .partly
    }

    enum Progress: Sendable { case open, partly, answered, notForUs }

    /// The number of the theme to go on with, from 1: the first that is still open, or else the first that is not whole.
    func nextTheme(of content: Instrument) -> Int? {
        let states = content.themes.map { progress(of: $0) }
        return (states.firstIndex(of: .open) ?? states.firstIndex(of: .partly)).map { $0 + 1 }
    }

    /// How many of the round's questions were answered; those of a theme that is not for us count as answered.
    func answered(of content: Instrument) -> Int {
        content.themes.reduce(0) { sum, theme in
            if notForUs.contains(theme.key) { return sum + theme.questions.count }
            return sum + theme.questions.count { answers[$0.key] != nil }
        }
    }
}
