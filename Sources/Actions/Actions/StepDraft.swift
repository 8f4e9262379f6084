internal import Database
internal import Markup
internal import Membership
internal import Site

/// A step as somebody typed it.
struct StepDraft: Sendable, Equatable {
    let phase: Action.Phase?
    let day: Day
    let text: String
    let evidence: String
    let problems: [Problem]

    init(_ form: Form, from now: Action.Phase, today: Day) {
        var problems: [Problem] = []
        phase = form.first("phase").flatMap(Action.Phase.init(rawValue:))
        text = form.taken("text", max: StepForms.textLimit, &problems)
        day = form.day("day", &problems) ?? today
        evidence = form.taken("evidence", max: StepForms.evidenceLimit, &problems)
        problems += Self.problems(phase, now)
        if text.isEmpty, !problems.contains(where: { $0.field == "text" }) {
            problems.append(Problem("text", Self.missingText(phase)))
        }
        if day > today { problems.append(Problem("day", "Deze dag moet nog komen. Schrijf op wat al gebeurd is.")) }
        self.problems = problems
    }

    /// Going on with what had ended.
    init(reopening form: Form, from now: Action.Phase, today: Day) {
        var problems: [Problem] = []
        phase = .reopened
        text = form.taken("text", max: StepForms.textLimit, &problems)
        day = today
        evidence = ""
        if text.isEmpty, problems.isEmpty { problems.append(Problem("text", "Schrijf op waarom u verdergaat.")) }
        if now.isRunning { problems.append(Problem("text", "Deze actie loopt al.")) }
        self.problems = problems
    }

    func step(by person: Person.ID) -> Action.Step? {
        guard problems.isEmpty, let phase else { return nil }
        return Action.Step(phase: phase, day: day, text: text, evidence: evidence, by: person)
    }

    private static func problems(_ phase: Action.Phase?, _ now: Action.Phase) -> [Problem] {
        guard let phase else { return [Problem("phase", "Kies waar de actie nu staat.")] }
        if now.followers.contains(phase) { return [] }
        return [Problem("text", "Deze actie is klaar of gestopt. Heropen haar eerst.")]
    }

    private static func missingText(_ phase: Action.Phase?) -> Phrase {
        switch phase {
        case .stopped: "Schrijf op waarom u stopt."
        case .done: "Schrijf op wat het opleverde."
        default: "Schrijf in een zin op wat er gebeurde."
        }
    }
}
