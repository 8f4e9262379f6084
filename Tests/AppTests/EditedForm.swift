import Site
import TestHouse
import Testing

/// A form that two people can have open: who opens which page, where it goes, what each types, and what the second then reads.
struct EditedForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var role = Role.projectLeader
    /// Addresses as ``DemoPlaces`` fills them in; `NEW` is a round that is being composed.
    let page: String
    let action: String
    /// What the first keeps.
    let first: [String: String]
    /// A typing error, and the same mended.
    let wrong: [String: String]
    let second: [String: String]
    /// What of the first's the second reads beside the form.
    var theirs = ""
    /// What of the second's own stands in the form.
    var own = ""

    static let all = rounds + talks + actions + members

    private static let rounds = [
        EditedForm(
            testDescription: "a round's planning", page: "OPEN/planning", action: "OPEN/planning",
            first: ["title": "Titel van de een"], wrong: ["title": ""], second: ["title": "Titel van de ander"],
            theirs: "Titel van de een", own: "value=\"Titel van de ander\""),
        EditedForm(
            testDescription: "a round's promise", page: "NEW/privacy", action: "NEW/privacy",
            first: ["privacy": "confidential", "threshold": "9"], wrong: ["threshold": "2"], second: ["threshold": "7"],
            theirs: "vanaf 9 mensen", own: "value=\"7\""),
        EditedForm(
            testDescription: "a theme", page: "OPEN/themes/THEME", action: "OPEN/themes/THEME",
            first: ["title": "Thema van de een"], wrong: ["title": ""], second: ["title": "Thema van de ander"],
            theirs: "Thema van de een", own: "value=\"Thema van de ander\""),
        EditedForm(
            testDescription: "a new theme", page: "OPEN/themes/new", action: "OPEN/themes",
            first: ["title": "Thema van de een"], wrong: ["title": ""], second: ["title": "Thema van de ander"],
            own: "value=\"Thema van de ander\""),
        EditedForm(
            testDescription: "a question", page: "OPEN/questions/QUESTION", action: "OPEN/questions/QUESTION",
            first: ["text": "Vraag van de een?"], wrong: ["text": ""], second: ["text": "Vraag van de ander?"],
            theirs: "Vraag van de een?", own: "value=\"Vraag van de ander?\""),
        EditedForm(
            testDescription: "a new question", page: "OPEN/themes/THEME/questions/new", action: "OPEN/themes/THEME/questions",
            first: ["text": "Vraag van de een?", "kind": "text"], wrong: ["text": "", "kind": "text"],
            second: ["text": "Vraag van de ander?", "kind": "text"], own: "value=\"Vraag van de ander?\""),
    ]

    private static let talks = [
        EditedForm(
            testDescription: "a finding", page: "HOME/rounds/FINDING", action: "HOME/rounds/FINDING",
            first: ["text": "Bevinding van de een"], wrong: ["text": ""], second: ["text": "Bevinding van de ander"],
            theirs: "Bevinding van de een", own: ">Bevinding van de ander</textarea>"),
        EditedForm(
            testDescription: "the talk", page: "CLOSED/conversation", action: "CLOSED/conversation",
            first: ["notes": "Notities van de een"], wrong: ["held-on": "morgen"],
            second: ["held-on": "2026-01-05", "notes": "Notities van de ander"],
            theirs: "Notities van de een", own: ">Notities van de ander</textarea>"),
    ]

    private static let actions = [
        EditedForm(
            testDescription: "an action", page: "HOME/actions/ACTION/edit", action: "HOME/actions/ACTION",
            first: ["what": "Actie van de een"], wrong: ["what": ""], second: ["what": "Actie van de ander"],
            theirs: "Actie van de een", own: ">Actie van de ander</textarea>"),
        EditedForm(
            testDescription: "a step", page: "HOME/actions/ACTION", action: "HOME/actions/ACTION/steps",
            first: ["phase": "do", "text": "Stap van de een"], wrong: ["phase": "do", "text": ""],
            second: ["phase": "do", "text": "Stap van de ander"], theirs: "Stap van de een", own: ">Stap van de ander</textarea>"),
    ]

    private static let members = [
        EditedForm(
            testDescription: "a partner", page: "HOME/partners/PARTNER", action: "HOME/partners/PARTNER",
            first: ["name": "Naam van de een"], wrong: ["name": ""], second: ["name": "Naam van de ander"],
            theirs: "Naam van de een", own: "value=\"Naam van de ander\""),
        EditedForm(
            testDescription: "a programme", role: .office, page: "/programmes/PROGRAMME/changes",
            action: "/programmes/PROGRAMME/changes", first: ["name": "Naam van de een"], wrong: ["name": ""],
            second: ["name": "Naam van de ander"], theirs: "Naam van de een", own: "value=\"Naam van de ander\""),
        EditedForm(
            testDescription: "a region", role: .office, page: "/programmes/PROGRAMME/regions/REGION/changes",
            action: "/programmes/PROGRAMME/regions/REGION/changes", first: ["name": "Naam van de een"], wrong: ["name": ""],
            second: ["name": "Naam van de ander"], theirs: "Naam van de een", own: "value=\"Naam van de ander\""),
    ]

    /// Forms in which nothing is typed: an older one shows how it is now, and the choice is made again.
    static let wordless: Set<String> = ["moves", "removals", "withdrawals", "selection"]
}
