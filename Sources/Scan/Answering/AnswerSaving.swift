internal import Database
internal import Site

/// Saving what a respondent sent: read, merge and write in one transaction, so that nothing comes between.
///
/// Nearly always it is somebody's first answer to a round that others answer too. That is worked out where the request
/// is, so that the queue of changes has only to keep it.
struct AnswerSaving: Sendable {
    let secret: Secret
    let form: Form
    let language: Language
    let house: House
    let today: Day
    /// The theme whose form was sent, from 1; nil when the whole round was on one page.
    let theme: Int?

    enum Outcome: Sendable {
        /// The secret opens nothing, or the round has no such theme.
        case nothing
        /// No answers are taken now; what was typed is shown back.
        case notOpen(OpenedLink, SentAnswers)
        /// Saved, except what must be mended.
        case saved(OpenedLink, SentAnswers)
        /// Saved whole; there is nothing to mend.
        case first(themes: Int, SentAnswers)
    }

    func save() async throws -> Outcome {
        let known = KnownRounds.shared.guess(form, in: house.database)
        let draft = known.flatMap { firstAnswer($0) }
        let outcome = try await house.database.write { writing -> Outcome? in
            if let first = draft?.first, try ResponseStore.add(first, writing) { return nil }
            return try save(writing)
        }
        if case .saved(let opened, _) = outcome, known?.isOf(opened.round) != true {
            KnownRounds.shared.remember(opened.round, opened.instrument, in: house.database)
        }
        return outcome ?? draft?.outcome ?? .nothing
    }

    func save(_ writing: Writing) throws -> Outcome {
        guard let opened = try OpenedLink.find(secret, language, house, writing.reading),
            let themes = try shownThemes(opened, writing.reading)
        else { return .nothing }
        guard opened.round.takesAnswers(on: today) else {
            return .notOpen(opened, SentAnswers(form, themes, language, longest: .max))
        }
        let sent = SentAnswers(form, themes, language)
        try keep(opened, sent, writing)
        return .saved(opened, sent)
    }

    private struct Draft: Sendable {
        let first: FirstAnswer
        let outcome: Outcome
    }

    /// The answers as they are if the guess is right, nothing must be mended, and nothing was sent before.
    private func firstAnswer(_ known: KnownRounds.Known) -> Draft? {
        if let shown = form.first(AnswerField.version), shown != String(known.version) { return nil }
        guard let themes = chosen(known.themes) else { return nil }
        let sent = SentAnswers(form, themes, language)
        guard sent.problems.isEmpty, let answers = AnswerSheet.json(ofFirst: sent) else { return nil }
        let first = FirstAnswer(
            key: ResponseStore.key(secret), invitation: secret.digest(for: Invitation.purpose), round: known.round,
            version: known.version, today: today, isComplete: isLast(of: known.themes.count), answers: answers)
        return Draft(first: first, outcome: .first(themes: known.themes.count, sent))
    }

    /// The themes that the form showed. When the questions were changed since, the form still means what it said.
    private func shownThemes(_ opened: OpenedLink, _ reading: Reading) throws -> [Theme]? {
        var themes = opened.instrument.themes
        let shown = form.first(AnswerField.version).flatMap { Int($0) } ?? opened.round.version
        if shown != opened.round.version, (1..<opened.round.version).contains(shown) {
            themes = try AskedContents.shared.content(
                of: opened.round.id, version: shown, in: language, house, reading
            ).instrument.themes
        }
        return chosen(themes)
    }

    private func chosen(_ themes: [Theme]) -> [Theme]? {
        guard let theme else { return themes }
        return themes.indices.contains(theme - 1) ? [themes[theme - 1]] : nil
    }

    private func keep(_ opened: OpenedLink, _ sent: SentAnswers, _ writing: Writing) throws {
        let before = opened.response ?? Self.newResponse(opened, isTogether: false)
        var response = before
        response.sheet.take(sent)
        if isLast(of: opened.instrument.themes.count), sent.problems.isEmpty { response.isComplete = true }
        guard response != before, opened.response != nil || response.sheet.hasAnswers else { return }
        // Nothing but the answer is written: whatever names a person beside it would join the two (P2).
        try ResponseStore.save(response, version: opened.round.version, for: opened.instrument, writing)
    }

    private func isLast(of count: Int) -> Bool {
        if [AnswerField.back, AnswerField.move, AnswerField.stop, AnswerField.language].contains(where: form.has) { return false }
        return theme.map { $0 == count } ?? true
    }
}

extension AnswerSaving {
    /// Notes whether one person or an organisation together will answer, before the first answer.
    static func begin(_ opened: OpenedLink, isTogether: Bool, _ writing: Writing) throws {
        if var response = opened.response {
            response.isTogether = isTogether
            return try ResponseStore.save(response, version: opened.round.version, for: opened.instrument, writing)
        }
        try ResponseStore.begin(newResponse(opened, isTogether: isTogether), version: opened.round.version, writing)
    }

    private static func newResponse(_ opened: OpenedLink, isTogether: Bool) -> Response {
        let origin = opened.invitation.map { Response.origin(of: $0, in: opened.round) }
        return Response(
            key: ResponseStore.key(opened.secret), round: opened.round.id,
            origin: origin ?? Response.Origin(sector: nil, level: nil, partner: nil), isTogether: isTogether)
    }
}
