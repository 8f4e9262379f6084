package import Database
internal import Files
internal import Markup
package import Membership
package import Site

/// What somebody typed about an action, read from a form: texts trimmed, problems all at once.
package struct ActionDraft: Sendable, Equatable {
    package var what: String
    package var serves: String
    package var owner: Person.ID?
    package var until: Day?
    package private(set) var problems: [Problem] = []

    static let whatLimit = 300
    static let servesLimit = 500

    package init(_ form: Form) {
        var problems: [Problem] = []
        what = form.taken("what", max: Self.whatLimit, &problems)
        serves = form.taken("serves", max: Self.servesLimit, &problems)
        owner = form.first("owner").flatMap(Person.ID.init(_:))
        until = form.day("until", &problems)
        if what.isEmpty, !problems.contains(where: { $0.field == "what" }) {
            problems.insert(Problem("what", "Schrijf op wat u gaat doen."), at: 0)
        }
        self.problems = problems
    }

    /// The owner must have a role in the region; whoever owned it already may stay.
    mutating func check(ownerAmong people: [Person], before: Person.ID? = nil) {
        guard let owner, owner != before, !people.contains(where: { $0.id == owner }) else { return }
        problems.append(Problem("owner", "Kies iemand uit de lijst. Deze persoon heeft geen rol in uw regio."))
    }

    /// The action as it was, with what was typed.
    func applied(to action: Action) -> Action {
        var changed = action
        changed.what = what
        changed.serves = serves
        changed.owner = owner
        changed.until = until
        return changed
    }

    func smart(_ people: [Person]) -> Smart.Draft {
        Smart.Draft(what: what, serves: serves, owner: .init(owner, people), until: until)
    }
}

extension Smart.Draft.Owner {
    init(_ owner: Person.ID?, _ people: [Person]) {
        guard let owner else { self = .nobody; return }
        self = people.contains { $0.id == owner } ? .member : .gone
    }
}

extension Form {
    /// The text of a field; one that is too long becomes a problem beside it, and stays as it was typed.
    package func taken(_ name: String, max: Int, _ problems: inout [Problem]) -> String {
        do {
            return try text(name, max: max)
        } catch {
            problems.append(Problem(name, error.sentence))
            return ""
        }
    }

    /// The date of a field; nil where it was left empty.
    package func day(_ name: String, _ problems: inout [Problem]) -> Day? {
        let typed = taken(name, max: 40, &problems)
        guard !typed.isEmpty else { return nil }
        if let written = WrittenDate(typed), let day = Day(year: written.year, month: written.month, day: written.day) {
            return day
        }
        problems.append(Problem(name, "Deze datum is niet te lezen. Schrijf bijvoorbeeld 5-12-2026."))
        return nil
    }
}
