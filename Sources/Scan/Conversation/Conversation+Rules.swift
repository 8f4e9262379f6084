internal import Actions
internal import Database
internal import Markup
internal import Site

extension Round {
    /// The talk is about answers, so it comes after closing.
    var canBeTalkedAbout: Bool {
        switch state {
        case .composed, .open: false
        case .closed, .returned, .concluded: true
        }
    }

    /// Under which source its findings stand.
    var source: String { id.text }
}

extension Conversation {
    static let placeLimit = 200
    static let notesLimit = 20_000

    /// As somebody typed it, with what is wrong with it.
    static func read(_ form: Form, round: Round.ID) -> (conversation: Conversation, problems: [Problem]) {
        var problems: [Problem] = []
        let conversation = Conversation(
            round: round, heldOn: form.day("held-on", &problems),
            place: form.taken("place", max: placeLimit, &problems),
            notes: form.taken("notes", max: notesLimit, &problems), edition: form.edition)
        return (conversation, problems)
    }

    func isBehind(_ today: Day) -> Bool { heldOn.map { $0 <= today } ?? false }
}

/// A finding as somebody typed it.
struct FindingDraft: Sendable, Equatable {
    static let textLimit = 1000

    let text: String
    let kind: Finding.Kind
    /// Only keys of the round's own questions, in their order.
    let questions: [String]
    let problems: [Problem]

    init(_ form: Form, _ content: Instrument) {
        var problems: [Problem] = []
        text = form.taken("text", max: Self.textLimit, &problems)
        kind = form.first("kind").flatMap(Finding.Kind.init(rawValue:)) ?? .attention
        let ticked = Set(form.all("question"))
        questions = content.questions.map(\.key).filter(ticked.contains)
        if text.isEmpty, problems.isEmpty { problems.append(Problem("text", "Schrijf op wat u samen vaststelt.")) }
        if questions.isEmpty, kind == .attention {
            problems.append(Problem("question", "Kies bij welke vragen dit hoort."))
        }
        self.problems = problems
    }
}
